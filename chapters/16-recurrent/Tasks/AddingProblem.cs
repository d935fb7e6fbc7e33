using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;

namespace Reference.RecurrentNetworks;

/// <summary>The adding problem: each of T ≥ 2 steps has a number in [0, 1) and a mark, which is 1 in one step of the
/// first half and in one of the second; the sum of the two marked numbers is wanted. Its variance, ⅙, is the squared
/// error of the best constant, 1. S1-198, S3-161.</summary>
public sealed record AddingProblem(int Steps) : IMemoryTask
{
    /// <summary>The squared error of the answer 1.</summary>
    public const double OfTheMean = 1 / 6.0;

    /// <inheritdoc/>
    public int Inputs => 2;

    /// <inheritdoc/>
    public int Outputs => 1;

    /// <inheritdoc/>
    public Loss Loss() => new MeanSquaredError();

    /// <inheritdoc/>
    public SampleSet Set(int samples, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(random);
        Matrix<double> X = Matrix<double>.Build.Dense(2 * Steps, samples), Y = Matrix<double>.Build.Dense(1, samples);
        for (int n = 0; n < samples; n++)
        {
            int half = Steps / 2, first = random.Below(half), second = half + random.Below(Steps - half);
            for (int t = 0; t < Steps; t++)
            {
                X[2 * t, n] = random.Uniform();
            }

            X[2 * first + 1, n] = X[2 * second + 1, n] = 1;
            Y[0, n] = X[2 * first, n] + X[2 * second, n];
        }

        return new(new ColumnSamples(X), new ColumnSamples(Y));
    }
}
