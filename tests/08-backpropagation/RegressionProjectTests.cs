using Reference.Datasets;
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
        double[] correlations = [.. Enumerable.Range(0, 8).Select(d => MathNet.Numerics.Statistics.Correlation.Pearson(Enumerable.Range(0, 4000).Select(n => set[n].X[d]), y))];
        Assert.All(new[] { 0, 1, 2, 7 }, d => Assert.True(correlations[d] > 0.06, $"{d}: {correlations[d]}"));
        Assert.True(correlations[3] < -0.06 && correlations[4] > 0.03, $"{correlations[3]} and {correlations[4]}"); // a chance correlation of 4000 samples is about 0.016
        Assert.All(correlations[5..7], c => Assert.InRange(c, -0.06, 0.06));
    }

    // (8.50) (8.51) S3-102 S3-103.
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
    [Fact]
    public void The_housing_network_learns_in_every_fold()
    {
        SampleSet houses = BostonNetwork.Draw(new RandomStream(1), 240);
        IReadOnlyList<double[]> folds = BostonNetwork.Validate(houses, 4, 60, 1);
        Assert.Equal(4, folds.Count);
        double[] y = [.. Enumerable.Range(0, 240).Select(n => houses[n].Y[0])];
        double always = y.Average(v => Math.Abs(v - y.Average()));
        Assert.All(folds, fold => Assert.True(fold.Length == 60 && fold[^1] < 0.75 * always, $"{fold[^1]} and {always}"));
        Sequential network = BostonNetwork.Build(new RandomStream(1));
        Assert.Equal(5_121, Summary.CountOf((ILayer)network));
        Assert.IsType<Dense>(network.Layers[^1]);
        Assert.All(y, price => Assert.InRange(price, 5, 50));
        Refuses(() => BostonNetwork.Validate(houses, 1, 1, 1), "folds");
    }

    // S3-100 S3-102: the real table, four folds.
    [Fact]
    public void The_housing_network_learns_the_real_table()
    {
        SampleSet houses = BostonHousing.Read(RealData.At("boston-housing", "housing.tsv")).Predicting(BostonHousing.Target);
        double[] mean = FoldCurve.Average(BostonNetwork.Validate(houses, 4, 60, 1));
        Assert.InRange(mean[^1], 1.8, 3.2); // thousands of dollars
    }
}
