using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Perceptrons;

namespace Reference.Classification.Tests;

/// <summary>The steps, the loops that train, their guard and their buffers.</summary>
public class TrainingTests
{
    private static readonly SampleSet overlapping = ExampleSets.Overlapping.ToSampleSet();

    private static (double[,] X, int[] Y) Overlapping => (ExampleSets.Overlapping.X, ExampleSets.Overlapping.Labels);

    // (7.9) S1-051 S1-052 S1-059 S1-061: against the gradient; the bias moves once; the loss of the point falls.
    [Property]
    public void A_step_goes_against_the_gradient_of_its_point(Seed seed)
    {
        RandomPoints p = RandomPoints.Of(seed);
        (double[] x, int y) = (p.Point(0), p.Labels[0]);
        LogisticModel moved = ScalarLogisticStep.Update(p.Line, x, y, 1e-3);
        (double[] dw, double db) = ScalarLogisticRegression.PointGradient(p.w, p.B, x, y);
        Assert.All(p.w.Zip(dw, moved.W), s => Assert.Equal(s.First - 1e-3 * s.Second, s.Third, 1e-15));
        Assert.Equal(p.B - 1e-3 * db, moved.B, 1e-15);
        double Loss(LogisticModel l) =>
            ScalarLogisticRegression.LossOfScore(ScalarPerceptron.Score(l.W, l.B, x), y);
        Assert.True(Loss(moved) < Loss(p.Line));
    }

    // (7.10) S1-060: one step on all points, in every form.
    [Property]
    public void A_batch_step_goes_against_the_mean_gradient(Seed seed)
    {
        RandomPoints p = RandomPoints.Of(seed);
        LogisticModel batch = ScalarLogisticStep.BatchUpdate(p.Line, p.Points, p.Labels, 0.8);
        (double[] dw, double db) = ScalarLogisticRegression.Gradient(p.w, p.B, p.Points, p.Labels);
        var model = new LogisticRegression(p.w, p.B);
        model.AddGradient(p.X, p.Labels);
        new GradientDescent(model.Parameters, 0.8).Step();
        Assert.All(batch.W.Zip(model.Line.W), s => Assert.Equal(s.First, s.Second, 1e-13));
        Assert.All(batch.W.Zip(p.w, dw), s => Assert.Equal(s.Second - 0.8 * s.Third, s.First, 1e-13));
        Assert.Equal(batch.B, model.Line.B, 1e-13);
        Assert.Equal(p.B - 0.8 * db, batch.B, 1e-13);
    }

    // S1-061 S1-062 S4-107: on separable points both loops reach accuracy 1, and stop at a small loss.
    [Fact]
    public void Training_on_separable_points_reaches_accuracy_1()
    {
        SeparableSet set = SeparableSet.Draw(new RandomStream(4), 2, 60, 0.05);
        LogisticModel start = new([0.3, -0.2], 0.1);
        LogisticRun bySample = LogisticRun.BySample(start, set.X, set.Labels, 0.5, 200, smallLoss: 0.1);
        LogisticRun byBatch = LogisticRun.ByBatch(start, set.X, set.Labels, 3, 400, smallLoss: 0.1);
        Assert.All(new[] { bySample, byBatch }, run =>
        {
            Assert.Equal(set.Labels, run.Last.Classes(set.X));
            Assert.True(run.Losses[^1] <= 0.1 && run.Losses[^2] > 0.1);
            Assert.Equal(run.Lines.Count, run.Losses.Count);
            Assert.Same(start, run.Lines[0]);
        });
        double equal = bySample.Losses[3]; // a loss equal to the small one is small
        Assert.Equal(4, LogisticRun.BySample(start, set.X, set.Labels, 0.5, 200, equal).Lines.Count);
        Assert.Equal(3, LogisticRun.BySample(start, set.X, set.Labels, 0.5, 2).Lines.Count);
        Assert.Equal(Math.Sqrt(0.13), start.Length, 1e-15);
    }

    // S1-043 S4-107: on overlapping points every loop ends at the one minimum, which Newton's method finds.
    [Fact]
    public void Every_loop_ends_at_the_one_minimum()
    {
        (double[,] X, int[] y) = Overlapping;
        LogisticModel best = ExampleSets.Best(X, y);
        var model = LogisticRegression.Random(2, new RandomStream(1));
        Training.Run(model, overlapping, new Adam(model.Parameters, 0.02), y.Length, 1500);
        LogisticModel[] ends = [LogisticRun.ByBatch(new([-1, 0.8], 1.5), X, y, 1, 800).Last, model.Line];
        Assert.All(ends, end =>
            Assert.All(best.W.Append(best.B).Zip(end.W.Append(end.B)), s => Assert.Equal(s.First, s.Second, 1e-4)));
    }

    // S1-047 (7.12): on separable points the weights grow with every step; with a penalty they settle.
    [Fact]
    public void Weights_grow_without_a_penalty_and_settle_with_one()
    {
        GrowingWeights free = GrowingWeights.Measure(0, 2000), settled = GrowingWeights.Measure(0.01, 2000);
        Assert.Equal((2001, 2000), (free.Lengths.Count, free.Losses.Count));
        Assert.True(free.Lengths.Zip(free.Lengths.Skip(1), (a, b) => b > a).All(grew => grew));
        Assert.True(free.Losses.Zip(free.Losses.Skip(1), (a, b) => b < a).All(fell => fell));
        Assert.Equal((7.6, 15.0), (Math.Round(free.Lengths[100], 1), Math.Round(free.Lengths[1000], 1)));
        Assert.Equal(4.3, settled.Lengths[1000], 0.05);
        Assert.Equal(settled.Lengths[1000], settled.Lengths[2000], 1e-9);

        // Points on the dividing line do not end it: the loss falls to ½ ln 2, and no w reaches that.
        double[] falling = [.. new[] { 1.0, 5, 20, 30 }.Select(w =>
            ScalarLogisticRegression.Loss([w], 0, ExampleSets.AsRow([-1, 0, 0, 1]), [0, 0, 1, 1]) - Math.Log(2) / 2)];
        Assert.True(falling.Zip(falling.Skip(1), (a, b) => b < a).All(fell => fell) && falling[^1] > 0);
    }

    // S1-061 S4-107: batches of one are the algorithm of the notes.
    [Fact]
    public void Batches_of_one_are_the_algorithm_of_the_notes()
    {
        (double[,] X, int[] y) = Overlapping;
        LogisticModel start = new([0.5, -0.5], 0.2);
        var model = new LogisticRegression(start.W, start.B);
        Training.Run(model, overlapping, new GradientDescent(model.Parameters, 0.1), 1, 3);
        LogisticModel scalar = LogisticRun.BySample(start, X, y, 0.1, 3).Last;
        Assert.All(scalar.W.Append(scalar.B).Zip(model.Line.W.Append(model.Line.B)), s =>
            Assert.Equal(s.First, s.Second, 1e-12));
    }

    // Weights, or scores, that overflow after a step far too long: training stops with the last finite weights.
    [Theory]
    [InlineData(1e308, 1)]
    [InlineData(1e290, 2)]
    public void A_step_far_too_long_stops_both_models(double η, int epochs)
    {
        double[,] X = { { 1e10, -1e10 } };
        var set = new SampleSet(new ColumnSamples(X), [0, 1], 2);
        LinearClassifier[] models =
        [
            new LogisticRegression([0.1], 0), new LogisticRegression([0.1], 0) { Ridge = 1 },
            new SoftmaxRegression(Matrix<double>.Build.Dense(2, 1, 0.1), Vector<double>.Build.Dense(2)),
        ];
        foreach (LinearClassifier model in models)
        {
            double[] start = model.W.Values.ToArray();
            DivergedException stop = Assert.Throws<DivergedException>(
                () => Training.Run(model, set, new GradientDescent(model.Parameters, η), 2, epochs));
            Assert.Equal((1, η), (stop.Step, stop.LearningRate));
            Assert.Equal(start, model.W.Values.ToArray());
            Assert.Equal(stop.LastFiniteLoss, model.Loss(Matrix<double>.Build.DenseOfArray(X), [0, 1]));
        }
    }

    // The scalar loops too: the second point of a pass makes the weight infinite.
    [Fact]
    public void A_step_far_too_long_stops_the_scalar_loops()
    {
        double[,] X = { { 0, 1e10 } };
        LogisticModel start = new([0.1], 0);
        DivergedException bySample = Assert.Throws<DivergedException>(
            () => LogisticRun.BySample(start, X, [1, 0], 1e300, 5));
        DivergedException byBatch = Assert.Throws<DivergedException>(
            () => LogisticRun.ByBatch(start, X, [1, 0], 1e300, 5));
        Assert.Equal((2, 1, 1e300), (bySample.Step, byBatch.Step, byBatch.LearningRate));
        Assert.Equal(ScalarLogisticRegression.Loss([0.1], 0, X, [1, 0]), bySample.LastFiniteLoss);
        Assert.Equal([0.1, 0], bySample.Kept.SelectMany(p => p.Values.ToArray()));
    }

    // Epochs are reported as they end; the loss of an epoch is the mean over its samples.
    [Fact]
    public void Every_epoch_is_reported()
    {
        var model = new LogisticRegression([0, 0], 0);
        var reported = new List<(int Epoch, double Loss)>();
        IReadOnlyList<double> losses = Training.Run(
            model, overlapping, new GradientDescent(model.Parameters, 0), 70, 3, new RandomStream(1),
            (epoch, loss) => reported.Add((epoch, loss)));
        Assert.Equal([1, 2, 3], reported.Select(h => h.Epoch));
        Assert.Equal(losses, reported.Select(h => h.Loss));
        Assert.All(losses, loss => Assert.Equal(Math.Log(2), loss, 1e-14)); // batches of 70, 70 and 20, no step
    }

    // S1-061: random weights are small and around 0; PyTorch's lie in ±1/√D.
    [Fact]
    public void Training_starts_from_small_random_weights()
    {
        LogisticRegression model = LogisticRegression.Random(500, new RandomStream(9), 0.1);
        Assert.Equal(0.1, Math.Sqrt(model.Line.W.Average(w => w * w)), 0.01);
        Assert.Equal(0, model.Line.B);
        double[] softmax = SoftmaxRegression.Random(400, 3, new RandomStream(9)).W.Values.ToArray();
        Assert.InRange(softmax.Max(), 0.049, 0.05);
        Assert.InRange(softmax.Min(), -0.05, -0.049);
    }

    // (7.8) (7.14): gradients add up until they are zeroed. Buffers are used again, also by a smaller batch.
    [Fact]
    public void Gradients_add_up_and_a_step_allocates_nothing_that_grows()
    {
        var random = new RandomStream(1);
        Matrix<double> X = Matrix<double>.Build.Dense(784, 64, random.Normals(784 * 64));
        Matrix<double> small = X.SubMatrix(0, 784, 0, 7);
        int[] labels = [.. Enumerable.Range(0, 64).Select(n => n % 2)];
        foreach (Func<LinearClassifier> create in new Func<LinearClassifier>[]
        {
            () => LogisticRegression.Random(784, new RandomStream(2)),
            () => SoftmaxRegression.Random(784, 10, new RandomStream(2)),
        })
        {
            LinearClassifier used = create(), fresh = create();
            var adam = new Adam(used.Parameters, 1e-3);
            var guard = new LossGuard(adam);
            used.Loss(X, labels);
            Assert.Equal(fresh.AddGradient(small, labels.AsSpan(0, 7)), used.AddGradient(small, labels.AsSpan(0, 7)));
            used.AddGradient(small, labels.AsSpan(0, 7));
            Assert.True((used.W.Gradient - 2 * fresh.W.Gradient).InfinityNorm() < 1e-12);
            Assert.True((used.B.Gradient - 2 * fresh.B.Gradient).InfinityNorm() < 1e-12);
            Step();
            long before = GC.GetAllocatedBytesForCurrentThread();
            Step();
            Assert.InRange( // a product on threads allocates some hundred bytes, whatever its size
                GC.GetAllocatedBytesForCurrentThread() - before, 0, 1000);

            void Step()
            {
                adam.ZeroGradients();
                guard.Check(used.AddGradient(X, labels));
                guard.Step();
            }
        }
    }
}
