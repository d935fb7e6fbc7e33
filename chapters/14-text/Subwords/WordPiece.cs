using System.Text.RegularExpressions;

namespace Reference.Texts;

/// <summary>
/// WordPiece: merges the pair that raises the likelihood of the corpus most, (14.6), and encodes by the longest piece
/// that fits, (14.7). BERT marks pieces inside a word by ##; here the space in front of a word belongs to its first
/// piece, which tells the same and loses nothing. Unseen characters become bytes. S1-163, S2-236.
/// </summary>
public sealed class WordPiece : ITokenizer
{
    private readonly SubwordVocabulary _vocabulary;
    private readonly Regex _pattern;

    /// <summary>From given pieces. Ids are special tokens, 256 bytes, then the pieces.</summary>
    /// <exception cref="ArgumentException">A piece is empty, malformed, or there twice.</exception>
    public WordPiece(IReadOnlyList<string> pieces, Regex? pattern = null, IReadOnlyList<string>? special = null) =>
        (_vocabulary, _pattern) = (new(special ?? [], pieces), pattern ?? Texts.Pieces.Gpt2());

    /// <summary>The pieces: characters, then merged ones in the order learned.</summary>
    public IReadOnlyList<string> Pieces => _vocabulary.Pieces;

    /// <inheritdoc/>
    public int Count => _vocabulary.Count;

    /// <summary>Learns pieces until there are so many, or no pair occurs <paramref name="least"/> times. Of equal
    /// scores the more frequent pair wins, then the smaller one.</summary>
    /// <param name="texts">The corpus.</param>
    /// <param name="pieces">The most pieces; at least its characters.</param>
    /// <param name="pattern">What cuts a text into words.</param>
    /// <param name="special">Tokens that stand for no text.</param>
    /// <param name="least">The least count of a pair; a pair that occurs once, of symbols that occur once, has the
    /// highest score there is.</param>
    public static WordPiece Train(
        IEnumerable<string> texts, int pieces, Regex? pattern = null, IReadOnlyList<string>? special = null,
        long least = 2)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(least, 1);
        IReadOnlyList<(string Piece, int Count)> words = Texts.Pieces.Counted(texts, pattern ?? Texts.Pieces.Gpt2());
        List<string> learned = [.. SubwordVocabulary.Characters(words.Select(w => w.Piece))];
        ArgumentOutOfRangeException.ThrowIfLessThan(pieces, learned.Count);
        Dictionary<string, int> ids = learned.Index().ToDictionary(c => c.Item, c => c.Index);
        var chain = new SymbolChain(
            [.. words.Select(w => w.Piece.EnumerateRunes().Select(rune => ids[rune.ToString()]).ToArray())],
            [.. words.Select(w => w.Count)], learned.Count);
        var symbols = new List<string>(learned); // two merges may give one string
        while (learned.Count < pieces && Best(chain, least) is var pair && pair >= 0)
        {
            (int a, int b) = chain.Pair(pair);
            chain.Merge(pair);
            symbols.Add(symbols[a] + symbols[b]);
            if (ids.TryAdd(symbols[^1], learned.Count))
            {
                learned.Add(symbols[^1]);
            }
        }

        return new(learned, pattern, special);
    }

    /// <inheritdoc/>
    public int[] Encode(string text)
    {
        var ids = new List<int>();
        foreach (ReadOnlySpan<char> piece in Texts.Pieces.Of(text, _pattern))
        {
            ReadOnlySpan<char> rest = piece;
            while (rest.Length > 0)
            {
                int length = Math.Min(rest.Length, _vocabulary.Longest), id = -1;
                while (length > 0 && !_vocabulary.TryGet(rest[..length], out id))
                {
                    length--; // (14.7)
                }

                if (length > 0)
                {
                    ids.Add(id);
                }
                else
                {
                    length = _vocabulary.AddBytes(rest, ids);
                }

                rest = rest[length..];
            }
        }

        return [.. ids];
    }

    /// <inheritdoc/>
    public string Decode(ReadOnlySpan<int> ids) => _vocabulary.Decode(ids);

    private static int Best(SymbolChain chain, long least)
    {
        int best = -1;
        (double Score, long Count) most = default;
        for (int pair = 0; pair < chain.PairCount; pair++)
        {
            long f = chain.Count(pair);
            if (f < least)
            {
                continue;
            }

            (int a, int b) = chain.Pair(pair);
            (double, long) of = (ScalarWordPiece.Score(f, chain.CountOf(a), chain.CountOf(b)), f); // (14.6)
            int order = best < 0 ? 1 : of.CompareTo(most);
            if (order > 0 || (order == 0 && (a, b).CompareTo(chain.Pair(best)) < 0))
            {
                (best, most) = (pair, of);
            }
        }

        return best;
    }
}
