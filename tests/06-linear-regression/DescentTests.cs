using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Verification;

namespace Reference.LinearModels.Tests;

/// <summary>Training loops: a line's, the model's in full batches and in small ones, and where they diverge.</summary>
public class DescentTests
{
    private static double[] ExerciseX => [.. Enumerable.Range(0, 60).Select(i => (i - 30) / 10.0)];

    private static double[] ExerciseY => [.. ExerciseX.Select(x => x - 1)];

    private static Matrix<double> Row(double[] values) => Matrix<double>.Build.DenseOfRowArrays(values);

    // (6.13) S2-090 S4-079 S3-008: the loop by hand, the model under an optimizer, and chapter 05's landscape take the same path.
    [Property(MaxTest = 30)]
    public void Three_ways_to_train_a_line_take_one_path(Seed seed)
    {
        RandomStream random = seed.Stream();
        double[] x = random.Normals(2 + random.Below(10)), y = random.Normals(x.Length);
        (double w0, double b0, double η) = (random.Normal(), random.Normal(), random.Uniform(0.01, 0.1));
        IReadOnlyList<LineDescent.Point> path = LineDescent.Run(x, y, w0, b0, η, 12);
        double[][] landscape = Descent.Path(new LeastSquaresLine(x, y), [w0, b0], p => new GradientDescent(p, η), 12);
        var model = new LinearRegression(Matrix<double>.Build.Dense(1, 1, w0), Matrix<double>.Build.Dense(1, 1, b0));
        IReadOnlyList<double> losses = model.Train(new GradientDescent(model.Parameters, η), Row(x), Row(y), 12);
        Assert.Equal(13, path.Count);
        Assert.All(path.Zip(landscape), p => Assert.True(RelativeError.ByNorm([p.First.W, p.First.B], p.Second) < 1e-11));
        Assert.True(RelativeError.ByNorm([path[^1].W, path[^1].B], [model.Weight.Value[0, 0], model.Bias.Value[0, 0]]) < 1e-11);
        Assert.True(RelativeError.ByNorm([.. path.Take(12).Select(p => p.Loss)], [.. losses]) < 1e-11);
    }

    // S2-090 S4-079: the trajectories end at (2, 1) and (1, −1).
    [Fact]
    public void Lines_without_noise_are_found()
    {
        LineDescent.Point s2 = LineDescent.Run([1, 2, 3], [3, 5, 7], 0, 0, 0.006, 5000)[^1], s4 = LineDescent.Run(ExerciseX, ExerciseY, -15, -10, 0.1, 200)[^1];
        Assert.Equal((2.0000325, 0.9999261), (Math.Round(s2.W, 7), Math.Round(s2.B, 7)));
        Assert.Equal(1, s4.W, 1e-12);
        Assert.Equal(-1, s4.B, 1e-12);
    }

    // (6.14) S2-092: H is the second derivative of the error, and the edge of stability lies at 2/λ_max.
    [Property(MaxTest = 30)]
    public void Descent_is_stable_below_two_over_the_largest_curvature(Seed seed)
    {
        RandomStream random = seed.Stream();
        (int D, int N) = (1 + random.Below(3), 5 + random.Below(6));
        Matrix<double> X = Matrix<double>.Build.DenseOfColumnMajor(D, N, random.Normals(D * N)), Y = Row(random.Normals(N)), H = LinearEquations.Hessian(X);
        Assert.True(RelativeError.ByNorm(Numerically(X, Y), H) < 1e-6);
        double limit = new Quadratic(H).LargestLearningRate;
        Assert.True(Trained(0.98 * limit)[^1] < Trained(0.98 * limit)[0]);
        Assert.True(Trained(1.05 * limit)[^1] > Trained(1.05 * limit)[0]);

        IReadOnlyList<double> Trained(double η)
        {
            var model = new LinearRegression(Matrix<double>.Build.Dense(1, D, (_, _) => 3), Matrix<double>.Build.Dense(1, 1, -2));
            return model.Train(new GradientDescent(model.Parameters, η), X, Y, 300);
        }
    }

    // Columns of H as differences of the gradient: exact but for rounding, as the error is a quadratic.
    private static Matrix<double> Numerically(Matrix<double> X, Matrix<double> Y) =>
        Matrix<double>.Build.DenseOfColumns(Enumerable.Range(0, X.RowCount + 1)
            .Select(j => (Gradient(j, 1, X, Y) - Gradient(j, 0, X, Y)).AsEnumerable()));

    private static Vector<double> Gradient(int j, double step, Matrix<double> X, Matrix<double> Y)
    {
        Matrix<double> W = Matrix<double>.Build.Dense(1, X.RowCount), b = Matrix<double>.Build.Dense(1, 1);
        (j < X.RowCount ? W : b)[0, j < X.RowCount ? j : 0] = step;
        (_, Matrix<double> dW, Matrix<double> db) = LinearEquations.LossAndGradient(W, b, X, Y);
        return dW.Append(db).Row(0);
    }

    // S4-083: batches in the set's own order are chapter 05's, for all, some and single records.
    [Theory]
    [InlineData(60)]
    [InlineData(7)]
    [InlineData(1)]
    public void Batches_of_any_size_train_as_in_chapter_05(int size)
    {
        var model = new LinearRegression(Matrix<double>.Build.Dense(1, 1, -15), Matrix<double>.Build.Dense(1, 1, -10));
        var set = new SampleSet(new ColumnSamples(Row(ExerciseX)), new ColumnSamples(Row(ExerciseY)));
        IReadOnlyList<double> losses = model.TrainBatches(new GradientDescent(model.Parameters, 0.05), new Datasets.Batches(set, size), 3);
        Optimizers.Batches.Run run = Optimizers.Batches.Train(LeastSquaresLine.Exercise, [-15, -10], 0.05, size, 3);
        Assert.Equal(run.Points.Count - 1, losses.Count);
        Assert.True(RelativeError.ByNorm(run.Points[^1], [model.Weight.Value[0, 0], model.Bias.Value[0, 0]]) < 1e-11);
    }

    // (6.13) S4-083: one turn of the loop moves θ by exactly −ηg, not twice; and gradients are cleared before each.
    [Property(MaxTest = 30)]
    public void A_turn_of_the_loop_is_one_step(Seed seed)
    {
        RandomStream random = seed.Stream();
        Matrix<double> W = Matrix<double>.Build.DenseOfColumnMajor(2, 3, random.Normals(6)),
            b = Matrix<double>.Build.DenseOfColumnMajor(2, 1, random.Normals(2));
        Matrix<double> X = Matrix<double>.Build.DenseOfColumnMajor(3, 4, random.Normals(12)),
            Y = Matrix<double>.Build.DenseOfColumnMajor(2, 4, random.Normals(8));
        var model = new LinearRegression(W, b);
        model.Weight.Accumulate(W); // what an earlier pass left behind
        (double loss, Matrix<double> dW, Matrix<double> db) = LinearEquations.LossAndGradient(W, b, X, Y);
        Assert.Equal(loss, model.Train(new GradientDescent(model.Parameters, 0.1), X, Y, 1).Single());
        Assert.True(RelativeError.ByNorm(W - 0.1 * dW, model.Weight.Value) < 1e-12);
        Assert.True(RelativeError.ByNorm(b - 0.1 * db, model.Bias.Value) < 1e-12);
    }

    // S0-064: without clearing, the gradients of two passes add up.
    [Fact]
    public void Gradients_add_up_until_they_are_cleared()
    {
        var model = LinearRegression.FromSeed(42, 1, 1);
        model.Backward(Row(Thermometer.X), Row(Thermometer.Y));
        double once = model.Weight.Gradient[0, 0];
        model.Backward(Row(Thermometer.X), Row(Thermometer.Y));
        Assert.Equal(2 * once, model.Weight.Gradient[0, 0], 1e-9);
    }

    // Beyond the edge every loop stops at the first loss that is not finite, with the last good weights.
    [Fact]
    public void Runs_that_diverge_stop_with_step_rate_and_loss()
    {
        Parameter[] moved = [];
        DivergedException line = Assert.Throws<DivergedException>(
            () => LineDescent.Run(ExerciseX, ExerciseY, -15, -10, p => new GradientDescent(moved = [.. p], 1), 10_000));
        Assert.True(line.Step > 100 && double.IsFinite(line.LastFiniteLoss) && line.LearningRate == 1);
        Assert.Equal(line.LastFiniteLoss, ScalarLine.MeanSquaredError(moved[0].Values[0], moved[1].Values[0], ExerciseX, ExerciseY));

        var model = new LinearRegression(Matrix<double>.Build.Dense(1, 1, -15), Matrix<double>.Build.Dense(1, 1, -10));
        DivergedException whole = Assert.Throws<DivergedException>(
            () => model.Train(new GradientDescent(model.Parameters, 1), Row(ExerciseX), Row(ExerciseY), 10_000));
        Assert.Equal(line.Step, whole.Step);
        Assert.Equal(whole.LastFiniteLoss, model.Backward(Row(ExerciseX), Row(ExerciseY)), whole.LastFiniteLoss * 1e-12);

        var set = new SampleSet(new ColumnSamples(Row(ExerciseX)), new ColumnSamples(Row(ExerciseY)));
        DivergedException batches = Assert.Throws<DivergedException>(
            () => model.TrainBatches(new GradientDescent(model.Parameters, 2), new Datasets.Batches(set, 10), 10_000));
        Assert.Contains("learning rate 2", batches.Message, StringComparison.Ordinal);
        Assert.Contains(
            Enumerable.Range(0, 6), i => model.Backward(Row(ExerciseX[(10 * i)..(10 * i + 10)]), Row(ExerciseY[(10 * i)..(10 * i + 10)])) is var loss
                && Math.Abs(loss - batches.LastFiniteLoss) <= 1e-9 * loss);
    }

    // A rate so high that the first step leads to weights that are no numbers, which the error would refuse.
    [Fact]
    public void A_single_step_too_long_stops_a_run_as_well()
    {
        Parameter[] moved = [];
        DivergedException line = Assert.Throws<DivergedException>(
            () => LineDescent.Run(ExerciseX, ExerciseY, -15, -10, p => new GradientDescent(moved = [.. p], 1e308), 10));
        Assert.Equal((1, 1e308, -15.0, -10.0), (line.Step, line.LearningRate, moved[0].Values[0], moved[1].Values[0]));
        Assert.Equal(835.0266667, line.LastFiniteLoss, 1e-6);

        var model = new LinearRegression(Matrix<double>.Build.Dense(1, 1, -15), Matrix<double>.Build.Dense(1, 1, -10));
        DivergedException whole = Assert.Throws<DivergedException>(
            () => model.Train(new GradientDescent(model.Parameters, 1e308), Row(ExerciseX), Row(ExerciseY), 10));
        Assert.Equal((1, -15.0, -10.0), (whole.Step, model.Weight.Values[0], model.Bias.Values[0]));

        // The weight stays finite, what it predicts does not.
        var steep = new LinearRegression(Matrix<double>.Build.Dense(1, 1, 1), Matrix<double>.Build.Dense(1, 1));
        DivergedException overflow = Assert.Throws<DivergedException>(
            () => steep.Train(new GradientDescent(steep.Parameters, 1e280), Row([1e10]), Row([0]), 2));
        Assert.Equal((1, 1e20, 1.0), (overflow.Step, overflow.LastFiniteLoss, steep.Weight.Values[0]));
        DivergedException lastStep = Assert.Throws<DivergedException>(
            () => steep.Train(new GradientDescent(steep.Parameters, 1e308), Row([1e10]), Row([0]), 1));
        Assert.Equal((1, 1.0), (lastStep.Step, steep.Weight.Values[0]));
    }
}
