using Reference.Datasets;
using Reference.LinearModels;
using Reference.Numerics;
using static Reference.Testing.BadInput;

namespace Reference.Networks.Tests;

/// <summary>Concrete and houses.</summary>
public class RegressionProjectTests
{
    // S4-016 S4-021: the error falls far below that of always saying the mean strength.
    [Fact]
    public void The_strength_of_concrete_is_learned()
    {
        SampleSet set = ConcreteNetwork.Draw(new RandomStream(1), 600);
        Assert.Equal((8, 1), (set.X.Features, set.Y.Features));
        (Trainer trainer, History history, SampleSet rest) = ConcreteNetwork.Train(set, 1, 80);
        double[] y = [.. Enumerable.Range(0, rest.Count).Select(n => rest[n].Y[0])];
        double mean = y.Average(v => Math.Abs(v - y.Average()));
        Assert.True(history.ValidationMetrics[^1] < 0.35 * mean, $"{history.ValidationMetrics[^1]} and {mean}");
        Assert.True(history.ValidationMetrics[^1] < history.ValidationMetrics[4] / 2);
        Assert.Equal(history.ValidationMetrics[^1], trainer.Evaluate(rest).Metric);
        Assert.Equal(120, rest.Count);
        Assert.All(y, strength => Assert.InRange(strength, 0, 130)); // MPa
    }

    // S4-016: the synthetic mixtures behave as concrete does: binder, plasticizer and age make it stronger, water weaker, stones do nothing here.
    [Fact]
    public void Cement_and_age_strengthen_the_synthetic_concrete_and_water_weakens_it()
    {
        SampleSet set = ConcreteNetwork.Draw(new RandomStream(2), 4000);
        double[] y = [.. Enumerable.Range(0, 4000).Select(n => set[n].Y[0])];
        double[] correlations = [.. Enumerable.Range(0, 8).Select(d =>
            MathNet.Numerics.Statistics.Correlation.Pearson(Enumerable.Range(0, 4000).Select(n => set[n].X[d]), y))];
        Assert.All(new[] { 0, 1, 2, 7 }, d => Assert.True(correlations[d] > 0.06, $"{d}: {correlations[d]}"));
        Assert.True(correlations[3] < -0.06 && correlations[4] > 0.03,
            $"{correlations[3]} and {correlations[4]}"); // a chance correlation of 4000 samples is about 0.016
        Assert.All(correlations[5..7], c => Assert.InRange(c, -0.06, 0.06));
    }

    // (9.21) (9.22) S3-102 S3-103.
    [Fact]
    public void The_curve_of_folds_is_averaged_cut_and_smoothed()
    {
        Assert.Equal([4.0, 3], FoldCurve.Average([[3, 2], [5, 4]]));
        Assert.Equal([2, 3, 3.5 + 0.25], FoldCurve.Smoothed([9, 9, 2, 4, 4.5], 2, 0.5));
        Assert.Equal([5.0, 1], FoldCurve.Smoothed([7, 5, 1], 1, 0));
        Assert.All(FoldCurve.Smoothed([.. Enumerable.Repeat(3.0, 50)], 10, 0.9), s => Assert.Equal(3, s, 1e-12));
        Refuses(() => FoldCurve.Average([]), "empty");
        Refuses(() => FoldCurve.Average([[1, 2], [1]]), "2 and 1");
        Refuses(() => FoldCurve.Average([[1, double.NaN]]), "finite", "NaN");
        Refuses(() => FoldCurve.Smoothed([1, 2], 2, 0.5), "at least one of 2", "got 2");
        Refuses(() => FoldCurve.Smoothed([1, 2], 0, 1), "[0, 1)", "got 1");
        Assert.Equal(0.9 * 1 + 0.1 * 2, FoldCurve.Smoothed([1, 2], 0, 0.9)[1], 1e-15);
    }

    // S3-100 S3-102: 13-64-64-1, a linear output, judged in thousands of dollars over folds that cover all houses once.
    // It follows the bends of the price, least squares cannot.
    [Fact]
    public void The_housing_network_does_better_than_the_line_in_every_fold()
    {
        SampleSet houses = Housing.StandIn().Samples;
        IReadOnlyList<double[]> folds = BostonNetwork.Validate(houses, 4, 60, 1);
        IReadOnlyList<CrossValidation.Fold> lines = CrossValidation.LinearRegression(houses, 4, new RandomStream(1));
        Assert.Equal(4, folds.Count);
        Assert.All(folds.Zip(lines), fold => Assert.True(
            fold.First.Length == 60 && fold.First[^1] < 0.9 * fold.Second.ValidationError, $"{fold.First[^1]} and {fold.Second.ValidationError}"));
        Sequential network = BostonNetwork.Build(new RandomStream(1));
        Assert.Equal(5_121, Summary.CountOf((ILayer)network));
        Assert.IsType<Dense>(network.Layers[^1]);
        Refuses(() => BostonNetwork.Validate(houses, 1, 1, 1), "folds");
    }

    // S3-100 S3-102: the real table, four folds: some 2,500 dollars, where least squares stays at 3,400.
    [Fact]
    public void The_housing_network_does_better_than_the_line_on_the_real_table()
    {
        RealData.At("boston-housing", "housing.tsv");
        Housing houses = Housing.Load();
        Assert.True(houses.IsReal);
        double network = FoldCurve.Average(BostonNetwork.Validate(houses.Samples, 4, 60, 1))[^1];
        Assert.InRange(network, 1.8, 3.2); // thousands of dollars
        Assert.True(network < 0.85 * CrossValidation.Score(CrossValidation.LinearRegression(houses.Samples, 4, new RandomStream(1))));
    }
}
