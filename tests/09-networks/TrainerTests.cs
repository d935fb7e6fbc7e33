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
    private static (Trainer Trainer, Sequential Network) New(double learningRate = 0.1, Metric? metric = null, ulong seed = 1)
    {
        var random = new RandomStream(seed);
        Sequential network = MultilayerPerceptron.Of([2, 3, 1], width => new Tanh(width), Initializers.Xavier(random));
        return (new Trainer(network, new MeanSquaredError(), new GradientDescent(network.Parameters, learningRate), metric), network);
    }

    private static SampleSet Samples(int count, ulong seed = 3)
    {
        var random = new RandomStream(seed);
        return new(new ColumnSamples(Normal(random, 2, count)), new ColumnSamples(Normal(random, 1, count)));
    }

    // (9.16) S2-067 S2-068 S3-067 S4-123: zero, forward, loss, backward, step, done by hand.
    [Fact]
    public void A_step_is_the_loop_of_the_notes()
    {
        (Trainer trainer, Sequential network) = New();
        (_, Sequential twin) = New();
        var random = new RandomStream(9);
        Matrix<double> x = Normal(random, 2, 4), y = Normal(random, 1, 4);
        for (int step = 0; step < 3; step++)
        {
            var loss = new MeanSquaredError();
            double before = loss.Forward(twin.Forward(x), y);
            ZeroGradients(twin);
            twin.Backward(loss.Backward());
            foreach (Parameter p in twin.Parameters)
            {
                p.Value.Subtract(0.1 * p.Gradient, p.Value);
            }

            Assert.Equal(before, trainer.Step(x, y), 1e-14);
            Assert.All(twin.Parameters.Zip(network.Parameters), pair => Near(pair.First.Value, pair.Second.Value));
        }

        Assert.Same(network, trainer.Network);
    }

    // S2-066 S2-107 S4-123: every sample once an epoch, the smaller last batch included, and the loss of an epoch the mean over its samples.
    [Fact]
    public void An_epoch_takes_every_sample_once_and_reports_the_mean()
    {
        (Trainer trainer, _) = New(0, Metric.AbsoluteError); // η = 0: all batches meet the same weights
        SampleSet set = Samples(7);
        History history = trainer.Fit(set, 2, 3, new RandomStream(1), Samples(5, 4));
        (double loss, double metric) = trainer.Evaluate(set);
        Assert.Equal(2, history.Epochs.Count);
        Assert.All(history.Losses, value => Assert.Equal(loss, value, 1e-12));
        Assert.All(history.Metrics, value => Assert.Equal(metric, value, 1e-12));
        (double validationLoss, double validationMetric) = trainer.Evaluate(Samples(5, 4), 2);
        Assert.All(history.ValidationLosses, value => Assert.Equal(validationLoss, value, 1e-12));
        Assert.All(history.ValidationMetrics, value => Assert.Equal(validationMetric, value, 1e-12));
        Sequential other = New().Network;
        Assert.All(
            new Trainer(other, new MeanSquaredError(), new GradientDescent(other.Parameters, 0)).Fit(set, 1, 3).Epochs,
            epoch => Assert.True(double.IsNaN(epoch.Metric) && double.IsNaN(epoch.ValidationLoss)));
    }

    // S3-215: the summed loss is N times the mean, and a duplicated batch leaves the mean gradient as it was.
    [Property(MaxTest = 30)]
    public void A_duplicated_batch_has_the_same_gradient(Seed seed)
    {
        RandomStream random = seed.Stream();
        Matrix<double> x = Normal(random, 2, 3), y = Normal(random, 1, 3);
        Matrix<double>[] Gradients(Matrix<double> inputs, Matrix<double> targets)
        {
            (_, Sequential network) = New(seed: 5);
            var loss = new MeanSquaredError();
            loss.Forward(network.Forward(inputs), targets);
            network.Backward(loss.Backward());
            return GradientsOf(network);
        }

        Assert.All(Gradients(x, y).Zip(Gradients(x.Append(x), y.Append(y))), pair => Near(pair.First, pair.Second));
    }

    [Fact]
    public void An_optimizer_of_another_network_is_refused()
    {
        Refuses(
            () => new Trainer(New().Network, new MeanSquaredError(), new GradientDescent(New().Network.Parameters, 0.1)),
            "parameters of this network", "of another");
    }

    [Fact]
    public void Equal_seeds_give_equal_bits_and_progress_is_told()
    {
        double[] Run(ulong seed)
        {
            (Trainer trainer, Sequential network) = New(0.05);
            var told = new List<int>();
            trainer.Fit(Samples(9), 3, 2, new RandomStream(seed), progress: told.Add);
            Assert.Equal([1, 2, 3], told);
            return [.. network.Parameters.SelectMany(p => p.Values.ToArray())];
        }

        Assert.Equal(Run(1), Run(1));
        Assert.NotEqual(Run(1), Run(2));
    }

    [Fact]
    public void What_cannot_be_trained_on_is_refused()
    {
        (Trainer trainer, _) = New();
        Assert.Throws<ArgumentNullException>(() => trainer.Fit(null!, 1, 1));
        Assert.Throws<ArgumentNullException>(() => trainer.Evaluate(null!));
        Refuses(() => trainer.Fit(Samples(3), -1, 1), "epochs");
        Refuses(() => trainer.Fit(Samples(3), 1, 0), "size");
        SampleSet Zeros(int inputs, int outputs) =>
            new(new ColumnSamples(new double[inputs, 2]), new ColumnSamples(new double[outputs, 2]));
        Refuses(() => trainer.Fit(Zeros(3, 1), 1, 1), "[2 × N]", "[3 × 1]");
        Refuses(() => trainer.Fit(Zeros(2, 2), 1, 1), "[1 × 1]", "[2 × 1]");
        Matrix<double> x = Matrix<double>.Build.Dense(2, 1, double.PositiveInfinity), y = Matrix<double>.Build.Dense(1, 1);
        Refuses(() => trainer.Step(x, y), "finite");
        Refuses(() => trainer.Predict(x - x), "finite", "NaN");
    }

    // (9.17) S2-108 S4-123: hand-made scores.
    [Fact]
    public void Metrics_by_hand()
    {
        Matrix<double> z = Matrix<double>.Build.DenseOfArray(new double[,] { { 3, -1, 0, 2 }, { 1, 0, 0, 5 }, { 2, -2, 0, 1 } });
        Matrix<double> y = Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 0, 1, 1 }, { 0, 1, 0, 0 }, { 0, 0, 0, 0 } });
        Assert.Equal(0.75, Metric.Accuracy.Of(z, y)); // all but the last; of three equal scores the first counts
        Matrix<double> s = Matrix<double>.Build.DenseOfArray(new double[,] { { 2, -1, 0, -3 } }),
            t = Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 0, 0, 1 } });
        Assert.Equal(0.75, Metric.BinaryAccuracy.Of(s, t));
        Matrix<double> half = t.Stack(1 - t).MapIndexed((k, n, v) => k == 1 && n < 2 ? t[0, n] : v);
        Assert.Equal(0.5, Metric.BinaryAccuracy.Of(s.Stack(s), half)); // both outputs must be right
        Assert.Equal((1 + 1 + 0 + 4) / 4.0, Metric.AbsoluteError.Of(s, t));
        Assert.Equal((1 + 1 + 0 + 4) / 4.0, Metric.AbsoluteError.Of(s.Stack(s), t.Stack(t)));
        Refuses(() => Metric.Accuracy.Of(z, s), "[3 × 4]", "[1 × 4]");
        Refuses(() => Metric.Accuracy.Of(z * double.NaN, y), "finite", "NaN");
    }

    // A step allocates at most a few objects, whatever batch and model: once every batch size has come by, nothing that grows.
    [Fact]
    public void Steady_steps_allocate_nothing_that_grows()
    {
        static long Bytes(int batch, int width)
        {
            var random = new RandomStream(1);
            Sequential network = MultilayerPerceptron.Of([20, width, width, 5], n => new Relu(n), Initializers.He(random));
            var trainer = new Trainer(network, new SoftmaxCrossEntropy(), new Adam(network.Parameters), Metric.Accuracy);
            (Matrix<double>, Matrix<double>)[] batches = [.. new[] { batch, batch / 2 + 1 }.Select(n =>
                (Normal(random, 20, n), Matrix<double>.Build.Dense(5, n, (k, i) => k == i % 5 ? 1 : 0)))];
            void Steps()
            {
                foreach ((Matrix<double> x, Matrix<double> y) in batches)
                {
                    trainer.Step(x, y);
                    network.Forward(x.View(), Mode.Inference);
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
            new ColumnSamples(new double[,] { { 3, -2, 1 }, { 1, 5, -4 } }),
            new ColumnSamples(new double[,] { { 0, 1, 0 }, { 1, 0, 1 } }));
        foreach (Activation f in Activation.All)
        {
            foreach (Loss loss in new Loss[] { new MeanSquaredError(), new SigmoidCrossEntropy(), new SoftmaxCrossEntropy() })
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

                Assert.All(network.Parameters, p => Assert.True(Kernels.AllFinite(p.Values), $"{f.Name}, {loss}"));
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
        Trainer At(double η) =>
            new(unit, new MeanSquaredError(), new GradientDescent(unit.Parameters, η), Metric.AbsoluteError);
        DivergedException last = Assert.Throws<DivergedException>(() => At(1e308).Fit(one, 1, 1));
        Assert.Equal((1, 9.0, 1.0), (last.Step, last.LastFiniteLoss, unit.Parameters[0].Values[0]));
        Trainer trainer = At(0.01);
        Assert.True(double.IsNaN(trainer.Evaluate(far).Metric));
        DivergedException judged = Assert.Throws<DivergedException>(() => trainer.Fit(one, 1, 1, validation: far));
        Assert.Equal((double.PositiveInfinity, 9.0, 1.0), (judged.Found, judged.LastFiniteLoss, unit.Parameters[0].Values[0]));
    }
}
