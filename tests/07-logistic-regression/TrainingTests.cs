using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Datasets;
using Reference.Losses;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Perceptrons;

namespace Reference.Classification.Tests;

public class TrainingTests
{
    private static LabelledPoints Overlapping => Blobs.Draw(new RandomStream(3), new[,] { { -1.0, 1 }, { -0.6, 0.8 } }, 160, 1);

    private static LogisticCost CostOf(LabelledPoints set) => new(
        Matrix<double>.Build.DenseOfArray(set.X).InsertRow(2, Vector<double>.Build.Dense(set.Labels.Length, 1)),
        Vector<double>.Build.Dense([.. set.Labels.Select(y => (double)y)]));

    // (7.10) S1-051 S1-059: a short step against the gradient lowers the error of its point.
    [Property]
    public void A_small_step_lowers_the_error_of_its_point(Seed seed)
    {
        RandomPoints p = RandomPoints.Of(seed);
        LogisticModel line = new(p.w, p.B), moved = ScalarLogisticTraining.Update(line, p.Point(0), p.Labels[0], 1e-3);
        double Loss(LogisticModel l) => ScalarLogisticRegression.PointErrorOfScore(ScalarPerceptron.Score(l.W, l.B, p.Point(0)), p.Labels[0]);
        Assert.True(Loss(moved) <= Loss(line));
        if (Loss(line) > 1e-6) // a point that is more certain than that does not move by any digit
        {
            Assert.True(Loss(moved) < Loss(line));
        }

        (double[] dw, double db) = ScalarLogisticRegression.PointGradient(p.w, p.B, p.Point(0), p.Labels[0]);
        Assert.All(Enumerable.Range(0, dw.Length), i => Assert.Equal(p.w[i] - 1e-3 * dw[i], moved.W[i], 1e-15));
        Assert.Equal(p.B - 1e-3 * db, moved.B, 1e-15);
    }

    // (7.10) S1-052: the step is as long as the error, and points where it is too small.
    [Property]
    public void A_larger_error_gives_a_larger_step(Neuron neuron)
    {
        LogisticModel line = new(neuron.Weights, neuron.Bias);
        double ŷ = ScalarLogisticRegression.Predict(line.W, line.B, neuron.Input);
        double up = ScalarLogisticTraining.Update(line, neuron.Input, 1, 0.7).B - line.B,
            down = ScalarLogisticTraining.Update(line, neuron.Input, 0, 0.7).B - line.B;
        Assert.Equal(0.7 * (1 - ŷ), up, 1e-14);
        Assert.Equal(-0.7 * ŷ, down, 1e-14);
    }

    // (7.10) S1-061: the bias moves once a point, whatever the number of features.
    [Property]
    public void The_bias_moves_once_a_point(Seed seed)
    {
        RandomPoints p = RandomPoints.Of(seed);
        LogisticModel moved = ScalarLogisticTraining.Update(new(p.w, p.B), p.Point(0), p.Labels[0], 0.5);
        Assert.Equal(p.B + 0.5 * (p.Labels[0] - ScalarLogisticRegression.Predict(p.w, p.B, p.Point(0))), moved.B, 1e-15);
    }

    // (7.11) S1-060: one step on all points with α is the mean of their own steps with α, or one step of size α/m along the sum.
    [Property]
    public void A_batch_step_is_the_mean_of_the_points_steps(Seed seed)
    {
        RandomPoints p = RandomPoints.Of(seed);
        LogisticModel line = new(p.w, p.B), batch = ScalarLogisticTraining.BatchUpdate(line, p.Points, p.Labels, 0.8);
        LogisticModel[] own = [.. p.Labels.Select((y, n) => ScalarLogisticTraining.Update(line, p.Point(n), y, 0.8))];
        Assert.All(Enumerable.Range(0, p.W.Count), i => Assert.Equal(own.Average(l => l.W[i]), batch.W[i], 1e-13));
        Assert.Equal(own.Average(l => l.B), batch.B, 1e-13);

        var model = new LogisticRegression(p.w, p.B);
        var descent = new GradientDescent(model.Parameters, 0.8);
        model.AddGradient(p.X, p.Labels);
        descent.Step();
        Assert.All(Enumerable.Range(0, p.W.Count), i => Assert.Equal(batch.W[i], model.Line.W[i], 1e-13));
        Assert.Equal(batch.B, model.Line.B, 1e-13);
    }

    // (7.12) S1-064: with a step in the sigmoid's place the rule is the perceptron's; nothing happens to a point on its right side.
    [Property]
    public void With_a_step_in_its_place_the_rule_is_the_perceptrons(Seed seed, Positive rate)
    {
        RandomPoints p = RandomPoints.Of(seed);
        for (int n = 0; n < p.Labels.Length; n++)
        {
            LogisticModel ours = ScalarLogisticTraining.PerceptronUpdate(new(p.w, p.B), p.Point(n), p.Labels[n], rate.Value);
            (double[] W, double B) = ScalarPerceptron.Update(p.w, p.B, p.Point(n), p.Labels[n], rate.Value);
            Assert.Equal(W, ours.W);
            Assert.Equal(B, ours.B);
            if (ScalarPerceptron.Predict(p.w, p.B, p.Point(n)) == p.Labels[n])
            {
                Assert.Equal(p.w, ours.W);
                Assert.NotEqual(
                    p.B, ScalarLogisticTraining.Update(new(p.w, p.B), p.Point(n), p.Labels[n], rate.Value).B); // the logistic rule still asks for more
            }
        }
    }

    // S1-061 S1-062 S4-107: on separable points both ways of training reach accuracy 1, and stop at a small error.
    [Fact]
    public void Training_on_separable_points_gets_all_of_them_right()
    {
        SeparableSet set = SeparableSet.Draw(new RandomStream(4), 2, 60, 0.05);
        LogisticModel start = new([0.3, -0.2], 0.1);
        LogisticRun bySample = ScalarLogisticTraining.BySample(start, set.X, set.Labels, 0.5, 200, smallError: 0.1),
            byBatch = ScalarLogisticTraining.ByBatch(start, set.X, set.Labels, 3, 400, smallError: 0.1);
        Assert.All(new[] { bySample, byBatch }, run =>
        {
            Assert.Equal(1, Accuracy.Of(run.Last, set.X, set.Labels));
            Assert.True(run.Errors[^1] <= 0.1 && run.Errors[^2] > 0.1);
            Assert.Equal(run.Lines.Count, run.Errors.Count);
            Assert.Same(start, run.Lines[0]);
        });
        Assert.Equal(6, ScalarLogisticTraining.BySample(start, set.X, set.Labels, 0.01, 5).Lines.Count);
        Assert.Equal(4, ScalarLogisticTraining.BySample(start, set.X, set.Labels, 0.5, 200, smallError: bySample.Errors[3]).Lines.Count);
        Assert.Equal(Math.Sqrt(0.13), start.Length, 1e-15);
    }

    // S1-043 S4-107: on overlapping points all ways lead to the one minimum that Newton's method of chapter 03 finds.
    [Fact]
    public void Every_way_of_training_ends_at_the_one_minimum()
    {
        LabelledPoints set = Overlapping;
        double[] best = CostOf(set).Minimum().ToArray();
        LogisticModel byBatch = ScalarLogisticTraining.ByBatch(new([-1, 0.8], 1.5), set.X, set.Labels, 1, 800).Last;
        var model = LogisticRegression.Random(2, new RandomStream(1));
        Training.Run(model, set.ToSampleSet(), new Adam(model.Parameters, 0.02), set.Labels.Length, 1500);
        Assert.All(new[] { byBatch, model.Line }, line => Assert.All(best.Zip([.. line.W, line.B]), pair => Assert.Equal(pair.First, pair.Second, 1e-4)));
        Assert.Equal(
            ScalarLogisticRegression.Loss(best[..2], best[2], set.X, set.Labels),
            model.Loss(Matrix<double>.Build.DenseOfArray(set.X), set.Labels),
            1e-8);
    }

    // S1-047 (7.13): where a line separates, the weights grow with every step; with a price they come to rest at the minimum.
    [Fact]
    public void Weights_grow_without_a_price_and_rest_with_one()
    {
        GrowingWeights free = GrowingWeights.Measure(0, 2000), priced = GrowingWeights.Measure(0.01, 2000);
        Assert.Equal((2001, 2000), (free.Lengths.Count, free.Errors.Count));
        Assert.True(free.Lengths.Zip(free.Lengths.Skip(1), (a, b) => b > a).All(grew => grew));
        Assert.True(free.Errors.Zip(free.Errors.Skip(1), (a, b) => b < a).All(fell => fell));
        Assert.Equal(priced.Lengths[1000], priced.Lengths[2000], 1e-9);
        Assert.True(priced.Lengths[^1] < free.Lengths[^1] / 3);
        Assert.Equal((0.01, 0.0), (priced.λ, priced.Lengths[0]));

        SeparableSet set = SeparableSet.Draw(new RandomStream(70), 2, 60, 0.08);
        Assert.Equal(
            2 * Math.Sqrt(ScalarLogisticRegression.Gradient([0, 0], 0, set.X, set.Labels).DW.Sum(d => d * d)), free.Lengths[1], 1e-14); // the first step, α = 2
        Assert.Equal(Math.Log(2), free.Errors[0], 1e-14);
    }

    // A sigmoid is never certain, so that no point is ever done: S1-042.
    [Fact]
    public void The_sigmoid_is_never_certain() => Assert.All(new[] { -700.0, -300, -50 }, z => Assert.True(ScalarActivations.Sigmoid(z) > 0));
}
