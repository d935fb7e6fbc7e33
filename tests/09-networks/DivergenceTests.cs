using Reference.Activations;
using Reference.Datasets;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Networks.Tests;

/// <summary>Training at rates far too high: every run stops, and with the last good weights.</summary>
public class DivergenceTests
{
    // A rate far too high: the loop stops where the loss is no number any more, and the last good weights are back.
    [Fact]
    public void A_run_that_diverges_stops_and_keeps_the_last_good_weights()
    {
        var unit = new Sequential(new Dense(1, 1, Initializers.Constant(1)));
        var descent = new GradientDescent(unit.Parameters, 50);
        var trainer = new Trainer(unit, new MeanSquaredError(), descent);
        SampleSet set = new(new ColumnSamples(new double[,] { { 3 } }), new ColumnSamples(new double[,] { { 0 } }));
        DivergedException stop = Assert.Throws<DivergedException>(() => trainer.Fit(set, 10_000, 1));
        Assert.Equal(50, stop.LearningRate);
        Assert.Equal(descent.Steps, stop.Step);
        Assert.True(stop.Step > 10 && double.IsFinite(stop.LastFiniteLoss) && stop.LastFiniteLoss > 1e280);
        Assert.Equal(stop.LastFiniteLoss, trainer.Evaluate(set).Loss);
    }

    // Every activation and every loss: steps far too long end in the same exception, with the weights of the last finite loss.
    [Theory]
    [InlineData(1e308, 1)] // the only step leads to infinite weights
    [InlineData(1e308, 5)]
    [InlineData(1e150, 5)] // weights stay finite, scores do not
    [InlineData(1e40, 40)]
    public void Every_network_that_diverges_stops_in_the_same_way(double η, int epochs)
    {
        SampleSet set = new(
            new ColumnSamples(new double[,] { { 3, -2, 1 }, { 1, 5, -4 } }), new ColumnSamples(new double[,] { { 0, 1, 0 }, { 1, 0, 1 } }));
        foreach (Activation f in Activation.All)
        {
            foreach (ILoss loss in new ILoss[] { new MeanSquaredError(), new SigmoidCrossEntropy(), new SoftmaxCrossEntropy() })
            {
                var network = new Sequential(
                    new Dense(2, 3, Initializers.Normal(new RandomStream(4), 1)), new ActivationLayer(f, 3),
                    new Dense(3, 2, Initializers.Normal(new RandomStream(5), 1)));
                var trainer = new Trainer(network, loss, new GradientDescent(network.Parameters, η), Metric.Accuracy);
                try
                {
                    trainer.Fit(set, epochs, 3, validation: set);
                }
                catch (DivergedException stop)
                {
                    Assert.Equal(η, stop.LearningRate);
                    Assert.InRange(stop.Step, 1, epochs);
                    Assert.Equal(stop.LastFiniteLoss, trainer.Evaluate(set).Loss, Math.Abs(stop.LastFiniteLoss) * 1e-12);
                }

                Assert.All(network.Parameters, p => Assert.All(p.Values.ToArray(), w => Assert.True(double.IsFinite(w), $"{f.Name}, {loss}")));
                (double after, double accuracy) = trainer.Evaluate(set);
                Assert.True(double.IsFinite(after) && double.IsFinite(accuracy), $"{f.Name}, {loss}");
            }
        }
    }

    [Fact]
    public void The_last_step_and_the_validation_set_can_stop_a_run_too()
    {
        var unit = new Sequential(new Dense(1, 1, Initializers.Constant(1)));
        var one = new SampleSet(new ColumnSamples(new double[,] { { 3 } }), new ColumnSamples(new double[,] { { 0 } }));
        var far = new SampleSet(new ColumnSamples(new double[,] { { 1e200 } }), new ColumnSamples(new double[,] { { 0 } }));
        DivergedException last = Assert.Throws<DivergedException>(
            () => new Trainer(unit, new MeanSquaredError(), new GradientDescent(unit.Parameters, 1e308)).Fit(one, 1, 1));
        Assert.Equal((1, 9.0, 1.0), (last.Step, last.LastFiniteLoss, unit.Parameters[0].Values[0]));
        var trainer = new Trainer(unit, new MeanSquaredError(), new GradientDescent(unit.Parameters, 0.01), Metric.AbsoluteError);
        Assert.True(double.IsNaN(trainer.Evaluate(far).Metric));
        DivergedException judged = Assert.Throws<DivergedException>(() => trainer.Fit(one, 1, 1, validation: far));
        Assert.Equal((double.PositiveInfinity, 9.0, 1.0), (judged.Found, judged.LastFiniteLoss, unit.Parameters[0].Values[0]));
    }
}
