using System.Runtime.InteropServices;

namespace Reference.Texts;

/// <summary>
/// Sequences of symbols in which pairs are merged. The count of every pair is kept up to date: merging a, b between l
/// and r changes the counts of (l, a), (a, b), (b, r), (l, c) and (c, r) only, (14.5). Every place of a pair is listed
/// once, when its younger symbol is made, so that all merges together take time near to linear in the corpus.
/// </summary>
public sealed class SymbolChain
{
    private const int None = -1;

    private readonly int[] _symbol, _weight; // symbol None: merged into the one before
    private readonly int[] _next, _before;
    private readonly Dictionary<(int A, int B), int> _pairs = [];
    private readonly List<(int A, int B)> _pairOf = [];
    private readonly List<long> _counts = [];
    private readonly List<List<int>> _places = [];
    private readonly List<long> _symbolCounts;

    /// <summary>Sequences of symbols 0 … symbols − 1 that occur w ≥ 1 times each.</summary>
    public SymbolChain(IReadOnlyList<int[]> sequences, IReadOnlyList<int> w, int symbols)
    {
        ArgumentNullException.ThrowIfNull(sequences);
        ArgumentNullException.ThrowIfNull(w);
        int length = sequences.Sum(s => s.Length), at = 0;
        (_symbol, _weight, _next, _before) = (new int[length], new int[length], new int[length], new int[length]);
        _symbolCounts = [.. new long[symbols]];
        for (int s = 0; s < sequences.Count; s++)
        {
            int first = at, end = at + sequences[s].Length;
            foreach (int symbol in sequences[s])
            {
                _symbol[at] = WellFormed.Id(symbol, symbols, nameof(sequences));
                _symbolCounts[symbol] += w[s];
                _weight[at] = w[s];
                _before[at] = at > first ? at - 1 : None;
                _next[at] = at + 1 < end ? at + 1 : None;
                if (at > first)
                {
                    Add(_symbol[at - 1], symbol, at - 1);
                }

                at++;
            }
        }
    }

    /// <summary>How many pairs have occurred so far; they are numbered in the order of their first
    /// occurrence.</summary>
    public int PairCount => _pairOf.Count;

    /// <summary>The number of symbols.</summary>
    public int SymbolCount => _symbolCounts.Count;

    /// <summary>A pair by its number.</summary>
    public (int A, int B) Pair(int pair) => _pairOf[pair];

    /// <summary>f(a, b), how often a pair occurs now, (14.1).</summary>
    public long Count(int pair) => _counts[pair];

    /// <summary>f(a), how often a symbol occurs now.</summary>
    public long CountOf(int symbol) => _symbolCounts[symbol];

    /// <summary>Merges a pair wherever it occurs, from left to right, into the next new symbol, which is returned.
    /// Pairs from <see cref="PairCount"/> on are new after it.</summary>
    public int Merge(int pair)
    {
        (int a, int b) = _pairOf[pair];
        int c = _symbolCounts.Count;
        _symbolCounts.Add(0);
        foreach (int place in _places[pair])
        {
            int after = _next[place];
            if (_symbol[place] != a || after == None || _symbol[after] != b)
            {
                continue; // merged otherwise since it was listed
            }

            int w = _weight[place], l = _before[place], r = _next[after];
            _counts[pair] -= w; // (14.5)
            if (l != None)
            {
                _counts[_pairs[(_symbol[l], a)]] -= w;
                Add(_symbol[l], c, l);
            }

            if (r != None)
            {
                _counts[_pairs[(b, _symbol[r])]] -= w;
                Add(c, _symbol[r], place);
                _before[r] = place;
            }

            (_symbol[place], _symbol[after], _next[place]) = (c, None, r);
            _symbolCounts[a] -= w;
            _symbolCounts[b] -= w;
            _symbolCounts[c] += w;
        }

        _places[pair] = [];
        return c;
    }

    private void Add(int a, int b, int place)
    {
        ref int pair = ref CollectionsMarshal.GetValueRefOrAddDefault(_pairs, (a, b), out bool known);
        if (!known)
        {
            pair = _pairOf.Count;
            _pairOf.Add((a, b));
            _counts.Add(0);
            _places.Add([]);
        }

        _counts[pair] += _weight[place];
        _places[pair].Add(place);
    }
}
