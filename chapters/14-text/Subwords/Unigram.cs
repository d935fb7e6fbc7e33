using System.Text.RegularExpressions;
using Reference.Numerics;

namespace Reference.Texts;

/// <summary>
/// The Unigram tokenizer: a text is cut into the pieces that are most likely, if each is drawn independently of the
/// others. Unseen characters become bytes. SentencePiece is a toolkit that trains this and BPE on raw text;
/// it writes ▁ for the space, which stays a space here. An instance serves one thread. S1-164, S1-165.
/// </summary>
public sealed class Unigram : ITokenizer
{
    private const double UnseenPenalty = 10; // below ln p of the rarest piece, as in SentencePiece

    private readonly SubwordVocabulary _vocabulary;
    private readonly UnigramLattice _lattice;
    private readonly Regex _pattern;
    private readonly double _unseen;

    /// <summary>From pieces and their probabilities, which are scaled to the sum 1.</summary>
    /// <exception cref="ArgumentException">No piece; one is empty, malformed or there twice; or a probability is not
    /// finite and positive.</exception>
    public Unigram(
        IReadOnlyList<(string Piece, double P)> pieces, Regex? pattern = null, IReadOnlyList<string>? special = null)
    {
        ArgumentNullException.ThrowIfNull(pieces);
        Require.NotEmpty(pieces.Count, nameof(pieces));
        foreach ((string piece, double p) in pieces)
        {
            Require.Positive(p, $"probability of '{piece}'");
        }

        double sum = pieces.Sum(piece => piece.P);
        LogProbabilities = [.. pieces.Select(piece => Math.Log(piece.P / sum))];
        _vocabulary = new(special ?? [], [.. pieces.Select(piece => piece.Piece)]);
        _lattice = new(_vocabulary, [.. LogProbabilities]);
        _pattern = pattern ?? Texts.Pieces.Gpt2();
        _unseen = LogProbabilities.Min() - UnseenPenalty;
    }

    /// <summary>The pieces.</summary>
    public IReadOnlyList<string> Pieces => _vocabulary.Pieces;

    /// <summary>ln p of each piece.</summary>
    public IReadOnlyList<double> LogProbabilities { get; }

    /// <inheritdoc/>
    public int Count => _vocabulary.Count;

    /// <summary>Learns pieces and probabilities by EM and pruning. S1-165</summary>
    /// <param name="texts">The corpus.</param>
    /// <param name="pieces">How many pieces are left at most; at least its characters.</param>
    /// <param name="pattern">What cuts a text into words.</param>
    /// <param name="special">Tokens that stand for no text.</param>
    /// <param name="longest">The most characters of a piece.</param>
    public static Unigram Train(
        IEnumerable<string> texts, int pieces, Regex? pattern = null, IReadOnlyList<string>? special = null,
        int longest = 8)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(longest, 1);
        (string[] learned, double[] lnP) = UnigramTraining.Learn(
            Texts.Pieces.Counted(texts, pattern ?? Texts.Pieces.Gpt2()), pieces, longest);
        return new([.. learned.Zip(lnP.Select(Math.Exp))], pattern, special);
    }

    /// <inheritdoc/>
    public int[] Encode(string text)
    {
        var ids = new List<int>();
        foreach (ReadOnlySpan<char> piece in Texts.Pieces.Of(text, _pattern))
        {
            _lattice.Best(piece, ids, _unseen);
        }

        return [.. ids];
    }

    /// <inheritdoc/>
    public string Decode(ReadOnlySpan<int> ids) => _vocabulary.Decode(ids);
}
