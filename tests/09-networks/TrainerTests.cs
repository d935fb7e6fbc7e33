using MathNet.Numerics.LinearAlgebra;
using Reference.Backpropagation;
using Reference.Datasets;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Verification;
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
        return new(new ColumnSamples(LayerCase.Random(random, 2, count)), new ColumnSamples(LayerCase.Random(random, 1, count)));
    }

    // (9.18) S2-067 S2-068 S3-067 S4-123: zero, forward, loss, backward, step, done by hand.
    [Fact]
    public void A_step_is_the_loop_of_the_notes()
    {
        (Trainer trainer, Sequential network) = New();
        (_, Sequential twin) = New();
        var random = new RandomStream(9);
        Matrix<double> x = LayerCase.Random(random, 2, 4), y = LayerCase.Random(random, 1, 4);
        for (int step = 0; step < 3; step++)
        {
            var loss = new MeanSquaredError();
            double before = loss.Forward(twin.Forward(x), y);
            LayerCase.Zero(twin);
            twin.Backward(loss.Backward());
            foreach (Parameter p in twin.Parameters)
            {
                p.Value.Subtract(0.1 * p.Gradient, p.Value);
            }

            Assert.Equal(before, trainer.Step(x, y), 1e-14);
            Assert.All(twin.Parameters.Zip(network.Parameters), pair => Assert.True(RelativeError.ByNorm(pair.First.Value, pair.Second.Value) < 1e-13));
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
        Matrix<double> x = LayerCase.Random(random, 2, 3), y = LayerCase.Random(random, 1, 3);
        Matrix<double>[] Gradients(Matrix<double> inputs, Matrix<double> targets)
        {
            (_, Sequential network) = New(seed: 5);
            var loss = new MeanSquaredError();
            loss.Forward(network.Forward(inputs), targets);
            network.Accumulate(loss.Backward());
            return LayerCase.GradientsOf(network);
        }

        Assert.All(Gradients(x, y).Zip(Gradients(x.Append(x), y.Append(y))), pair =>
            Assert.True(RelativeError.ByNorm(pair.First, pair.Second) < Tolerances.Equality));
    }

    // S4-123: two backward passes in a row double every gradient, one is right.
    [Fact]
    public void Two_backward_passes_double_the_gradient()
    {
        (_, Sequential network) = New();
        var loss = new MeanSquaredError();
        loss.Forward(network.Forward(Matrix<double>.Build.Dense(2, 3, 0.4)), Matrix<double>.Build.Dense(1, 3, 1));
        network.Accumulate(loss.Backward());
        Matrix<double>[] once = LayerCase.GradientsOf(network);
        network.Accumulate(loss.Backward());
        Assert.All(once.Zip(LayerCase.GradientsOf(network)), pair => Assert.True(RelativeError.ByNorm(2 * pair.First, pair.Second) < Tolerances.Equality));
    }

    // (9.18) S3-206: at the fixed point the gradient is 0 and a step changes nothing any more.
    [Fact]
    public void Training_ends_at_a_fixed_point()
    {
        var unit = new Sequential(new Dense(1, 1, Initializers.Zero));
        var trainer = new Trainer(unit, new MeanSquaredError(), new GradientDescent(unit.Parameters, 0.1));
        Matrix<double> x = Matrix<double>.Build.DenseOfArray(new double[,] { { -1, 0, 2 } }),
            y = Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 0, 3 } });
        FixedPointRun run = trainer.UntilFixed(x, y, 1e-10, 10_000);
        Assert.InRange(run.Losses.Count, 10, 1000);
        Assert.True(run.Converged && run.GradientNorm < 1e-10);
        // The least-squares line: slope 11/14 through the means (1/3, 4/3).
        Assert.Equal(11.0 / 14, unit.Parameters[0].Value[0, 0], 1e-9);
        Assert.Equal(4.0 / 3 - 11.0 / 14 / 3, unit.Parameters[1].Value[0, 0], 1e-9);
        double w = unit.Parameters[0].Value[0, 0];
        Assert.Equal(run.Losses[^1], trainer.Step(x, y), 1e-15);
        Assert.Equal(w, unit.Parameters[0].Value[0, 0], 1e-10);
        FixedPointRun cut = trainer.UntilFixed(x, -y, 1e-10, 3);
        Assert.Equal((4, false), (cut.Losses.Count, cut.Converged)); // not there yet: stopped after three updates
        Refuses(() => trainer.UntilFixed(x, y, 0, 1), "Tolerance", "> 0");
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
        Refuses(() => trainer.Fit(new(new ColumnSamples(new double[3, 2]), new ColumnSamples(new double[1, 2])), 1, 1), "[2 × N]", "[3 × 1]");
        Refuses(() => trainer.Fit(new(new ColumnSamples(new double[2, 2]), new ColumnSamples(new double[2, 2])), 1, 1), "[1 × 1]", "[2 × 1]");
    }

    // (9.19) S2-108 S4-123: hand-made scores.
    [Fact]
    public void Metrics_by_hand()
    {
        Matrix<double> z = Matrix<double>.Build.DenseOfArray(new double[,] { { 3, -1, 0, 2 }, { 1, 0, 0, 5 }, { 2, -2, 0, 1 } });
        Matrix<double> y = Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 0, 1, 1 }, { 0, 1, 0, 0 }, { 0, 0, 0, 0 } });
        Assert.Equal(3, Metric.Accuracy.Sum(z, y)); // all but the last; of three equal scores the first counts
        Assert.Equal(0.75, Metric.Accuracy.Of(z, y));
        Matrix<double> s = Matrix<double>.Build.DenseOfArray(new double[,] { { 2, -1, 0, -3 } }),
            t = Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 0, 0, 1 } });
        Assert.Equal(0.75, Metric.BinaryAccuracy.Of(s, t));
        Assert.Equal(0.5, Metric.BinaryAccuracy.Of(
            s.Stack(s), t.Stack(1 - t).MapIndexed((k, n, v) => k == 1 && n < 2 ? t[0, n] : v))); // both outputs must be right
        Assert.Equal((1 + 1 + 0 + 4) / 4.0, Metric.AbsoluteError.Of(s, t));
        Assert.Equal((1 + 1 + 0 + 4) / 4.0, Metric.AbsoluteError.Of(s.Stack(s), t.Stack(t)));
        Refuses(() => Metric.Accuracy.Of(z, s), "[3 × 4]", "[1 × 4]");
        Refuses(() => Metric.BinaryAccuracy.Of(z, s), "[3 × 4]", "[1 × 4]");
        Refuses(() => Metric.AbsoluteError.Of(z, s), "[3 × 4]", "[1 × 4]");
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
                (LayerCase.Random(random, 20, n), Matrix<double>.Build.Dense(5, n, (k, i) => k == i % 5 ? 1 : 0)))];
            void Steps()
            {
                foreach ((Matrix<double> x, Matrix<double> y) in batches)
                {
                    trainer.Step(x, y);
                    network.Forward(x, Mode.Inference);
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
}
