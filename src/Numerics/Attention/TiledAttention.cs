using System.Numerics.Tensors;

namespace Reference.Numerics;

/// <summary>
/// softmax(QKᵀ/√d)V of many blocks, tile by tile with a softmax that is corrected as larger scores come: beside its
/// results it keeps one number a query, where the matrix of weights has n². The same bits for any number of threads.
/// </summary>
public sealed class TiledAttention
{
    // Hands of a backward pass where the blocks alone are few.
    private const int Hands = 8;

    private double[] _L = [], _δ = [], _sums = [];
    private MatrixViews[] _dQ = [];
    private AttentionTiles _tiles;

    /// <summary>Z ← softmax(QKᵀ/√d)V in every block; a query that sees no key has z = 0.</summary>
    /// <param name="Q">// blocks × [d × n]; it must not change before the backward pass, nor K and V</param>
    /// <param name="K">// blocks × [d × m]</param>
    /// <param name="V">// blocks × [e × m]</param>
    /// <param name="visible">The number of keys, the first ones, that a query of a sample sees. // [samples ·
    /// n]</param>
    /// <param name="heads">The blocks of a sample, one after another.</param>
    /// <param name="Z">// blocks × [e × n]</param>
    /// <param name="threads">At most so many; 0 for as many as there are.</param>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public void Forward(
        in MatrixViews Q, in MatrixViews K, in MatrixViews V, int[] visible, int heads, in MatrixViews Z,
        int threads = 0)
    {
        ArgumentNullException.ThrowIfNull(visible);
        _tiles = new(Q, K, V, visible, heads);
        if (K.Count != Q.Count || V.Count != Q.Count || Z.Count != Q.Count
            || visible.Length * heads != Q.Count * _tiles.Queries || V[0].ColumnCount != _tiles.Keys)
        {
            throw new ArgumentException(
                $"Expected as many blocks of keys and values as of queries, and a number for each query of a sample;"
                    + $" got {Q}, {K}, {V} and {visible.Length} numbers for {heads} heads.");
        }

        Grow(ref _L, Q.Count * _tiles.Queries);
        new TiledForward(_tiles, Z, _L).Run(Work.Threads(threads));
    }

    /// <summary>The gradients of the last forward pass, written over what is there.</summary>
    /// <param name="Z">Its result. // blocks × [e × n]</param>
    /// <param name="dZ">// blocks × [e × n]</param>
    /// <param name="dQ">// blocks × [d × n]</param>
    /// <param name="dK">// blocks × [d × m]</param>
    /// <param name="dV">// blocks × [e × m]</param>
    /// <param name="threads">At most so many; 0 for as many as there are.</param>
    public void Backward(
        in MatrixViews Z, in MatrixViews dZ, in MatrixViews dQ, in MatrixViews dK, in MatrixViews dV, int threads = 0)
    {
        (int blocks, int n, int d) = (dQ.Count, _tiles.Queries, dQ[0].RowCount);
        Grow(ref _δ, blocks * n);
        for (int i = 0; i < blocks * n; i++)
        {
            _δ[i] = Kernels.Dot(Z[i / n].Column(i % n), dZ[i / n].Column(i % n)); // Σ a ∂L/∂a = z·∂L/∂z
        }

        // By the shape alone, so that the order of the sums does not hang on the machine.
        int hands = Math.Clamp(Hands / blocks, 1, AttentionTiles.Count(_tiles.Keys));
        Grow(ref _sums, (hands - 1) * d * n * blocks);
        if (_dQ.Length != hands)
        {
            _dQ = new MatrixViews[hands];
        }

        MatrixView sums = new(_sums, d, (hands - 1) * n * blocks);
        for (int hand = 0; hand < hands; hand++)
        {
            _dQ[hand] = hand == 0 ? dQ : sums.Columns((hand - 1) * n * blocks, n * blocks).SplitColumns(blocks);
        }

        new TiledBackward(_tiles, dZ, _L, _δ, dK, dV, _dQ).Run(Work.Threads(threads));
        for (int hand = 1; hand < hands; hand++)
        {
            for (int block = 0; block < blocks; block++)
            {
                dQ[block].Add(_dQ[hand][block]);
            }
        }
    }

    /// <summary>The numbers kept beside the results: none of them n². // bytes</summary>
    public long Bytes => 8L * (_L.Length + _δ.Length + _sums.Length);

    private static void Grow(ref double[] buffer, int length)
    {
        if (buffer.Length < length)
        {
            buffer = new double[length];
        }
    }
}
