using System.Runtime.CompilerServices;

namespace Reference.Texts;

/// <summary>What tokenizers accept: every Unicode string, and nothing that is none.</summary>
internal static class WellFormed
{
    /// <summary>Every surrogate of the text has its other half.</summary>
    public static void Text(string text, [CallerArgumentExpression(nameof(text))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(text, name);
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
            {
                throw new ArgumentException(
                    $"Expected {name} to be well-formed UTF-16; the character at {i} is U+{(int)text[i]:X4}, half a "
                        + "surrogate pair.", name);
            }

            i++;
        }
    }

    /// <summary>The id is one of the vocabulary.</summary>
    public static int Id(int id, int count, [CallerArgumentExpression(nameof(id))] string name = "") =>
        (uint)id < (uint)count
            ? id
            : throw new ArgumentOutOfRangeException(name, $"Expected an id in [0, {count}); got {id}.");
}
