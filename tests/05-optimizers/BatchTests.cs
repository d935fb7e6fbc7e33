using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using Reference.Numerics;
using Reference.Verification;

namespace Reference.Optimizers.Tests;

public class BatchTests
{
    // (5.9) (5.10) (5.11) S1-143 S1-144 S2-094 S2-095 S2-096 S3-047: B = N is descent, B = 1 is stochastic.
    [Fact]
    public void A_batch_of_all_records_is_descent_and_a_batch_of_one_is_stochastic()
    {
        LeastSquaresLine loss = LeastSquaresLine.Exercise;
        double[] start = [-15, -10], g = loss.Gradient(start, [0]);
        Batches.Run full = Batches.Train(loss, start, 0.1, 60, 20), single = Batches.Train(loss, start, 0.1, 1, 1);
        Assert.Equal(Descent.Path(loss, start, p => new GradientDescent(p, 0.1), 20), full.Points);
        double[] losses = [.. full.Points.Select(loss.Value)];
        Assert.True(losses.Zip(losses.Skip(1), (a, b) => b < a).All(fell => fell));
        Assert.Equal(60 * losses[0], full.EpochTotals[0], 1e-8);
        Assert.Equal([start[0] - 0.1 * g[0], start[1] - 0.1 * g[1]], single.Points[1]);
        Assert.Equal(61, single.Points.Count);
        start[0] = 7;
        Assert.Equal([-15, -10], full.Points[0]);
    }

    // S4-080 S4-081: (w, b) after each epoch of the exercise; at |x| = 3, η = 0.1 is the limit 2/λ of one record.
    [Theory]
    [InlineData(1, new[] { -1.649847, 6.815104 })]
    [InlineData(5, new[] { 0.817695, -0.760860 }, new[] { 1.001384, -1.000323 }, new[] { 1.000005, -1.000011 })]
    public void Epochs_of_the_exercise_end_at_their_points(int batchSize, params double[][] points)
    {
        Batches.Run run = Batches.Train(LeastSquaresLine.Exercise, [-15, -10], 0.1, batchSize, points.Length);
        int updates = Batches.UpdatesPerEpoch(60, batchSize);
        Assert.All(points, (p, epoch) =>
            Assert.All(p, (value, k) => Assert.Equal(value, run.Points[(epoch + 1) * updates][k], 5e-7)));
        Assert.Equal(batchSize == 1, Math.Abs(run.EpochTotals[0] - 5271.5594) < 5e-5);
        Assert.Equal(0.1, new Quadratic(new LeastSquaresLine([-3], [0]).Hessian).LargestLearningRate, 1e-15);
    }

    // (5.12) S2-095 S2-096 S3-222 S4-081: ⌈N/B⌉ batches, every record once, and only the last may be smaller.
    [Property]
    public void An_epoch_holds_every_record_once(Seed seed)
    {
        RandomStream random = seed.Stream();
        int count = 1 + random.Below(200), size = 1 + random.Below(40);
        int[][] batches = [.. Batches.Split([.. Enumerable.Range(0, count)], size)];
        Assert.Equal((int)Math.Ceiling((double)count / size), batches.Length);
        Assert.Equal(batches.Length, Batches.UpdatesPerEpoch(count, size));
        Assert.Equal(Enumerable.Range(0, count), batches.SelectMany(b => b));
        Assert.All(batches[..^1], b => Assert.Equal(size, b.Length));
        Assert.Equal((60_000, 938, 1875, 1), (Batches.UpdatesPerEpoch(60_000, 1), Batches.UpdatesPerEpoch(60_000, 64),
            Batches.UpdatesPerEpoch(60_000, 32), Batches.UpdatesPerEpoch(60_000, 60_000)));
    }

    // S1-224 S2-097: the variance of the gradient of B records drawn with replacement is 1/B of that of one record.
    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    public void Gradient_noise_falls_as_one_over_the_batch(int size)
    {
        var random = new RandomStream(11);
        LeastSquaresLine loss = LeastSquaresLine.Thermometer;
        double mean = loss.Gradient([0, 0])[0];
        double ofOne = Enumerable.Range(0, 14).Average(i => Math.Pow(loss.Gradient([0, 0], [i])[0] - mean, 2));
        double ofBatch = Enumerable.Range(0, 4000).Average(_ =>
            Math.Pow(loss.Gradient([0, 0], [.. Enumerable.Range(0, size).Select(_ => random.Below(14))])[0] - mean,
                2));
        Assert.Equal(1, ofBatch * size / ofOne, 0.1); // 4000 draws: some 3 %
    }

    // (5.11): a stream shuffles the records anew for every epoch. A record's step is along (xᵢ, 1), which names it.
    [Fact]
    public void Records_are_shuffled_where_a_stream_is_given()
    {
        double[][] points = [.. Batches.Train(LeastSquaresLine.Thermometer, [0, 0], 1e-5, 1, 2, new RandomStream(3))
            .Points];
        int[] order = [.. points.Zip(points.Skip(1), (θ, next) =>
            (int)Math.Round((next[0] - θ[0]) / (next[1] - θ[1])))];
        Assert.Equal(LeastSquaresLine.Thermometer.X.Order(), order[..14].Select(x => (double)x).Order());
        Assert.Equal(order[..14].Order(), order[14..].Order());
        Assert.NotEqual(order[..14], order[14..]);
        Assert.NotEqual(LeastSquaresLine.Thermometer.X, order[..14].Select(x => (double)x));
    }

    // (5.6) (5.7) (5.8) S1-080 S1-088 S1-089: an epoch is −η∇E/m; online it is that step on each record in turn.
    [Property]
    public void An_epoch_of_weight_steps_is_descent_on_the_error(Seed seed)
    {
        RandomStream random = seed.Stream();
        int inputs = 1 + random.Below(4), units = 1 + random.Below(3), m = 1 + random.Below(4);
        double[,] w = Array(inputs, units), x = Array(inputs, m), y = Array(units, m),
            batch = ScalarSigmoidLayer.BatchEpoch(w, x, y, 0.7);
        double[] gradient = [.. w.Flat().Zip(batch.Flat(), (before, after) => (before - after) * m / 0.7)];
        GradientCheck.Smooth(v => ScalarSigmoidLayer.Error(v, x, y), w, Shaped(gradient)).ThrowIfFailed();
        double[,] online = w;
        for (int μ = 0; μ < m; μ++)
        {
            online = ScalarSigmoidLayer.BatchEpoch(online, x.Column(μ).AsColumn(), y.Column(μ).AsColumn(), 0.7);
        }

        Assert.True(RelativeError.ByNorm(online.Flat(), ScalarSigmoidLayer.OnlineEpoch(w, x, y, 0.7).Flat()) < 1e-12);
        double half = ScalarSigmoidLayer.Error(new double[1, 1], new double[,] { { 3 } }, new[,] { { 0.25 } });
        Assert.Equal(0.5 * Math.Pow(0.25 - 0.5, 2), half, 1e-15);

        double[,] Array(int rows, int columns) =>
            Matrix<double>.Build.DenseOfColumnMajor(rows, columns, random.Normals(rows * columns)).ToArray();
        double[,] Shaped(double[] values) => Matrix<double>.Build.DenseOfRowMajor(inputs, units, values).ToArray();
    }

    // The first product after zeroing is written over what is there, the second is added; without one, zeros are read.
    [Fact]
    public void A_gradient_starts_at_0_whatever_its_memory_holds()
    {
        var w = new Parameter("w", DenseMatrix.OfArray(new double[,] { { 1, 2 }, { 3, 4 } }));
        DenseMatrix a = DenseMatrix.OfArray(new double[,] { { 1 }, { 2 } }), b = (DenseMatrix)a.Transpose();
        w.Gradients.Fill(double.NaN);
        w.ZeroGradient();
        w.AccumulateProduct(a, b);
        Assert.Equal(a * b, w.Gradient);
        w.AccumulateProduct(a, b);
        Assert.Equal(2 * a * b, w.Gradient);
        w.ZeroGradient();
        w.Accumulate(a * b);
        Assert.Equal(a * b, w.Gradient);
        w.ZeroGradient();
        Assert.Equal([0.0, 0, 0, 0], w.Gradients.ToArray());
    }
}
