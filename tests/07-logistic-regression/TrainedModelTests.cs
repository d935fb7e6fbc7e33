using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Classification.Tests;

/// <summary>The models that train: their loop, their guard, their buffers.</summary>
public class TrainedModelTests
{
    private static LabelledPoints Overlapping => Blobs.Draw(new RandomStream(3), new[,] { { -1.0, 1 }, { -0.6, 0.8 } }, 160, 1);

    // S1-061: points one by one through batches of one are the scalar algorithm.
    [Fact]
    public void Batches_of_one_are_the_algorithm_of_the_notes()
    {
        LabelledPoints set = Overlapping;
        LogisticModel start = new([0.5, -0.5], 0.2);
        var model = new LogisticRegression(start.W, start.B);
        Training.Run(model, set.ToSampleSet(), new GradientDescent(model.Parameters, 0.1), 1, 3);
        LogisticModel scalar = ScalarLogisticTraining.BySample(start, set.X, set.Labels, 0.1, 3).Last;
        Assert.All(scalar.W.Zip(model.Line.W), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
        Assert.Equal(scalar.B, model.Line.B, 1e-12);
    }

    // The error is that of before the step, and a run that diverges stops with the last good weights.
    [Fact]
    public void A_run_that_diverges_keeps_the_last_good_weights()
    {
        LabelledPoints set = Overlapping;
        var model = new LogisticRegression([0.1, 0.2], 0) { Ridge = 1 };
        DivergedException stop = Assert.Throws<DivergedException>(
            () => Training.Run(model, set.ToSampleSet(), new GradientDescent(model.Parameters, 1e200), 160, 10));
        Assert.Equal(1e200, stop.LearningRate);
        Assert.True(double.IsFinite(stop.LastFiniteLoss));
        Assert.All(model.Line.W, w => Assert.True(double.IsFinite(w)));
        Assert.Equal(0.1, model.Line.W[0]);
    }

    // Weights that are not finite after one step, or whose scores are not: both models, with the weights of the last finite error.
    [Theory]
    [InlineData(1e308, 1)]
    [InlineData(1e290, 2)]
    public void A_step_far_too_long_stops_both_models(double η, int epochs)
    {
        var set = new SampleSet(new ColumnSamples(new[,] { { 1e10, -1e10 } }), [0, 1], 2);
        LinearClassifier[] models =
            [new LogisticRegression([0.1], 0), new SoftmaxRegression(Matrix<double>.Build.Dense(2, 1, 0.1), Vector<double>.Build.Dense(2))];
        foreach (LinearClassifier model in models)
        {
            double[] start = model.W.Values.ToArray();
            DivergedException stop = Assert.Throws<DivergedException>(
                () => Training.Run(model, set, new GradientDescent(model.Parameters, η), 2, epochs));
            Assert.Equal((1, η), (stop.Step, stop.LearningRate));
            Assert.Equal(start, model.W.Values.ToArray());
            Assert.Equal(stop.LastFiniteLoss, model.Loss(Matrix<double>.Build.DenseOfArray(new[,] { { 1e10, -1e10 } }), [0, 1]));
        }
    }

    [Fact]
    public void An_optimizer_of_another_model_is_refused()
    {
        LabelledPoints set = Overlapping;
        LogisticRegression model = new([0, 0], 0), other = new([0, 0], 0);
        BadInput.Refuses(
            () => Training.Run(model, set.ToSampleSet(), new GradientDescent(other.Parameters, 0.1), 8, 1), "parameters of this model", "of another");
    }

    // Epochs are reported as they end, and the mean error of an epoch is over its samples.
    [Fact]
    public void Every_epoch_is_reported()
    {
        LabelledPoints set = Overlapping;
        var model = new LogisticRegression([0, 0], 0);
        var heard = new List<(int, double)>();
        IReadOnlyList<double> errors = Training.Run(
            model, set.ToSampleSet(), new GradientDescent(model.Parameters, 0), 70, 3, new RandomStream(1), (epoch, error) => heard.Add((epoch, error)));
        Assert.Equal([1, 2, 3], heard.Select(h => h.Item1));
        Assert.Equal(errors, heard.Select(h => h.Item2));
        Assert.All(errors, error => Assert.Equal(Math.Log(2), error, 1e-14)); // batches of 70, 70 and 20, no step
    }

    // S1-061: random weights are those of the seed, small, and around 0.
    [Fact]
    public void Training_starts_from_small_random_weights()
    {
        LogisticRegression model = LogisticRegression.Random(500, new RandomStream(9), 0.1);
        Assert.Equal(LogisticRegression.Random(500, new RandomStream(9), 0.1).Line.W, model.Line.W);
        Assert.Equal(0.1, Math.Sqrt(model.Line.W.Average(w => w * w)), 0.01);
        Assert.Equal(0, model.Line.B);
        SoftmaxRegression softmax = SoftmaxRegression.Random(400, 3, new RandomStream(9));
        Assert.InRange(softmax.W.Values.ToArray().Max(), 0.049, 0.05);
        Assert.InRange(softmax.W.Values.ToArray().Min(), -0.05, -0.049);
    }

    // (7.9) (7.16): gradients add up until they are zeroed, as the contract of a parameter says.
    [Property(MaxTest = 20)]
    public void Gradients_of_two_batches_add_up(Seed seed)
    {
        RandomPoints p = RandomPoints.Of(seed);
        foreach (Func<LinearClassifier> create in new Func<LinearClassifier>[]
        {
            () => new LogisticRegression(p.w, p.B), () => SoftmaxRegression.Random(p.W.Count, 2, new RandomStream(seed.Value)),
        })
        {
            LinearClassifier once = create(), twice = create();
            once.AddGradient(p.X, p.Labels);
            twice.AddGradient(p.X, p.Labels);
            twice.AddGradient(p.X, p.Labels);
            Assert.True((twice.W.Gradient - 2 * once.W.Gradient).InfinityNorm() < 1e-12);
            Assert.True((twice.B.Gradient - 2 * once.B.Gradient).InfinityNorm() < 1e-12);
        }
    }

    // A smaller batch after a larger one, such as the last of an epoch, gives what it gives alone, and takes no new memory.
    [Fact]
    public void A_smaller_batch_uses_the_buffers_of_a_larger_one()
    {
        var random = new RandomStream(1);
        Matrix<double> large = Matrix<double>.Build.Dense(3, 500, random.Normals(1500)), small = large.SubMatrix(0, 3, 0, 7);
        int[] labels = [.. Enumerable.Range(0, 500).Select(n => n % 4)];
        SoftmaxRegression used = SoftmaxRegression.Random(3, 4, new RandomStream(2)), fresh = SoftmaxRegression.Random(3, 4, new RandomStream(2));
        used.Loss(large, labels);
        Assert.Equal(fresh.AddGradient(small, labels.AsSpan(0, 7)), used.AddGradient(small, labels.AsSpan(0, 7)));
        Assert.Equal(fresh.W.Gradient, used.W.Gradient);
        Assert.Equal(fresh.B.Gradient, used.B.Gradient);
        used.Loss(large, labels);
        long before = GC.GetAllocatedBytesForCurrentThread();
        used.Loss(small, labels.AsSpan(0, 7));
        used.Loss(large, labels);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2000); // the scores of 500 samples alone are 16,000 bytes
    }

    // A step owns its buffers: steady state allocates nothing that grows with the batch.
    [Fact]
    public void A_step_allocates_nothing_that_grows()
    {
        foreach (int batch in new[] { 8, 64 })
        {
            var random = new RandomStream(1);
            LinearClassifier[] models = [SoftmaxRegression.Random(784, 10, random), LogisticRegression.Random(784, random)];
            Matrix<double> X = Matrix<double>.Build.Dense(784, batch, random.Normals(784 * batch));
            int[] labels = [.. Enumerable.Range(0, batch).Select(n => n % 2)];
            foreach (LinearClassifier model in models)
            {
                var adam = new Adam(model.Parameters, 1e-3);
                var guard = new LossGuard(adam);
                for (int i = 0; i < 3; i++)
                {
                    Step();
                }

                long before = GC.GetAllocatedBytesForCurrentThread();
                Step();
                Assert.InRange(
                    GC.GetAllocatedBytesForCurrentThread() - before, 0, 1000); // a product on threads allocates some hundred bytes, whatever its size

                void Step()
                {
                    adam.ZeroGradients();
                    guard.Check(model.AddGradient(X, labels));
                    guard.Step();
                }
            }
        }
    }
}
