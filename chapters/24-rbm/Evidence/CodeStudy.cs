using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.BoltzmannMachines;

/// <summary>
/// Reconstruction from codes of K numbers, by principal components and by hidden probabilities: on a flat of dimension
/// 3, on pixels that are switched, on arcs of a ring and on steps. S4-198
/// </summary>
public static class CodeStudy
{
    /// <summary>200 points on a flat of dimension 3 in ten, each coordinate of deviation about 1. // [10 ×
    /// 200]</summary>
    public static Matrix<double> Flat { get; } = new RandomStream(1) is var random
        ? Matrix<double>.Build.Dense(10, 3, random.Normals(30)) / Math.Sqrt(3)
            * Matrix<double>.Build.Dense(3, 200, random.Normals(600)) : null!;

    /// <summary>24 pixels, each 1 where a weighted sum of four signs exceeds its threshold: pictures of all 16
    /// signs. // [24 × 16]</summary>
    public static Matrix<double> Switches { get; } = new RandomStream(3) is var random
        && Matrix<double>.Build.Dense(24, 4, random.Normals(96)) is var A && random.Normals(24) is var thresholds
        ? (A * (2 * Enumeration.States(4, 0, 16) - 1)).MapIndexed((i, _, sum) => sum > -0.5 * thresholds[i] ? 1.0 : 0)
        : null!;

    /// <summary>A ring of 24 pixels with an arc of 12 at each of the 24 places. // [24 × 24]</summary>
    public static Matrix<double> Arcs { get; } =
        Matrix<double>.Build.Dense(24, 24, (i, n) => (i - n + 24) % 24 < 12 ? 1 : 0);

    /// <summary>A row of 24 pixels, the first 0 … 24 of them on. // [24 × 25]</summary>
    public static Matrix<double> Steps { get; } = Matrix<double>.Build.Dense(24, 25, (i, n) => i < n ? 1 : 0);

    /// <summary>Mean squared error of principal components. // X [D × N]</summary>
    public static double Components(Matrix<double> X, int size) => Pca.Of(X, size) is var pca
        ? Error(X, pca.Reconstruct(pca.Project(X))) : 0;

    /// <summary>Mean squared error of a machine of so many hidden units, binary or real ones, the least of three
    /// starts. // X [D × N]</summary>
    public static double HiddenUnits(Matrix<double> X, int size, bool binary, int epochs) =>
        Enumerable.Range(1, 3).Min(seed =>
        {
            var random = new RandomStream((ulong)seed);
            Rbm machine = binary
                ? new BernoulliRbm(X.RowCount, size, random, 0.1) : new GaussianRbm(X.RowCount, size, random, 0.1);
            var descent = new Momentum(machine.Parameters, binary ? 0.1 : 0.01);
            new RbmTrainer(machine, new ContrastiveDivergence(machine, 1, random), descent)
                .Fit(new ColumnSamples(X), epochs, 24, random);
            return Error(X, machine.Reconstruct(X));
        });

    private static double Error(Matrix<double> X, Matrix<double> back) =>
        (X - back).PointwisePower(2).Enumerate().Average();
}
