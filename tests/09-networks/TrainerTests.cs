using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Datasets;
using Reference.Numerics;
using Reference.Optimizers;
using static Reference.Networks.Tests.LayerTests;
using static Reference.Testing.BadInput;

namespace Reference.Networks.Tests;

public class TrainerTests
{
    private static (Trainer Trainer, Sequential Network) New(double η, Metric? metric = null)
    {
        Sequential network = MultilayerPerceptron.Of(
            [2, 3, 1], width => new Tanh(width), Initializers.Xavier(new RandomStream(1)));
        return (new(network, new MeanSquaredError(), new GradientDescent(network.Parameters, η), metric), network);
    }

    internal static SampleSet Samples(int count, ulong seed = 3)
    {
        var random = new RandomStream(seed);
        return new(new ColumnSamples(Normal(random, 2, count)), new ColumnSamples(Normal(random, 1, count)));
    }

    private static SampleSet Set(double[,] x, double[,] y) => new(new ColumnSamples(x), new ColumnSamples(y));

    // (9.16) S2-063 S2-067 S2-068 S3-067: x = (1, 1), y = 1: the score is 0.5·max(0, 0.6), ∂L/∂ŷ = 2(0.3 − 1).
    [Fact]
    public void One_step_of_a_ReLU_network_has_the_values_computed_by_hand()
    {
        var network = new Sequential(
            new Dense(Matrix<double>.Build.DenseOfArray(new[,] { { 0.2, 0.4 } }), Matrices.Column(0)),
            new Relu(1),
            new Dense(Matrices.Column(0.5), Matrices.Column(0)));
        var trainer = new Trainer(network, new MeanSquaredError(), new GradientDescent(network.Parameters, 0.01));
        Assert.Equal(0.49, trainer.Step(Matrices.Column(1, 1), Matrices.Column(1)), 1e-15);
        double step = 0.01 * 1.4;
        double[] expected = [0.2 + step * 0.5, 0.4 + step * 0.5, step * 0.5, 0.5 + step * 0.6, step];
        double[] θ = [.. network.Parameters.SelectMany(p => p.Values.ToArray())];
        Assert.All(expected.Zip(θ), pair => Assert.Equal(pair.First, pair.Second, 1e-15));
        Assert.Same(network, trainer.Network);
    }

    // S2-066 S2-107 S4-123: every sample once per epoch, the smaller last batch too, and the mean loss.
    [Fact]
    public void An_epoch_takes_every_sample_once_and_reports_the_mean()
    {
        Trainer trainer = New(0, Metric.AbsoluteError).Trainer; // η = 0: all batches meet the same weights
        SampleSet set = Samples(7), validation = Samples(5, 4);
        History history = trainer.Fit(set, 2, 3, new RandomStream(1), validation);
        (double loss, double metric) = trainer.Evaluate(set);
        (double validationLoss, double validationMetric) = trainer.Evaluate(validation, 2);
        Assert.Equal(2, history.Epochs.Count);
        Assert.All(history.Losses, value => Assert.Equal(loss, value, 1e-12));
        Assert.All(history.Metrics, value => Assert.Equal(metric, value, 1e-12));
        Assert.All(history.ValidationLosses, value => Assert.Equal(validationLoss, value, 1e-12));
        Assert.All(history.ValidationMetrics, value => Assert.Equal(validationMetric, value, 1e-12));
        Assert.All(New(0).Trainer.Fit(set, 1, 3).Epochs, epoch =>
            Assert.True(double.IsNaN(epoch.Metric) && double.IsNaN(epoch.ValidationLoss)));
    }

    [Fact]
    public void What_cannot_be_trained_on_is_refused()
    {
        Trainer trainer = New(0.1).Trainer;
        Assert.Throws<ArgumentNullException>(() => trainer.Fit(null!, 1, 1));
        Assert.Throws<ArgumentNullException>(() => trainer.Evaluate(null!));
        Refuses(() => trainer.Fit(Samples(3), -1, 1), "epochs");
        Refuses(() => trainer.Fit(Samples(3), 1, 0), "size");
        Refuses(() => trainer.Fit(Set(new double[3, 2], new double[1, 2]), 1, 1), "[2 × N]", "[3 × 1]");
        Refuses(() => trainer.Fit(Set(new double[2, 2], new double[2, 2]), 1, 1), "[1 × 1]", "[2 × 1]");
        Refuses(() => trainer.Step(Matrices.Column(0, double.PositiveInfinity), Matrices.Column(0)), "finite");
        Refuses(() => trainer.Predict(Matrices.Column(0, double.NaN)), "finite", "NaN");
        Sequential network = New(0).Network;
        var other = new GradientDescent(New(0).Network.Parameters, 0.1);
        Refuses(() => new Trainer(network, new MeanSquaredError(), other), "parameters of this network", "of another");
    }

    // (9.17) S2-108 S4-123: scores by hand.
    [Fact]
    public void Metrics_have_the_values_computed_by_hand()
    {
        static Matrix<double> M(double[,] values) => Matrix<double>.Build.DenseOfArray(values);
        Matrix<double> Z = M(new double[,] { { 3, -1, 0, 2 }, { 1, 0, 0, 5 }, { 2, -2, 0, 1 } }),
            Y = M(new double[,] { { 1, 0, 1, 1 }, { 0, 1, 0, 0 }, { 0, 0, 0, 0 } });
        Assert.Equal(0.75, Metric.Accuracy.Of(Z, Y)); // all but the last; of three equal scores the first counts
        Matrix<double> s = M(new double[,] { { 2, -1, 0, -3 } }), t = M(new double[,] { { 1, 0, 0, 1 } });
        Assert.Equal(0.75, Metric.BinaryAccuracy.Of(s, t));
        Matrix<double> half = t.Stack(M(new double[,] { { 1, 0, 1, 0 } }));
        Assert.Equal(0.5, Metric.BinaryAccuracy.Of(s.Stack(s), half)); // both outputs must be right
        Assert.Equal((1 + 1 + 0 + 4) / 4.0, Metric.AbsoluteError.Of(s, t));
        Assert.Equal((1 + 1 + 0 + 4) / 4.0, Metric.AbsoluteError.Of(s.Stack(s), t.Stack(t)));
        Refuses(() => Metric.Accuracy.Of(Z, s), "[3 × 4]", "[1 × 4]");
        Refuses(() => Metric.Accuracy.Of(Z * double.NaN, Y), "finite", "NaN");
    }

    // A step allocates at most a few objects, whatever batch and model.
    [Fact]
    public void Steady_steps_allocate_nothing_that_grows()
    {
        static long Bytes(int batch, int width)
        {
            var random = new RandomStream(1);
            Sequential network =
                MultilayerPerceptron.Of([20, width, width, 5], n => new Relu(n), Initializers.He(random));
            var adam = new Adam(network.Parameters);
            var trainer = new Trainer(network, new SoftmaxCrossEntropy(), adam, Metric.Accuracy);
            (Matrix<double>, Matrix<double>)[] batches = [.. new[] { batch, batch / 2 + 1 }.Select(n =>
                (Normal(random, 20, n), Matrix<double>.Build.Dense(5, n, (k, i) => k == i % 5 ? 1 : 0)))];
            void Steps()
            {
                foreach ((Matrix<double> X, Matrix<double> Y) in batches)
                {
                    trainer.Step(X, Y);
                    network.Forward(X.View(), Mode.Inference);
                }
            }

            Steps();
            Steps();
            long before = GC.GetAllocatedBytesForCurrentThread();
            Steps();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        long small = Bytes(8, 8);
        Assert.InRange(small, 0, 4096);
        Assert.Equal(small, Bytes(96, 64)); // products this large are still computed on this thread
    }

    // Every activation and every loss: the run stops, and the last finite weights are back.
    [Theory]
    [InlineData(1e308, 1)] // the only step leads to infinite weights
    [InlineData(1e308, 5)]
    [InlineData(1e150, 5)] // weights stay finite, scores do not
    [InlineData(1e40, 40)]
    public void Every_network_that_diverges_stops_in_the_same_way(double η, int epochs)
    {
        SampleSet set = Set(new double[,] { { 3, -2, 1 }, { 1, 5, -4 } }, new double[,] { { 0, 1, 0 }, { 1, 0, 1 } });
        Loss[] losses = [new MeanSquaredError(), new SigmoidCrossEntropy(), new SoftmaxCrossEntropy()];
        int stops = 0;
        foreach ((Activation f, Loss loss) in Activation.All.SelectMany(f => losses.Select(loss => (f, loss))))
        {
            var network = new Sequential(
                new Dense(2, 3, Initializers.Normal(new RandomStream(4), 1)), new ActivationLayer(f, 3),
                new Dense(3, 2, Initializers.Normal(new RandomStream(5), 1)));
            var descent = new GradientDescent(network.Parameters, η);
            var trainer = new Trainer(network, loss, descent, Metric.Accuracy);
            try
            {
                trainer.Fit(set, epochs, 3, validation: set);
            }
            catch (DivergedException stop)
            {
                stops++;
                Assert.Equal((η, descent.Steps), (stop.LearningRate, stop.Step));
                Assert.InRange(stop.Step, 1, epochs);
                Assert.Equal(stop.LastFiniteLoss, trainer.Evaluate(set).Loss, Math.Abs(stop.LastFiniteLoss) * 1e-12);
            }

            Assert.All(network.Parameters, p => Assert.True(Kernels.AllFinite(p.Values), $"{f.Name}, {loss}"));
            (double after, double accuracy) = trainer.Evaluate(set);
            Assert.True(double.IsFinite(after) && double.IsFinite(accuracy), $"{f.Name}, {loss}");
        }

        Assert.True(stops > 0);
    }

    [Fact]
    public void The_last_step_and_the_validation_set_can_stop_a_run_too()
    {
        var unit = new Dense(1, 1, Initializers.Constant(1));
        SampleSet one = Set(new double[,] { { 3 } }, new double[,] { { 0 } }),
            far = Set(new double[,] { { 1e200 } }, new double[,] { { 0 } });
        Trainer At(double η) =>
            new(unit, new MeanSquaredError(), new GradientDescent(unit.Parameters, η), Metric.AbsoluteError);
        DivergedException last = Assert.Throws<DivergedException>(() => At(1e308).Fit(one, 1, 1));
        Assert.Equal((1, 9.0, 1.0), (last.Step, last.LastFiniteLoss, unit.Parameters[0].Values[0]));
        Assert.True(double.IsNaN(At(0.01).Evaluate(far).Metric));
        DivergedException stop = Assert.Throws<DivergedException>(() => At(0.01).Fit(one, 1, 1, validation: far));
        Assert.Equal((double.PositiveInfinity, 9.0), (stop.Found, stop.LastFiniteLoss));
        Assert.Equal(1.0, unit.Parameters[0].Values[0]);
    }
}
