using System.Numerics.Tensors;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.BoltzmannMachines;

/// <summary>
/// The gradient of −ln p(v) by Gibbs sampling: from the samples on in CD-k, (24.10), or on chains that go on from step
/// to step in PCD, which never return to the samples. S4-197.
/// </summary>
public sealed class ContrastiveDivergence
{
    private readonly Rbm _machine;
    private readonly int _sweeps;
    private readonly RandomStream _random;
    private readonly MatrixView _chains; // [D × chains], none in CD-k
    private readonly Workspace _hidden = new(), _visible = new(), _states = new(), _means = new(), _signs = new(),
        _ones = new();

    /// <summary>For a machine.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="sweeps">k ≥ 1, of both layers.</param>
    /// <param name="random">Draws the states.</param>
    /// <param name="chains">How many chains go on from step to step; 0 for CD-k.</param>
    /// <exception cref="ArgumentOutOfRangeException">k &lt; 1, or a negative number of chains.</exception>
    /// <exception cref="ArgumentException">Chains for stars, of which each user has others.</exception>
    public ContrastiveDivergence(Rbm machine, int sweeps, RandomStream random, int chains = 0)
    {
        ArgumentNullException.ThrowIfNull(machine);
        ArgumentNullException.ThrowIfNull(random);
        if (sweeps < 1)
        {
            throw new ArgumentOutOfRangeException(
                nameof(sweeps), $"Expected k ≥ 1 sweeps; got {sweeps}: without one there is no negative phase.");
        }

        ArgumentOutOfRangeException.ThrowIfNegative(chains);
        if (chains > 0 && machine is RatingRbm)
        {
            throw new ArgumentException("Expected CD-k for ratings; chains would rate items nobody has.",
                nameof(chains));
        }

        (_machine, _sweeps, _random) = (machine, sweeps, random);
        _chains = new(machine.Visible, chains);
        foreach (ref double v in _chains.Span)
        {
            v = random.Below(2);
        }
    }

    /// <summary>Adds the gradient for a batch to the machine's parameters. // V [D × N]</summary>
    /// <returns>The mean squared difference between the samples and the first means of the visible units, or of the
    /// chains' number, NaN for PCD.</returns>
    /// <exception cref="ArgumentException">Samples that the machine does not take.</exception>
    public double Accumulate(MatrixView V)
    {
        _machine.Expect(V);
        Batch(V.ColumnCount).CopyFrom(V);
        return AccumulateBatch(V.ColumnCount);
    }

    /// <summary>Where a batch is gathered. // [D × N]</summary>
    internal MatrixView Batch(int N) => Visible(N).Columns(0, N);

    // The batch and, beside it, the states that follow from it or from the chains. // [D × (N + M)]
    private MatrixView Visible(int N) => _visible.Of(_machine.Visible, N + Chains(N));

    // M, one for each sample in CD-k.
    private int Chains(int N) => _chains.ColumnCount > 0 ? _chains.ColumnCount : N;

    /// <summary>The same for the batch that has been gathered, of N samples that the machine takes.</summary>
    internal double AccumulateBatch(int N)
    {
        (int D, int H, int M) = (_machine.Visible, _machine.Hidden, Chains(N));
        bool persistent = _chains.ColumnCount > 0;
        MatrixView P = _hidden.Of(H, N + M), P0 = P.Columns(0, N), Pk = P.Columns(N, M),
            Vs = Visible(N), V = Vs.Columns(0, N), v = Vs.Columns(N, M), h = _states.Of(H, M), m = _means.Of(D, M);
        _machine.HiddenMeans(V, P0);
        if (persistent)
        {
            _machine.HiddenMeans(_chains, Pk);
        }

        double error = double.NaN;
        for (int t = 0; t < _sweeps; t++)
        {
            Kernels.RandomBernoulli(_random, t == 0 && !persistent ? P0.Span : Pk.Span, h.Span); // (24.9)
            _machine.VisibleMeans(h, m);
            _machine.DrawVisible(_random, m, persistent ? _chains : V, v); // (24.9)
            _machine.HiddenMeans(v, Pk);
            if (t == 0 && !persistent)
            {
                error = Math.Pow(TensorPrimitives.Distance<double>(V.Span, m.Span), 2) / m.Span.Length;
            }
        }

        // (24.10), both ends in one product: the gradient of −ln p, so ⟨hv⟩₀ has the minus
        MatrixView s = _signs.Of(N + M, 1), one = _ones.Of(N + M, 1);
        s.Rows(0, N).Fill(-1.0 / N);
        s.Rows(N, M).Fill(1.0 / M);
        one.Fill(1);
        TensorPrimitives.Multiply(P0.Span, -1.0 / N, P0.Span);
        TensorPrimitives.Multiply(Pk.Span, 1.0 / M, Pk.Span);
        _machine.Parameters[0].AccumulateProduct(P, Vs.T); // (24.10)
        _machine.Parameters[1].AccumulateProduct(Vs, s); // (24.10)
        _machine.Parameters[2].AccumulateProduct(P, one); // (24.10)
        if (persistent)
        {
            _chains.CopyFrom(v);
        }

        return error;
    }
}
