using Reference.Activations;

namespace Reference.Backpropagation.Tests;

public class ToyTableTests
{
    // S3-198: rows, moments, correlation, separability by x₁ + x₂ = 12.
    [Fact]
    public void The_table_is_as_printed()
    {
        Assert.All(Enumerable.Range(0, 10), n => Assert.Equal((n + 1.0, n + 2.0, n < 5 ? 0.0 : 1.0), (ToyTable.X[0, n], ToyTable.X[1, n], ToyTable.Y[0, n])));
        Assert.All(Enumerable.Range(0, 10), n => Assert.Equal(ToyTable.Y[0, n] == 1, ToyTable.X[0, n] + ToyTable.X[1, n] > 12));
        Assert.Equal(1, ToyTable.Correlation, 1e-12);
        Assert.Equal((5.5, 6.5), (ToyTable.Moments(0).Mean, ToyTable.Moments(1).Mean));
        Assert.Equal(Math.Sqrt(8.25), ToyTable.Moments(1).Deviation, 1e-12);
        Assert.Equal(5.0 / 33, ToyTable.LeastSquares.Slope, 1e-12);
        Assert.Equal(-1.0 / 3, ToyTable.LeastSquares.Intercept, 1e-12);
        for (int i = 0; i < 2; i++)
        {
            double[] row = [.. Enumerable.Range(0, 10).Select(n => ToyTable.Standardised[i, n])];
            Assert.Equal(0, row.Average(), 1e-12);
            Assert.Equal(1, row.Average(v => v * v), 1e-12);
            Assert.True(row[9] > row[0]);
        }
    }

    // (8.25) (8.26) S3-199: the computed step, for both losses.
    [Fact]
    public void One_step_from_zero_raises_the_loss_on_raw_features_and_lowers_it_on_standardised_ones()
    {
        Assert.Equal(0.125, OutputLoss.HalfSquared.Mean(ToyTable.ZeroUnit, ToyTable.X, ToyTable.Y), 1e-15);
        ScalarGradient g = OutputLoss.HalfSquared.MeanGradient(ToyTable.ZeroUnit, ToyTable.X, ToyTable.Y)[0],
            bce = OutputLoss.BinaryCrossEntropy.MeanGradient(ToyTable.ZeroUnit, ToyTable.X, ToyTable.Y)[0];
        Digits.Agree([-0.3125, -0.3125, 0], [g.dW[0, 0], g.dW[0, 1], g.dB[0]], 12);
        Digits.Agree([-1.25, -1.25, 0], [bce.dW[0, 0], bce.dW[0, 1], bce.dB[0]], 12);
        IReadOnlyList<ScalarLayer> raw = ToyTable.OneStep(OutputLoss.HalfSquared, ToyTable.X, 1),
            scaled = ToyTable.OneStep(OutputLoss.HalfSquared, ToyTable.Standardised, 1);
        Assert.Equal([0.3125, 0.3125], raw[0].W.Cast<double>(), (a, b) => Math.Abs(a - b) < 1e-15);
        Assert.Equal(0.1918619418, OutputLoss.HalfSquared.Mean(raw, ToyTable.X, ToyTable.Y), 5e-11);
        Assert.True(OutputLoss.HalfSquared.Mean(scaled, ToyTable.Standardised, ToyTable.Y) < 0.11);
        Assert.Equal(Math.Log(2), OutputLoss.BinaryCrossEntropy.Mean(ToyTable.ZeroUnit, ToyTable.X, ToyTable.Y), 1e-14);
        Assert.Equal(Activation.Sigmoid, raw[0].F);
    }

    // S3-219: a scale keeps its order in one number; names are equally far from one another.
    [Fact]
    public void A_scale_is_one_number_and_names_are_one_input_each()
    {
        double[,] condition = CategoryFeatures.Ordered([1, 4, 10], 1, 10), colour = CategoryFeatures.Unordered([1, 3, 2, 3], 3);
        Assert.Equal([0, 1.0 / 3, 1], condition.Cast<double>());
        Assert.Equal(new double[,] { { 1, 0, 0, 0 }, { 0, 0, 1, 0 }, { 0, 1, 0, 1 } }, colour);
        double Distance(int a, int b) => Enumerable.Range(0, 3).Sum(k => Math.Abs(colour[k, a] - colour[k, b]));
        Assert.Equal((2.0, 2.0, 2.0, 0.0), (Distance(0, 1), Distance(0, 2), Distance(1, 2), Distance(1, 3)));
        BadInput.Refuses(() => CategoryFeatures.Ordered([1, 11], 1, 10), "1 … 10", "element 1 is 11");
        BadInput.Refuses(() => CategoryFeatures.Ordered([0], 1, 10), "element 0 is 0");
        BadInput.Refuses(() => CategoryFeatures.Ordered([1], 1, 1), "highest − lowest", "got 0");
        BadInput.Refuses(() => CategoryFeatures.Ordered([], 1, 10), "values", "empty");
        BadInput.Refuses(() => CategoryFeatures.Unordered([1, 4], 3), "1 … 3", "element 1 is 4");
        BadInput.Refuses(() => CategoryFeatures.Unordered([0], 3), "1 … 3", "element 0 is 0");
        BadInput.Refuses(() => CategoryFeatures.Unordered([], 3), "values", "empty");
    }
}
