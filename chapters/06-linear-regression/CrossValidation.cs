using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Losses;
using Reference.Numerics;

namespace Reference.LinearModels;

/// <summary>K-fold cross-validation of linear regression: every sample validates once, and a fold is scaled by its
/// training samples only. S3-099, S3-101.</summary>
public static class CrossValidation
{
    /// <summary>One fold: how many samples on either side, the mean absolute errors on them, the scaling.</summary>
    public sealed record Fold(int Train, int Validation, double TrainError, double ValidationError,
        FeatureScaling Scaling);

    /// <summary>Linear regression, fold by fold: z-scores of the training samples, then (6.20).</summary>
    /// <exception cref="ArgumentException">Fewer than two folds, more than samples, or singular equations.</exception>
    public static IReadOnlyList<Fold> LinearRegression(SampleSet set, int folds, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(set);
        return [.. Split.Folds(set.Count, folds, random).Select(split =>
        {
            SampleSet train = set.At(split.Train), validation = set.At(split.Validation);
            FeatureScaling scaling = FeatureScaling.ZScore(train.X);
            Matrix<double> X = ScaledWeights.Columns(scaling.Of(train.X)), Y = ScaledWeights.Columns(train.Y);
            (Matrix<double> W, Matrix<double> b) = NormalEquations.Solve(X, Y);
            return new Fold(
                train.Count, validation.Count,
                Error(X, Y), Error(ScaledWeights.Columns(scaling.Of(validation.X)),
                    ScaledWeights.Columns(validation.Y)),
                scaling);

            double Error(Matrix<double> x, Matrix<double> y) =>
                RegressionEquations.MeanAbsoluteError(LinearEquations.Predict(W, b, x), y);
        })];
    }

    /// <summary>(1/K) Σ_k s_k, (6.27): the mean of the folds' validation errors. S3-101.</summary>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static double Score(IReadOnlyList<Fold> folds)
    {
        ArgumentNullException.ThrowIfNull(folds);
        Require.NotEmpty(folds.Count, nameof(folds));
        return folds.Average(fold => fold.ValidationError); // (6.27)
    }
}
