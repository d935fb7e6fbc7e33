using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Numerics;
using Reference.Verification;

namespace Reference.Optimizers.Tests;

public class BatchTests
{
    // (5.9) (5.10) (5.11) S1-143 S1-144 S2-094 S2-095 S2-096 S3-047: equal batches average to the whole, single records too.
    [Property]
    public void Batches_of_one_size_average_to_the_whole_gradient(Seed seed)
    {
        RandomStream random = seed.Stream();
        int size = 1 + random.Below(4), count = size * (1 + random.Below(5));
        var loss = new LeastSquaresLine(random.Normals(count), random.Normals(count));
        double[] θ = random.Normals(2), whole = loss.Gradient(θ);
        int[] order = [.. Enumerable.Range(0, count)];
        random.Shuffle<int>(order);
        double[][] parts = [.. Batches.Cut(order, size).Select(b => loss.Gradient(θ, b))];
        Assert.Equal(count / size, parts.Length);
        Assert.True(RelativeError.ByNorm(whole, [parts.Average(p => p[0]), parts.Average(p => p[1])]) < 1e-10);
    }

    // (5.9) (5.11) S2-094 S2-096 S3-047: B = N is full-batch descent, deterministic and without a rise; B = 1 is stochastic descent.
    [Fact]
    public void The_largest_batch_is_descent_and_the_smallest_is_stochastic()
    {
        LeastSquaresLine loss = LeastSquaresLine.Exercise;
        Batches.Run full = Batches.Train(loss, [-15, -10], 0.1, 60, 20), again = Batches.Train(loss, [-15, -10], 0.1, 60, 20);
        double[][] descent = Descent.Path(loss, [-15, -10], p => new GradientDescent(p, 0.1), 20);
        Assert.Equal(21, full.Points.Count);
        Assert.Equal(full.Points, again.Points);
        Assert.All(full.Points.Zip(descent), p => Assert.True(RelativeError.ByNorm(p.First, p.Second) < 1e-12));
        double[] losses = [.. full.Points.Select(loss.Value)];
        Assert.True(losses.Zip(losses.Skip(1), (a, b) => b < a).All(fell => fell));
        Assert.Equal(60 * losses[0], full.EpochTotals[0], 1e-8);

        Batches.Run single = Batches.Train(loss, [-15, -10], 0.1, 1, 1);
        double[] θ = [-15, -10], g = loss.Gradient(θ, [0]);
        Assert.Equal([θ[0] - 0.1 * g[0], θ[1] - 0.1 * g[1]], single.Points[1]);
        Assert.Equal(61, single.Points.Count);
    }

    // (5.12) S3-222 S4-081: ⌈N/B⌉ batches, every record once, and only the last may be smaller.
    [Property]
    public void An_epoch_holds_every_record_once(Seed seed)
    {
        RandomStream random = seed.Stream();
        int count = 1 + random.Below(200), size = 1 + random.Below(40);
        int[][] batches = [.. Batches.Cut([.. Enumerable.Range(0, count)], size)];
        Assert.Equal(Batches.UpdatesPerEpoch(count, size), batches.Length);
        Assert.Equal((int)Math.Ceiling((double)count / size), batches.Length);
        Assert.Equal(Batches.LastBatch(count, size), batches[^1].Length);
        Assert.Equal(Enumerable.Range(0, count), batches.SelectMany(b => b));
        Assert.All(batches[..^1], b => Assert.Equal(size, b.Length));
    }

    // S4-080 S4-081: the numbers of the exercise come from records in their order; S1-224: fewer records a step, more noise.
    [Fact]
    public void Small_batches_take_noisier_steps()
    {
        double one = BatchFigures(1), five = BatchFigures(5);
        Assert.InRange(one / five, 4, 6); // variance ∝ 1/B; 4000 draws leave about 5 %

        static double BatchFigures(int size)
        {
            var random = new RandomStream(11);
            LeastSquaresLine loss = LeastSquaresLine.Exercise;
            double mean = loss.Gradient([0, 0])[0];
            return Enumerable.Range(0, 4000)
                .Average(_ => Math.Pow(loss.Gradient([0, 0], [.. Enumerable.Range(0, size).Select(_ => random.Below(60))])[0] - mean, 2));
        }
    }

    // (5.6) S1-080: the error of a layer and its gradient in the weights.
    [Property]
    public void The_error_of_a_layer_has_the_gradient_of_the_deltas(Seed seed)
    {
        RandomStream random = seed.Stream();
        int inputs = 1 + random.Below(4), units = 1 + random.Below(3), records = 1 + random.Below(4);
        double[,] w = Array(random, inputs, units), x = Array(random, inputs, records), y = Array(random, units, records);
        GradientCheck.Smooth(v => ScalarUnit.Error(v, x, y), w, ScalarUnit.Gradient(w, x, y)).ThrowIfFailed();
        Assert.Equal(0.5 * Math.Pow(0.25 - 0.5, 2), ScalarUnit.Error(new double[1, 1], new double[,] { { 3 } }, new[,] { { 0.25 } }), 1e-15);
    }

    // (5.7) (5.8) S1-088 S1-089: an epoch is −η∇E/m; record by record it is the same rule once a record, and on one record the two agree.
    [Property]
    public void An_epoch_of_weight_steps_is_descent_on_the_error(Seed seed)
    {
        RandomStream random = seed.Stream();
        int inputs = 1 + random.Below(4), m = 2 + random.Below(4);
        double[] w = random.Normals(inputs), y = random.Uniforms(m, 0, 1);
        double[,] x = Array(random, inputs, m), dE = ScalarUnit.Gradient(Column(w), x, Row(y));
        double[] batch = ScalarUnit.BatchEpoch(w, x, y, 0.7);
        Assert.All(Enumerable.Range(0, inputs), i => Assert.Equal(w[i] - 0.7 * dE[i, 0] / m, batch[i], 1e-12));

        double[] online = w;
        for (int μ = 0; μ < m; μ++)
        {
            var record = new double[inputs, 1];
            for (int i = 0; i < inputs; i++)
            {
                record[i, 0] = x[i, μ];
            }

            online = ScalarUnit.BatchEpoch(online, record, [y[μ]], 0.7);
        }

        Assert.True(RelativeError.ByNorm(online, ScalarUnit.OnlineEpoch(w, x, y, 0.7)) < 1e-12);
        Assert.True(RelativeError.ByNorm(online, batch) > 0);
    }

    // S1-089: on targets that the unit can meet, both variants come to the same weights.
    [Fact]
    public void Batch_and_record_steps_share_their_fixed_point()
    {
        double[] goal = [0.8, -0.5], batch = [0, 0], online = [0, 0];
        double[,] x = { { 1, 0.2, -0.7, 0.4 }, { -0.3, 1, 0.5, 0.9 } };
        double[] y = [.. Enumerable.Range(0, 4).Select(μ => ScalarActivations.Sigmoid(goal[0] * x[0, μ] + goal[1] * x[1, μ]))];
        for (int epoch = 0; epoch < 20_000; epoch++)
        {
            batch = ScalarUnit.BatchEpoch(batch, x, y, 2);
            online = ScalarUnit.OnlineEpoch(online, x, y, 0.5);
        }

        Assert.All(batch.Concat(online).Zip(goal.Concat(goal)), p => Assert.Equal(p.Second, p.First, 1e-9));
    }

    private static double[,] Array(RandomStream random, int rows, int columns) =>
        Matrix<double>.Build.DenseOfColumnMajor(rows, columns, random.Normals(rows * columns)).ToArray();

    private static double[,] Column(double[] w) => Matrix<double>.Build.DenseOfColumnArrays(w).ToArray();

    private static double[,] Row(double[] y) => Matrix<double>.Build.DenseOfRowArrays(y).ToArray();
}
