using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Numerics;

namespace Reference.LinearModels.Tests;

/// <summary>K folds, and the housing table in both forms.</summary>
public class CrossValidationTests
{
    // (6.27) S3-099 S3-101: fold sizes differ by one at most and add up, the score is the mean, and a noiseless plane
    // is predicted exactly, whatever the units of its features.
    [Property(MaxTest = 20)]
    public void Every_sample_validates_once(Seed seed)
    {
        RandomStream random = seed.Stream();
        (int folds, int count) = (2 + random.Below(5), 30 + random.Below(40));
        Matrix<double> X = Matrix<double>.Build.Dense(2, count, (d, _) => Math.Pow(10, d) * (3 + random.Normal()));
        var noise = new SampleSet(new ColumnSamples(X), new ColumnSamples(random.Matrix(1, count)));
        var plane = new SampleSet(new ColumnSamples(X), new ColumnSamples(Draw.Row(2, -1) * X + 5));
        IReadOnlyList<CrossValidation.Fold> measured = CrossValidation.LinearRegression(noise, folds, random);
        Assert.Equal((folds, count), (measured.Count, measured.Sum(f => f.Validation)));
        Assert.All(measured, f => Assert.Equal(count, f.Train + f.Validation));
        Assert.True(measured.Max(f => f.Validation) - measured.Min(f => f.Validation) <= 1);
        Assert.Equal(2.5,
            CrossValidation.Score([measured[0] with { ValidationError = 2 }, measured[0] with
            { ValidationError = 3 }]));
        Assert.All(CrossValidation.LinearRegression(plane, folds, random), f =>
            Assert.True(f.TrainError < 1e-10 && f.ValidationError < 1e-10));
    }

    // S3-099: least squares predicts the same with any scaling, so the statistics themselves are compared.
    [Fact]
    public void A_fold_is_scaled_by_its_training_samples_alone()
    {
        SampleSet set = Housing.StandIn().Samples;
        IReadOnlyList<Split> splits = Split.Folds(set.Count, 4, new RandomStream(8));
        Assert.All(CrossValidation.LinearRegression(set, 4, new RandomStream(8)).Zip(splits), p =>
        {
            FeatureScaling expected = FeatureScaling.ZScore(set.At(p.Second.Train).X);
            Assert.Equal(expected.Shift, p.First.Scaling.Shift);
            Assert.Equal(expected.Scale, p.First.Scaling.Scale);
        });
    }

    // S3-096: the stand-in has the shape of the table, its scales, and about the error of a line on the real houses.
    [Fact]
    public void The_stand_in_has_the_shape_of_the_table()
    {
        Housing housing = Housing.StandIn();
        Assert.False(housing.IsReal);
        Assert.Equal((506, 13, 1), (housing.Samples.Count, housing.Samples.X.Features, housing.Samples.Y.Features));
        Assert.Equal(BostonHousing.Names, housing.Table.Names);
        Assert.All(housing.Table["CHAS"], v => Assert.True(v is 0 or 1));
        Assert.All(housing.Table["TAX"], v => Assert.InRange(v, 187, 711));
        (double mean, double deviation) = ScalarScaling.MeanAndDeviation(housing.Table[BostonHousing.Target]);
        Assert.InRange(mean, 20, 26);
        Assert.InRange(deviation, 7, 11);
        Assert.InRange(CrossValidation.Score(CrossValidation.LinearRegression(housing.Samples, 4,
            new RandomStream(1))), 2.9, 3.5);
    }

    // S3-096 S3-101 S3-212: the published table, where it is: 3,400 dollars, and what scaling does for descent on it.
    [Fact]
    public void Boston_is_predicted_to_some_3400_dollars()
    {
        RealData.At("boston-housing", "housing.tsv");
        Housing housing = Housing.Load();
        Assert.True(housing.IsReal);
        Assert.InRange(CrossValidation.Score(CrossValidation.LinearRegression(housing.Samples, 4,
            new RandomStream(1))), 3.2, 3.6);
        var raw = LinearRegressionExperiments.Descend(housing.Samples, null);
        var minMax = LinearRegressionExperiments.Descend(housing.Samples, FeatureScaling.MinMax(housing.Samples.X));
        var zScore = LinearRegressionExperiments.Descend(housing.Samples, FeatureScaling.ZScore(housing.Samples.X));
        Assert.Equal((228, 964, 96),
            (Math.Round(raw.Condition / 1e6), Math.Round(minMax.Condition), Math.Round(zScore.Condition)));
        Assert.Equal((49, 0.3), (Math.Round(raw.Excess), Math.Round(minMax.Excess, 1)));
        Assert.InRange(zScore.Excess, 1e-10, 1e-8);
    }
}
