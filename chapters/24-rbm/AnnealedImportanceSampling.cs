using Reference.Activations;
using Reference.Networks;
using Reference.Numerics;

namespace Reference.BoltzmannMachines;

/// <summary>An estimate of ln Z, and its standard error.</summary>
/// <param name="LogPartition">ln of the mean weight.</param>
/// <param name="Error">The standard error of the mean weight, relative to it.</param>
/// <param name="LogWeights">One for each chain. // [chains]</param>
public sealed record PartitionEstimate(double LogPartition, double Error, double[] LogWeights);

/// <summary>
/// Annealed importance sampling (Neal 2001; Salakhutdinov and Murray 2008): chains start at a machine without weights,
/// whose ln Z₀ is known, and pass through machines between it and the one in question, (24.13); the product of the
/// ratios on the way, (24.14), has the mean Z/Z₀, (24.15).
/// </summary>
public sealed class AnnealedImportanceSampling
{
    private readonly BernoulliRbm _machine;
    private readonly double[] _base, _change;
    private readonly Workspace _visible = new(), _hidden = new(), _means = new(), _a = new(), _scaled = new();

    /// <summary>For a machine, from independent visible units on. // baseBiases [D]</summary>
    public AnnealedImportanceSampling(BernoulliRbm machine, double[] baseBiases)
    {
        ArgumentNullException.ThrowIfNull(machine);
        Require.SameLength(machine.Visible, "visible units", baseBiases.Length, nameof(baseBiases));
        Require.Finite(baseBiases);
        (_machine, _base, _change) = (machine, baseBiases, new double[baseBiases.Length]);
    }

    /// <summary>The biases of independent units with the means of some samples, kept off 0 and 1 by half a sample. //
    /// V [D × N] → [D]</summary>
    public static double[] BiasesOf(MatrixView V)
    {
        var biases = new double[V.RowCount];
        for (int n = 0; n < V.ColumnCount; n++)
        {
            Kernels.Axpby(1, V.Column(n), 1, biases);
        }

        return [.. biases.Select(count => Math.Log((count + 0.5) / (V.ColumnCount - count + 0.5)))];
    }

    /// <summary>ln Z by so many chains through these temperatures, 0 = β₀ &lt; β₁ &lt; … = 1.</summary>
    /// <exception cref="ArgumentException">Temperatures that do not rise from 0 to 1, or no chain.</exception>
    public PartitionEstimate Estimate(IReadOnlyList<double> temperatures, int chains, RandomStream random)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(chains);
        if (temperatures.Count < 2 || temperatures[0] != 0 || temperatures[^1] != 1
            || temperatures.Zip(temperatures.Skip(1)).Any(pair => !(pair.First < pair.Second)))
        {
            throw new ArgumentException(
                $"Expected temperatures that rise from 0 to 1; got [{string.Join(", ", temperatures.Take(8))} …].",
                nameof(temperatures));
        }

        (int D, int H) = (_machine.Visible, _machine.Hidden);
        MatrixView v = _visible.Of(D, chains), h = _hidden.Of(H, chains), m = _means.Of(D, chains),
            a = _a.Of(H, chains), s = _scaled.Of(H, chains);
        (double[] logs, double[] biases) = (new double[chains], new double[D]);
        Start(m, v, random);
        for (int t = 1; t < temperatures.Count; t++)
        {
            (double last, double β) = (temperatures[t - 1], temperatures[t]);
            Activations(v, a);
            Add(logs, v, a, s, β, last); // (24.14)
            Kernels.Axpby(β, a.Span, 0, s.Span);
            s.Map(Kernels.Sigmoid, s);
            Kernels.RandomBernoulli(random, s.Span, h.Span); // a sweep at β
            m.Product(_machine.Parameters[0].Value.View().T, h, β);
            Mixed(β, biases);
            Kernels.AddColumn(biases, m.Span);
            m.Map(Kernels.Sigmoid, m);
            Kernels.RandomBernoulli(random, m.Span, v.Span);
        }

        double logZ0 = H * Math.Log(2) + _base.Sum(ScalarActivations.Softplus);
        double mean = ScalarActivations.LogSumExp(logs) - Math.Log(chains); // (24.15)
        double[] relative = [.. logs.Select(log => Math.Exp(log - mean))];
        double variance = relative.Sum(w => (w - 1) * (w - 1)) / Math.Max(1, chains - 1);
        return new(logZ0 + mean, Math.Sqrt(variance / chains), logs);
    }

    /// <summary>Temperatures closer together at the end, where the machine changes most: half of them in the last
    /// tenth.</summary>
    public static double[] Schedule(int steps) =>
    [
        .. Enumerable.Range(0, steps / 2).Select(i => 0.9 * i / (steps / 2)),
        .. Enumerable.Range(0, steps - steps / 2 + 1).Select(i => 0.9 + 0.1 * i / (steps - steps / 2)),
    ];

    private void Start(MatrixView m, MatrixView v, RandomStream random)
    {
        m.Fill(0);
        Kernels.AddColumn(_base, m.Span);
        m.Map(Kernels.Sigmoid, m);
        Kernels.RandomBernoulli(random, m.Span, v.Span);
    }

    // a ← c + Wv
    private void Activations(MatrixView v, MatrixView a)
    {
        a.Product(_machine.Parameters[0].Value.View(), v);
        a.AddColumn(_machine.Parameters[2].Value.View());
    }

    // ln p*_β(v) − ln p*_last(v), with ln p*_β(v) = ((1 − β)b₀ + βb)ᵀv + Σ ln(1 + e^(βa)), (24.13)
    private void Add(double[] logs, MatrixView v, MatrixView a, MatrixView s, double β, double last)
    {
        Kernels.Axpby(β - last, _machine.Parameters[1].Values, 0, _change);
        Kernels.Axpby(last - β, _base, 1, _change);
        for (int n = 0; n < logs.Length; n++)
        {
            logs[n] += Kernels.Dot(_change, v.Column(n));
        }

        foreach ((double at, int sign) in ((double, int)[])[(β, 1), (last, -1)])
        {
            Kernels.Axpby(at, a.Span, 0, s.Span);
            s.Map(Kernels.Softplus, s);
            for (int n = 0; n < logs.Length; n++)
            {
                double sum = 0;
                foreach (double softplus in s.Column(n))
                {
                    sum += softplus;
                }

                logs[n] += sign * sum; // (24.14)
            }
        }
    }

    // (1 − β)b₀ + βb
    private void Mixed(double β, double[] biases)
    {
        Kernels.Axpby(β, _machine.Parameters[1].Values, 0, biases);
        Kernels.Axpby(1 - β, _base, 1, biases); // (24.13)
    }
}
