using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.RecurrentNetworks;

/// <summary>Delayed recall: one of K symbols is shown in the first step, and after so many empty steps, the lag, the
/// network says which. Chance is 1/K. S1-198, S3-161.</summary>
public sealed record DelayedRecall(int Symbols, int Lag) : IMemoryTask
{
    /// <inheritdoc/>
    public int Inputs => Symbols;

    /// <inheritdoc/>
    public int Outputs => Symbols;

    /// <inheritdoc/>
    public int Steps => Lag + 1;

    /// <inheritdoc/>
    public Loss Loss() => new SoftmaxCrossEntropy();

    /// <summary>Each symbol in turn.</summary>
    public SampleSet Set(int samples, RandomStream random) => new(
        new ColumnSamples(Matrix<double>.Build.Dense(Symbols * Steps, samples, (i, n) => i == n % Symbols ? 1 : 0)),
        [.. Enumerable.Range(0, samples).Select(n => n % Symbols)], Symbols);
}
