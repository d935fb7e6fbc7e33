using System.Text;
using Reference.Numerics;

namespace Reference.Texts;

/// <summary>The bytes of every token: ids become text by joining them and reading the whole as UTF-8.</summary>
internal sealed class TokenBytes(IReadOnlyList<byte[]?> tokens)
{
    /// <summary>The number of ids.</summary>
    public int Count => tokens.Count;

    /// <summary>The bytes of an id.</summary>
    public byte[] this[int id] => tokens[WellFormed.Id(id, Count)]
        ?? throw new ArgumentOutOfRangeException(nameof(id), $"Expected the id of a token; {id} has none.");

    /// <summary>The text of ids; bytes that are no UTF-8 become U+FFFD.</summary>
    public string Decode(ReadOnlySpan<int> ids)
    {
        var bytes = new MemoryStream(4 * ids.Length);
        foreach (int id in ids)
        {
            bytes.Write(this[id]);
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    /// <summary>Special tokens, then the 256 bytes where they are wanted, then pieces of text.</summary>
    /// <exception cref="ArgumentException">A token is empty or there twice.</exception>
    public static List<byte[]?> Layout(IReadOnlyList<string> special, bool bytes)
    {
        ArgumentNullException.ThrowIfNull(special);
        foreach (string token in special)
        {
            Require.NotEmpty(token.Length, nameof(special));
            WellFormed.Text(token, nameof(special));
        }

        if (special.Distinct().Count() != special.Count)
        {
            throw new ArgumentException(
                $"Expected each special token once; got [{string.Join(", ", special)}].", nameof(special));
        }

        return
        [
            .. special.Select(Encoding.UTF8.GetBytes),
            .. Enumerable.Range(0, bytes ? 256 : 0).Select(b => new[] { (byte)b }),
        ];
    }
}
