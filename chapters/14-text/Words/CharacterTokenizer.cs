namespace Reference.Texts;

/// <summary>Every character is a token: few ids and long sequences. Ids are special tokens, then the characters of the
/// texts in the order of their numbers. S0-148, S1-160, S1-221,
/// S2-236.</summary>
public sealed class CharacterTokenizer : ITokenizer
{
    private readonly SubwordVocabulary _vocabulary;

    /// <summary>The characters of some texts.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="bytes">Whether other characters become the ids of their bytes, 256 after the special tokens;
    /// otherwise they are refused.</param>
    /// <param name="special">Tokens that stand for no text.</param>
    /// <exception cref="ArgumentException">A text is malformed, or there is no character.</exception>
    public CharacterTokenizer(
        IEnumerable<string> texts, bool bytes = false, IReadOnlyList<string>? special = null) =>
        _vocabulary = new(
            special ?? [],
            SubwordVocabulary.Characters(Pieces.Counted(texts, Pieces.Gpt2()).Select(p => p.Piece)), bytes);

    /// <inheritdoc/>
    public int Count => _vocabulary.Count;

    /// <summary>The characters of a text. S0-148</summary>
    public static string[] Split(string text)
    {
        WellFormed.Text(text);
        return [.. text.EnumerateRunes().Select(rune => rune.ToString())];
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">Also: a character is not in the vocabulary and has no bytes
    /// there.</exception>
    public int[] Encode(string text)
    {
        WellFormed.Text(text);
        var ids = new List<int>(text.Length);
        for (int i = 0; i < text.Length;)
        {
            int length = char.IsHighSurrogate(text[i]) ? 2 : 1;
            if (_vocabulary.TryGet(text.AsSpan(i, length), out int id))
            {
                ids.Add(id);
            }
            else
            {
                _vocabulary.AddBytes(text.AsSpan(i), ids);
            }

            i += length;
        }

        return [.. ids];
    }

    /// <inheritdoc/>
    public string Decode(ReadOnlySpan<int> ids) => _vocabulary.Decode(ids);
}
