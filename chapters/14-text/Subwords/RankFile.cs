using System.Globalization;
using Reference.Datasets;

namespace Reference.Texts;

/// <summary>The rank files of tiktoken, such as that of cl100k_base: a token a line, its bytes in base 64, a space,
/// its rank. S0-186</summary>
public static class RankFile
{
    /// <summary>Special tokens of cl100k_base, which has 100,277 ids with them.</summary>
    public static IReadOnlyDictionary<string, int> Cl100kSpecial { get; } = new Dictionary<string, int>
    {
        ["<|endoftext|>"] = 100_257, ["<|fim_prefix|>"] = 100_258, ["<|fim_middle|>"] = 100_259,
        ["<|fim_suffix|>"] = 100_260, ["<|endofprompt|>"] = 100_276,
    };

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">The file is no UTF-8; a line is another one; or the ranks are not
    /// 0, 1, 2, …</exception>
    public static byte[][] Read(string path) => Parse(TextFile.Read(path), path);

    /// <summary>Reads from a stream.</summary>
    /// <inheritdoc cref="Read(string)"/>
    public static byte[][] Read(Stream stream, string name) => Parse(TextFile.Read(stream, name), name);

    private static byte[][] Parse(string text, string name)
    {
        var tokens = new List<byte[]>();
        Span<byte> bytes = stackalloc byte[1024];
        foreach (string line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = line.TrimEnd('\r').Split(' ');
            if (parts.Length != 2 || !Convert.TryFromBase64String(parts[0], bytes, out int length) || length == 0
                || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int rank)
                || rank != tokens.Count)
            {
                throw new InvalidDataException(
                    $"{name}: expected a token in base 64, a space and the rank {tokens.Count} in line "
                        + $"{tokens.Count + 1}; got '{line[..Math.Min(line.Length, 40)]}'.");
            }

            tokens.Add(bytes[..length].ToArray());
        }

        return tokens.Count > 0 ? [.. tokens] : throw new InvalidDataException($"{name}: expected tokens; got none.");
    }
}
