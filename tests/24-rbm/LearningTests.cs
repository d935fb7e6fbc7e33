using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.BoltzmannMachines.Tests;

/// <summary>Contrastive divergence against the exact gradient, what it learns, and what it refuses.</summary>
public class LearningTests
{
    // (24.9) S4-197: the transition matrix leaves p as it is, and CD-k goes to the exact gradient with k.
    [Property(MaxTest = 10)]
    public void A_sweep_leaves_the_distribution_and_many_give_the_exact_gradient(Seed seed)
    {
        RandomStream random = seed.Stream();
        BernoulliRbm machine = FormTests.Machine(2 + random.Below(3), 1 + random.Below(3), random, 0.7);
        Matrix<double> p = Enumeration.Distribution(machine), T = Enumeration.Transition(machine);
        Digits.Agree(p, T * p, 12);
        Digits.Agree(Matrices.Ones(1, p.RowCount), Matrices.Ones(1, p.RowCount) * T, 12);
        MatrixView V = FormTests.Binary(machine.Visible, 3, random).View();
        (Matrix<double> dW, Matrix<double> db, Matrix<double> dc) = Enumeration.Gradient(machine, V);
        (Matrix<double> W, Matrix<double> b, Matrix<double> c) =
            Enumeration.ExpectedContrastiveDivergence(machine, V, 400);
        Digits.Agree(dW, W, 8, 1);
        Digits.Agree(db, b, 8, 1);
        Digits.Agree(dc, c, 8, 1);
    }

    // (24.9) (24.10) S4-197: 4,000 estimates have the enumerated mean.
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void The_mean_of_estimates_is_the_enumerated_one(int k)
    {
        var random = new RandomStream(11);
        BernoulliRbm machine = FormTests.Machine(4, 3, random);
        Matrix<double> X = FormTests.Binary(4, 2, random);
        MatrixView many = Matrix<double>.Build.DenseOfColumns(
            Enumerable.Range(0, 2000).SelectMany(_ => X.EnumerateColumns())).View();
        new ContrastiveDivergence(machine, k, random).Accumulate(many);
        (Matrix<double> dW, Matrix<double> db, Matrix<double> dc) =
            Enumeration.ExpectedContrastiveDivergence(machine, X.View(), k);
        foreach ((Matrix<double> expected, Parameter parameter) in
            new[] { dW, db, dc }.Zip(machine.Parameters))
        {
            Assert.All((expected + parameter.Gradient).Enumerate(), e => Assert.Equal(0, e, 0.04));
        }
    }

    // S4-197: the bias of CD-k falls with k; chains that went along have almost none, and more spread than CD-1.
    [Fact]
    public void Bias_falls_with_the_sweeps_and_persistent_chains_have_little()
    {
        (BernoulliRbm machine, MatrixView V, MatrixView chains) = GradientStudy.Learned();
        GradientStudy.Quality[] cd = [.. new[] { 1, 5, 50 }.Select(k =>
            GradientStudy.OfContrastiveDivergence(machine, V, k))];
        GradientStudy.Quality pcd = GradientStudy.OfChains(machine, V, chains);
        Assert.True(cd[0].Bias > cd[1].Bias && cd[1].Bias > cd[2].Bias, $"{cd[0]} {cd[1]} {cd[2]}");
        Assert.True(cd[0].Spread < cd[2].Spread, $"{cd[0]} {cd[2]}");
        Assert.True(pcd.Bias < cd[0].Bias && pcd.Spread > cd[0].Spread, $"{cd[0]} {pcd}");
    }

    // S4-197: on bars and stripes, by the exact log-likelihood.
    [Fact]
    public void Every_estimator_makes_the_data_more_probable()
    {
        int[] at = [0, 1500];
        double[] exact = BarsRun.Likelihoods(0, false, at), one = BarsRun.Likelihoods(1, false, at),
            chains = BarsRun.Likelihoods(1, true, at);
        Assert.All([exact, one, chains], run => Assert.True(run[1] > run[0] + 1, $"{run[0]} {run[1]}"));
        Assert.All([exact, one, chains], run => Assert.True(run[1] < -Math.Log(14)));
        Assert.True(exact[1] > one[1], $"{exact[1]} {one[1]}");
    }

    // S4-197: CD-1 lowers the error of reconstructions.
    [Fact]
    public void The_reconstruction_error_falls()
    {
        var errors = new List<double>();
        BinaryDigits digits = BinaryDigits.Load(null, 100, 10);
        BernoulliRbm machine = DigitMachine.Train(
            digits.Training, 16, 12, 1, batch: 5, rate: 0.1, after: (_, error) => errors.Add(error));
        Assert.True(errors[^1] < 0.9 * errors[0], $"{errors[0]} {errors[^1]}");
        Assert.Equal(784, machine.Reconstruct(digits.Held).RowCount);
        Assert.Equal(10, digits.HeldLabels.Count);
    }

    // S4-197: real units, about two centres.
    [Fact]
    public void A_machine_of_real_units_finds_two_centres()
    {
        var random = new RandomStream(5);
        Matrix<double> X = Matrix<double>.Build.Dense(2, 200, (_, n) => (n % 2 == 0 ? 2 : -2) + random.Normal());
        var machine = new GaussianRbm(2, 4, random);
        double before = machine.FreeEnergies(X.View()).Average();
        new RbmTrainer(machine, new ContrastiveDivergence(machine, 1, random),
            new Momentum(machine.Parameters, 0.01)).Fit(new ColumnSamples(X), 60, 20, random);
        Matrix<double> back = machine.Reconstruct(X);
        double residual = (X - back).PointwisePower(2).Enumerate().Average();
        Assert.True(residual < 2, $"{residual}, of a variance of 5");
        Assert.True(machine.FreeEnergies(X.View()).Average() < before);
        Assert.Equal(4, machine.Features(X).RowCount);
    }

    // S4-197: an epoch of one batch is the step on its samples in their new order, with chains and without.
    [Property(MaxTest = 10)]
    public void An_epoch_is_its_steps(Seed seed)
    {
        RandomStream random = seed.Stream();
        int N = 1 + random.Below(6), chains = 3 * random.Below(2);
        Matrix<double> X = Matrix<double>.Build.Dense(4, N, (_, _) => random.Below(2));
        (double[] Weights, double Error) Trained(Func<RbmTrainer, double> train)
        {
            var own = new RandomStream(seed.Value);
            var machine = new BernoulliRbm(4, 3, own, 1);
            double error = train(new(machine, new ContrastiveDivergence(machine, 2, own, chains),
                new GradientDescent(machine.Parameters, 0.1)));
            return ([.. machine.Parameters.SelectMany(p => p.Values.ToArray())], error);
        }

        int[] order = [.. Enumerable.Range(0, N)];
        new RandomStream(7).Shuffle(order.AsSpan());
        (double[] Weights, double Error) step = Trained(
            trainer => trainer.Step(Matrix<double>.Build.DenseOfColumns(order.Select(X.Column)).View()));
        (double[] Weights, double Error) epoch = Trained(trainer =>
        {
            double error = 0;
            trainer.Fit(new ColumnSamples(X), 1, N, new RandomStream(7), (_, mean) => error = mean);
            return error;
        });
        Assert.Equal(step.Weights, epoch.Weights);
        Assert.Equal(step.Error, epoch.Error, 1e-14);
    }

    [Fact]
    public void The_same_seed_trains_the_same_bits_and_steady_steps_allocate_nothing_that_grows()
    {
        Matrix<double> X = BarsAndStripes.All(3);
        double[] Trained() => DigitMachine.Train(X, 5, 3, 7, batch: 5).Parameters[0].Values.ToArray();
        Assert.Equal(Trained(), Trained());
        long Bytes(int samples)
        {
            var random = new RandomStream(1);
            var machine = new BernoulliRbm(200, 50, random);
            var trainer = new RbmTrainer(machine, new ContrastiveDivergence(machine, 2, random),
                new GradientDescent(machine.Parameters, 0.1));
            MatrixView V = FormTests.Binary(200, samples, random).View();
            for (int i = 0; i < 3; i++)
            {
                trainer.Step(V);
            }

            long before = GC.GetAllocatedBytesForCurrentThread();
            trainer.Step(V);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        (long few, long many) = (Bytes(2), Bytes(20));
        Assert.True(many <= few + 200 && many < 2000, $"{few} bytes for 2 samples, {many} for 20");
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        var random = new RandomStream(1);
        var machine = new BernoulliRbm(3, 2, random);
        MatrixView half = new([0.5, 0, 1], 3, 1);
        BadInput.Refuses(() => new ContrastiveDivergence(machine, 1, random).Accumulate(half), "0 or 1", "0.5");
        BadInput.Refuses(() => machine.Features(half.ToMatrix()), "0 or 1", "unit 0 of sample 0");
        BadInput.Refuses(() => new ContrastiveDivergence(machine, 0, random), "k ≥ 1", "0");
        BadInput.Refuses(() => machine.Expect(new MatrixView(4, 1)), "[3 × N]", "[4 × 1]");
        BadInput.Refuses(
            () => new BernoulliRbm(1, 1, random) { TakesMeans = true }.Expect(new MatrixView([1.5], 1, 1)), "[0, 1]",
            "1.5");
        BadInput.Refuses(() => new GaussianRbm(1, 1, random).Expect(new MatrixView([double.NaN], 1, 1)), "NaN");
        BadInput.Refuses(() => RatingRbm.OneHot(new[,] { { 6 } }, 5), "1 to 5", "6");
        BadInput.Refuses(() => RatingSet.Of(new[,] { { -1 } }, 5, random, ""), "1 to 5", "-1");
        var stars = new RatingRbm(2, 3, 2, random);
        BadInput.Refuses(() => stars.Expect(new MatrixView([1, 1, 0, 0, 0, 0], 6, 1)), "at most one", "item 0");
        BadInput.Refuses(() => new ContrastiveDivergence(stars, 1, random, 5), "CD-k for ratings");
        BadInput.Refuses(() => Enumeration.LogPartition(new BernoulliRbm(1, 21, random)), "at most 20", "21");
        BadInput.Refuses(
            () => new AnnealedImportanceSampling(machine, new double[3]).Estimate([0, 0.5], 3, random), "from 0 to 1");
        BadInput.Refuses(() => new AnnealedImportanceSampling(machine, new double[2]), "3", "2");
        double[] before = machine.Parameters[0].Values.ToArray();
        var trainer = new RbmTrainer(machine, new ContrastiveDivergence(machine, 1, random),
            new GradientDescent(machine.Parameters, 0.1));
        BadInput.Refuses(() => trainer.Fit(new ColumnSamples(half.ToMatrix()), 1, 1, random), "0 or 1");
        BadInput.Refuses(() => trainer.Fit(new ColumnSamples(new double[4, 1]), 1, 1, random), "3 numbers", "got 4");
        Assert.Equal(before, machine.Parameters[0].Values.ToArray());
    }
}
