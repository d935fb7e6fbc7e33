using MathNet.Numerics.LinearAlgebra;
using Reference.Classification;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Autoencoders;

/// <summary>Small data on which each idea of the chapter can be seen.</summary>
public static class Toys
{
    /// <summary>W = [1/√2, 1/√2] of the notes. S4-171. // [1 × 2]</summary>
    public static double[,] Diagonal { get; } = { { 1 / Math.Sqrt(2), 1 / Math.Sqrt(2) } };

    /// <summary>Code and reconstruction of a point by W and Wᵀ. S4-171. // x [2]</summary>
    public static (double z, double[] x̂) OnDiagonal(params double[] x)
    {
        (double[] z, double[] x̂) = ScalarAutoencoder.Forward(
            Diagonal, new double[,] { { Diagonal[0, 0] }, { Diagonal[0, 1] } }, x);
        return (z[0], x̂);
    }

    /// <summary>The notes' AutoEncoder(D, k): two linear maps without a bias. S4-170.</summary>
    public static Autoencoder BiasFree(int inputs, int code, RandomStream random) => new(
        new LinearMap(inputs, code, Initializers.InverseRoot(random)),
        new LinearMap(code, inputs, Initializers.InverseRoot(random)));

    /// <summary>Centred normal samples whose deviations along random orthogonal axes fall by a factor.
    /// // [D × N]</summary>
    public static Matrix<double> Ellipsoid(int D, int N, double factor, RandomStream random)
    {
        Matrix<double> Q = Matrix<double>.Build.Dense(D, D, random.Normals(D * D)).QR().Q;
        Matrix<double> X = Matrix<double>.Build.Dense(D, N, random.Normals(D * N));
        X = Q * Matrix<double>.Build.DenseOfDiagonalArray(
            [.. Enumerable.Range(0, D).Select(i => Math.Pow(factor, i))]) * X;
        return X - X * Matrices.Ones(N, N) / N;
    }

    /// <summary>Trains a bias-free linear autoencoder on all samples at once, by Adam at a rate that falls in a line,
    /// and tells after each step its decoder and loss. S4-173. // X [D × N]</summary>
    public static Autoencoder Descend(
        Matrix<double> X, int k, int steps, ulong seed, Action<Matrix<double>, double>? after = null)
    {
        Autoencoder autoencoder = BiasFree(X.RowCount, k, new(seed));
        var adam = new Adam(autoencoder.Parameters, 0.02);
        var trainer = new Trainer(autoencoder, new MeanSquaredError(), adam);
        for (int step = 0; step < steps; step++)
        {
            adam.LearningRate = 0.02 * (1 - (double)step / steps) + 1e-9;
            double L = trainer.Step(X, X);
            after?.Invoke(autoencoder.Decoder.Parameters[0].Value, L);
        }

        return autoencoder;
    }

    /// <summary>Points along half a circle of radius 1, with noise. S3-241. // [2 × N]</summary>
    public static Matrix<double> Arc(int N, double noise, RandomStream random)
    {
        double[] t = random.Uniforms(N, 0, Math.PI);
        return Matrix<double>.Build.Dense(2, N, (i, n) =>
            (i == 0 ? Math.Cos(t[n]) : Math.Sin(t[n])) + noise * random.Normal());
    }

    /// <summary>2-H-1-H-2 with tanh inside, trained on all points at once. S3-241. // X [2 × N]</summary>
    public static Autoencoder Curve(
        Matrix<double> X, int steps, ulong seed, int hidden = 12, ConstraintPenalty? penalty = null)
    {
        var random = new RandomStream(seed);
        Initializer start = Initializers.Xavier(random);
        Sequential Half(int inputs, int outputs) => new(
            new Dense(inputs, hidden, start), new Tanh(hidden), new Dense(hidden, outputs, start));
        var autoencoder = new Autoencoder(Half(2, 1), Half(1, 2));
        var trainer = new ConditionedTrainer(autoencoder, new Adam(autoencoder.Parameters, 0.01), penalty);
        Matrix<double> none = Matrices.Ones(1, X.ColumnCount);
        for (int step = 0; step < steps; step++)
        {
            trainer.Step(X, none);
        }

        return autoencoder;
    }

    /// <summary>Outside a disc around 0: c(x) = r² − ‖x‖² ≤ 0. S3-170.</summary>
    public static Constraint Outside(double r) => (x, g) =>
    {
        double c = r * r;
        for (int i = 0; i < x.Length; i++)
        {
            c -= x[i] * x[i];
            g[i] = -2 * x[i];
        }

        return c;
    };

    /// <summary>Three flat clusters on a plane in ten dimensions, and outliers off it but not far from the centres.
    /// Label 1 marks an outlier. S3-174. // X [10 × N], labels [N]</summary>
    public static (Matrix<double> X, int[] Labels) Clusters(int N, int outliers, RandomStream random)
    {
        Matrix<double> Q = Matrix<double>.Build.Dense(10, 10, random.Normals(100)).QR().Q;
        double[,] centres = { { -3, 3, 0 }, { -2, -2, 3 } };
        LabelledPoints points = Blobs.Draw(random, centres, N + outliers, 1);
        int[] labels = [.. Enumerable.Range(0, N + outliers).Select(n => n < N ? 0 : 1)];
        Matrix<double> X = Matrix<double>.Build.Dense(10, N + outliers, (i, n) =>
            i < 2 ? points.X[i, n] : (labels[n] == 1 ? 0.6 : 0.1) * random.Normal());
        return (Q * X, labels);
    }

    /// <summary>The area under the ROC curve of scores that are to be high for outliers, and the curve.
    /// S3-174.</summary>
    public static (RocCurve Curve, double Area) Roc(double[] scores, int[] labels) =>
        RocCurve.Of(scores, labels) is var curve ? (curve, curve.Area()) : default;

    /// <summary>Distances of random points of the unit cube from one of them. S4-200. // [N − 1]</summary>
    public static double[] Distances(int d, int N, RandomStream random)
    {
        double[] first = random.Uniforms(d, 0, 1);
        return [.. Enumerable.Range(1, N - 1).Select(_ =>
            ScalarLosses.Distance(first, random.Uniforms(d, 0, 1)))];
    }
}
