namespace Reference.Texts;

/// <summary>Text to ids and back. S1-158, S2-236.</summary>
public interface ITokenizer
{
    /// <summary>The number of ids, 0 … Count − 1.</summary>
    int Count { get; }

    /// <summary>The ids of a text.</summary>
    /// <exception cref="ArgumentException">The text is no well-formed UTF-16.</exception>
    int[] Encode(string text);

    /// <summary>The text of ids.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An id is outside the vocabulary.</exception>
    string Decode(ReadOnlySpan<int> ids);
}
