using Reference.Numerics;

namespace Reference.Embeddings;

/// <summary>Draws from a distribution over V outcomes in constant time, by Vose's alias method: V cells of equal
/// weight hold two outcomes each, (15.18).</summary>
public sealed class AliasTable
{
    private readonly double[] _first; // the share of a cell that belongs to its own outcome
    private readonly int[] _other;

    /// <summary>Weights that are finite and not negative, at least one positive; they need not sum to 1. //
    /// [V]</summary>
    public AliasTable(ReadOnlySpan<double> weights)
    {
        Require.Finite(weights);
        double sum = 0;
        foreach (double weight in weights)
        {
            sum += weight >= 0 ? weight : double.NaN;
        }

        if (!(sum > 0))
        {
            throw new ArgumentException(
                "Expected weights of at least 0, one of them positive; got a negative one or zeros.", nameof(weights));
        }

        int V = weights.Length;
        (_first, _other) = (new double[V], new int[V]);
        (var small, var large) = (new Stack<int>(), new Stack<int>());
        for (int v = V - 1; v >= 0; v--)
        {
            _first[v] = weights[v] * V / sum; // (15.18)
            (_first[v] < 1 ? small : large).Push(v);
        }

        while (small.Count > 0 && large.Count > 0)
        {
            (int s, int l) = (small.Pop(), large.Pop());
            _other[s] = l; // what is missing in cell s is outcome l
            _first[l] -= 1 - _first[s]; // (15.18)
            (_first[l] < 1 ? small : large).Push(l);
        }

        foreach (int v in small.Concat(large))
        {
            (_first[v], _other[v]) = (1, v); // 1 up to rounding
        }
    }

    /// <summary>The number of outcomes.</summary>
    public int Count => _first.Length;

    /// <summary>An outcome.</summary>
    public int Draw(RandomStream random)
    {
        double x = random.Uniform() * Count;
        int cell = Math.Min((int)x, Count - 1);
        return x - cell < _first[cell] ? cell : _other[cell]; // (15.18)
    }

    /// <summary>The probability of an outcome, as the cells have it.</summary>
    public double Probability(int v) =>
        (_first[v] + _first.Index().Sum(c => _other[c.Index] == v ? 1 - c.Item : 0)) / Count; // (15.18)
}
