using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Verification;

namespace Reference.LinearModels.Tests;

/// <summary>Training loops: a line's, the model's on the whole set and in batches, and where they diverge.</summary>
public class DescentTests
{
    private static readonly double[] X = [.. LeastSquaresLine.Exercise.X], Y = [.. LeastSquaresLine.Exercise.Y];

    private static LinearRegression Line(double w, double b) => new(Draw.Row(w), Draw.Row(b));

    // (6.13) S2-090 S4-079 S3-008: the loop by hand, the model, and chapter 05's objective take the same path.
    [Property(MaxTest = 30)]
    public void Three_ways_to_train_a_line_take_the_same_path(Seed seed)
    {
        RandomStream random = seed.Stream();
        double[] x = random.Normals(2 + random.Below(10)), y = random.Normals(x.Length);
        (double w0, double b0, double η) = (random.Normal(), random.Normal(), random.Uniform(0.01, 0.1));
        IReadOnlyList<LineDescent.Point> path = LineDescent.Run(x, y, w0, b0, η, 12);
        double[][] objective = Descent.Path(new LeastSquaresLine(x, y), [w0, b0], p => new GradientDescent(p, η), 12);
        LinearRegression model = Line(w0, b0);
        IReadOnlyList<double> losses = model.Train(new GradientDescent(model.Parameters, η), Draw.Row(x), Draw.Row(y),
            12);
        Assert.Equal(13, path.Count);
        Assert.All(path.Zip(objective), p =>
            Assert.True(RelativeError.ByNorm([p.First.W, p.First.B], p.Second) < 1e-11));
        Assert.True(RelativeError.ByNorm([path[^1].W, path[^1].B],
            [model.Weight.Values[0], model.Bias.Values[0]]) < 1e-11);
        Assert.True(RelativeError.ByNorm([.. path.Take(12).Select(p => p.Loss)], [.. losses]) < 1e-11);
    }

    // (6.14) S2-092: H is how the gradient of a quadratic changes, and the edge of stability lies at 2/λ_max.
    [Property(MaxTest = 30)]
    public void Descent_is_stable_below_two_over_the_largest_curvature(Seed seed)
    {
        RandomStream random = seed.Stream();
        (int D, int N) = (1 + random.Below(3), 5 + random.Below(6));
        Matrix<double> x = random.Matrix(D, N), y = random.Matrix(1, N), H = LinearEquations.Hessian(x);
        Matrix<double> W = random.Matrix(1, D), b = random.Matrix(1, 1);
        Assert.True(RelativeError.ByNorm(W.Append(b) * H, Gradient(W, b) - Gradient(0 * W, 0 * b)) < 1e-12);
        double limit = new Quadratic(H).LargestLearningRate;
        Assert.True(Trained(0.98 * limit)[^1] < Trained(0.98 * limit)[0]);
        Assert.True(Trained(1.05 * limit)[^1] > Trained(1.05 * limit)[0]);

        Matrix<double> Gradient(Matrix<double> W, Matrix<double> b) =>
            LinearEquations.LossAndGradient(W, b, x, y) is var (_, dW, db) ? dW.Append(db) : W;

        IReadOnlyList<double> Trained(double η)
        {
            var model = new LinearRegression(Matrix<double>.Build.Dense(1, D, 3), Draw.Row(-2));
            return model.Train(new GradientDescent(model.Parameters, η), x, y, 300);
        }
    }

    // S4-083: batches in the set's own order are chapter 05's, for all, some and single records.
    [Theory]
    [InlineData(60)]
    [InlineData(7)]
    [InlineData(1)]
    public void Batches_of_any_size_train_as_in_chapter_05(int size)
    {
        LinearRegression model = Line(-15, -10);
        var set = new SampleSet(new ColumnSamples(Draw.Row(X)), new ColumnSamples(Draw.Row(Y)));
        IReadOnlyList<double> losses =
            model.TrainBatches(new GradientDescent(model.Parameters, 0.05), new Datasets.Batches(set, size), 3);
        Optimizers.Batches.Run run = Optimizers.Batches.Train(LeastSquaresLine.Exercise, [-15, -10], 0.05, size, 3);
        Assert.Equal(run.Points.Count - 1, losses.Count);
        Assert.True(RelativeError.ByNorm(run.Points[^1], [model.Weight.Values[0], model.Bias.Values[0]]) < 1e-11);
    }

    // (6.13) S0-064 S4-083: gradients of two passes add up; a turn of the loop clears them and moves θ by −ηg.
    [Property(MaxTest = 30)]
    public void An_iteration_of_the_loop_is_one_step(Seed seed)
    {
        RandomStream random = seed.Stream();
        Matrix<double> W = random.Matrix(2, 3), b = random.Matrix(2, 1), x = random.Matrix(3, 4),
            y = random.Matrix(2, 4);
        var model = new LinearRegression(W, b);
        (double loss, Matrix<double> dW, Matrix<double> db) = LinearEquations.LossAndGradient(W, b, x, y);
        model.Backward(x, y);
        model.Backward(x, y);
        Assert.Equal(2 * dW, model.Weight.Gradient);
        Assert.Equal(loss, model.Train(new GradientDescent(model.Parameters, 0.1), x, y, 1).Single());
        Assert.True(RelativeError.ByNorm(W - 0.1 * dW, model.Weight.Value) < 1e-12);
        Assert.True(RelativeError.ByNorm(b - 0.1 * db, model.Bias.Value) < 1e-12);
    }

    // Beyond the edge every loop stops at the first loss that is not finite, with the last finite weights.
    [Fact]
    public void Runs_that_diverge_stop_with_step_rate_and_loss()
    {
        Parameter[] moved = [];
        DivergedException line = Assert.Throws<DivergedException>(
            () => LineDescent.Run(X, Y, -15, -10, p => new GradientDescent(moved = [.. p], 1), 10_000));
        Assert.True(line.Step > 100 && double.IsFinite(line.LastFiniteLoss) && line.LearningRate == 1);
        Assert.Equal(line.LastFiniteLoss, ScalarLine.MeanSquaredError(moved[0].Values[0], moved[1].Values[0], X, Y));

        LinearRegression model = Line(-15, -10);
        DivergedException whole = Assert.Throws<DivergedException>(
            () => model.Train(new GradientDescent(model.Parameters, 1), Draw.Row(X), Draw.Row(Y), 10_000));
        Assert.Equal(line.Step, whole.Step);
        Assert.Equal(whole.LastFiniteLoss, model.Backward(Draw.Row(X), Draw.Row(Y)), whole.LastFiniteLoss * 1e-12);

        var set = new SampleSet(new ColumnSamples(Draw.Row(X)), new ColumnSamples(Draw.Row(Y)));
        DivergedException batches = Assert.Throws<DivergedException>(
            () => model.TrainBatches(new GradientDescent(model.Parameters, 2), new Datasets.Batches(set, 10), 10_000));
        Assert.Equal(2, batches.LearningRate);
        Assert.True(model.Parameters.All(p => double.IsFinite(p.Values[0])));
    }
}
