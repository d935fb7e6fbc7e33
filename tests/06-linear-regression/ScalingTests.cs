using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Numerics;
using Reference.Verification;

namespace Reference.LinearModels.Tests;

/// <summary>Features and sets on another scale, and the weights of a scaled model in the old units.</summary>
public class ScalingTests
{
    // (6.24) (6.25) S3-097 S3-098 S3-213 S3-214: [0, 1] or mean 0 and deviation 1, undone by the inverse, and the same
    // in any units x → cx + d with c > 0; N − 1 makes the deviation larger.
    [Property]
    public void Scaled_features_have_no_units(Seed seed, Positive c, Number d)
    {
        RandomStream random = seed.Stream();
        double[] x = [.. random.Normals(2 + random.Below(20)).Select(v => 40 + 7 * v)],
            inOtherUnits = [.. x.Select(v => c.Value * v + d.Value)];
        double[] unit = ScalarScaling.MinMax(x), z = ScalarScaling.ZScore(x);
        Assert.Equal((0, 1), (unit.Min(), unit.Max()));
        Assert.True(RelativeError.ByNorm(x, [.. unit.Select(v => v * (x.Max() - x.Min()) + x.Min())]) < 1e-12);
        Assert.True(RelativeError.ByNorm(unit, ScalarScaling.MinMax(inOtherUnits)) < 1e-9);

        Assert.Equal(0, z.Average(), 1e-9);
        Assert.Equal(1, Math.Sqrt(z.Average(v => v * v)), 1e-9);
        Assert.True(RelativeError.ByNorm(z, ScalarScaling.ZScore(inOtherUnits)) < 1e-8);
        (double μ, double σ) = ScalarScaling.MeanAndDeviation(x);
        Assert.Equal(x[0], z[0] * σ + μ, 1e-9);
        Assert.Equal(z[0] * Math.Sqrt((x.Length - 1.0) / x.Length), ScalarScaling.ZScore(x, 1)[0], 1e-9);
    }

    // (6.24) (6.25): whole sets are scaled by the same numbers, feature by feature.
    [Property(MaxTest = 30)]
    public void Sets_are_scaled_feature_by_feature(Seed seed)
    {
        Matrix<double> X = seed.Stream().Matrix(3, 8);
        var set = new ColumnSamples(X);
        Matrix<double> z = ScaledWeights.Columns(FeatureScaling.ZScore(set).Of(set)),
            unit = ScaledWeights.Columns(FeatureScaling.MinMax(set).Of(set));
        for (int d = 0; d < 3; d++)
        {
            Assert.True(RelativeError.ByNorm(ScalarScaling.ZScore(X.Row(d).ToArray()), z.Row(d).ToArray()) < 1e-10);
            Assert.True(RelativeError.ByNorm(ScalarScaling.MinMax(X.Row(d).ToArray()), unit.Row(d).ToArray()) < 1e-12);
        }

        Digits.Agree(1.0872743336531341e-6, // by mpmath; the mean is rounded by a tenth of it
            ScalarScaling.MeanAndDeviation([1e9, 1e9 + 1e-6, 1e9 + 3e-6, 1e9 + 1e-6]).Deviation, 14);
        Assert.Equal([0, 1], ScalarScaling.MinMax([0, 1e308])); // ten times which is ∞
        Assert.Equal(X, ScaledWeights.Columns(set));
    }

    // (6.26) S3-212 S3-099: the unscaled weights of a least-squares fit are those of the raw features.
    [Property(MaxTest = 30)]
    public void Scaling_does_not_change_what_least_squares_predicts(Seed seed)
    {
        RandomStream random = seed.Stream();
        Matrix<double> X = Matrix<double>.Build.Dense(2, 9, (d, _) => random.Normal(5, d == 0 ? 1 : 300)),
            Y = random.Matrix(1, 9);
        FeatureScaling scaling = FeatureScaling.ZScore(new ColumnSamples(X));
        (Matrix<double> W, Matrix<double> b) =
            NormalEquations.Solve(ScaledWeights.Columns(scaling.Of(new ColumnSamples(X))), Y);
        (Matrix<double> raw, Matrix<double> rawB) = ScaledWeights.Unscaled(W, b, scaling);
        (Matrix<double> direct, Matrix<double> directB) = NormalEquations.Solve(X, Y);
        Assert.True(RelativeError.ByNorm(direct, raw) < 1e-7 && RelativeError.ByNorm(directB, rawB) < 1e-7);
    }

    // (6.14) S3-212: a feature a thousand times another is a condition of a million; scaling makes descent fast.
    [Fact]
    public void Scaling_makes_descent_fast()
    {
        var random = new RandomStream(2);
        Matrix<double> X = Matrix<double>.Build.Dense(2, 50, (d, _) => random.Uniform(0, d == 0 ? 1 : 1000)),
            Y = Matrix<double>.Build.Dense(1, 50, (_, n) => X[0, n] + X[1, n] / 1000);
        var set = new SampleSet(new ColumnSamples(X), new ColumnSamples(Y));
        var raw = LinearRegressionExperiments.Descend(set, null);
        var scaled = LinearRegressionExperiments.Descend(set, FeatureScaling.ZScore(set.X));
        Assert.True(raw.Condition > 1e5 && scaled.Condition < 3);
        Assert.True(scaled.Excess < 1e-9 && raw.Excess > 1e-3);
    }

    // (6.24) (6.25): a spread of a few roundings is none, on either side of 0; a larger one is.
    [Theory]
    [InlineData(1, 5, true)]
    [InlineData(-1, 5, true)]
    [InlineData(2, 20, true)] // exactly the limit
    [InlineData(1, 40, false)]
    [InlineData(-1, 40, false)]
    public void A_spread_of_roundings_is_none(double x, int roundings, bool none)
    {
        double[] both = [x - roundings * Math.ScaleB(1, -52), x];
        Assert.Equal(none, double.IsNaN(ScalarScaling.MinMax(both)[0]));
        Assert.True(double.IsNaN(ScalarScaling.ZScore([x, Math.BitIncrement(x)])[0]));
        Assert.Equal(1, ScalarScaling.ZScore([x - 1e-9, x])[1], 1e-6);
    }
}
