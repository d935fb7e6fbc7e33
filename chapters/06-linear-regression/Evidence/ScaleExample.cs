using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Verification;

namespace Reference.LinearModels;

/// <summary>The example of S3-212: one feature from 0 to 1, one from 0 to 1000, and a target to which both give the same.</summary>
internal static class ScaleExample
{
    private static readonly (Matrix<double> X, Matrix<double> Y) Drawn = Draw();

    /// <summary>The features. // [2 × 60]</summary>
    public static Matrix<double> X => Drawn.X;

    /// <summary>The targets, around 2x₁ + 0.002x₂ + 1. // [1 × 60]</summary>
    public static Matrix<double> Y => Drawn.Y;

    /// <summary>The features as z-scores. // [2 × 60]</summary>
    public static Matrix<double> Scaled => ScaledWeights.Columns(FeatureScaling.ZScore(new ColumnSamples(X)).Of(new ColumnSamples(X)));

    /// <summary>λ_max/λ_min of the error's curvature.</summary>
    public static double Condition(bool scaled)
    {
        double[] λ = StationaryPoint.Eigenvalues(LinearEquations.Hessian(scaled ? Scaled : X));
        return λ[^1] / λ[0];
    }

    /// <summary>How far the predictions of the two least-squares fits are apart, by norm.</summary>
    public static double PredictionGap
    {
        get
        {
            (Matrix<double> W, Matrix<double> b) = NormalEquations.Solve(X, Y);
            (Matrix<double> V, Matrix<double> c) = NormalEquations.Solve(Scaled, Y);
            return RelativeError.ByNorm(LinearEquations.Predict(W, b, X), LinearEquations.Predict(V, c, Scaled));
        }
    }

    private static (Matrix<double> X, Matrix<double> Y) Draw()
    {
        var random = new RandomStream(212);
        var x = Matrix<double>.Build.Dense(2, 60, (d, _) => random.Uniform(0, d == 0 ? 1 : 1000));
        return (x, Matrix<double>.Build.Dense(1, 60, (_, n) => 2 * x[0, n] + 0.002 * x[1, n] + 1 + random.Normal(0, 0.1)));
    }
}
