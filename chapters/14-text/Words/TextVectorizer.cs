namespace Reference.Texts;

/// <summary>
/// Keras's TextVectorization: every word of a text replaced by its id in a vocabulary of limited size, 0 "" and 1
/// [UNK] first. S3-267. What it loses cannot be decoded: capitals, punctuation, rare words. S3-268
/// </summary>
public sealed class TextVectorizer : ITokenizer
{
    private readonly WordTokenizer _tokenizer;

    /// <summary>The ids of the most frequent words of some texts: <c>adapt</c>.</summary>
    /// <param name="texts">The training texts.</param>
    /// <param name="size">max_tokens: at most so many ids, padding and unknown included.</param>
    /// <param name="tokenizer">What makes words; lower-cased ones without punctuation unless told.</param>
    public TextVectorizer(IEnumerable<string> texts, int size = int.MaxValue, WordTokenizer? tokenizer = null)
    {
        ArgumentNullException.ThrowIfNull(texts);
        _tokenizer = tokenizer ?? new WordTokenizer();
        Vocabulary = Vocabulary.Of(texts.Select(_tokenizer.Split), size, ["", "[UNK]"]);
    }

    /// <summary>The words and their ids.</summary>
    public Vocabulary Vocabulary { get; }

    /// <inheritdoc/>
    public int Count => Vocabulary.Count;

    /// <inheritdoc/>
    public int[] Encode(string text) => Vocabulary.Encode(_tokenizer.Split(text));

    /// <summary>The words of ids with spaces between.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An id is outside the vocabulary.</exception>
    public string Decode(ReadOnlySpan<int> ids) => string.Join(' ', Vocabulary.Decode(ids).Where(w => w.Length > 0));
}
