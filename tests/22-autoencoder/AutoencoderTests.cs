using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Verification;
using static Reference.Testing.BadInput;

namespace Reference.Autoencoders.Tests;

/// <summary>Autoencoders with losses of their code and output.</summary>
public class AutoencoderTests
{
    private static Matrix<double> Normal(RandomStream random, int rows, int columns) =>
        Matrix<double>.Build.Dense(rows, columns, random.Normals(rows * columns));

    // 3-4-2-4-3 with tanh.
    private static Autoencoder Small(RandomStream random)
    {
        Initializer start = Initializers.Normal(random, 0.7);
        Sequential Half(int inputs, int outputs) =>
            MultilayerPerceptron.Of([inputs, 4, outputs], width => new Tanh(width), start, start);
        return new(Half(3, 2), Half(2, 3));
    }

    private static void Check(
        IEnumerable<Parameter> parameters, Func<double> loss, Func<Parameter, double> distance, Action gradients)
    {
        Parameter[] all = [.. parameters];
        foreach (Parameter parameter in all)
        {
            parameter.ZeroGradient();
        }

        gradients();
        Matrix<double>[] analytic = [.. all.Select(p => p.Gradient.Clone())];
        foreach ((Parameter parameter, Matrix<double> gradient) in all.Zip(analytic))
        {
            Func<Matrix<double>, Matrix<double>> at = InPlace.Of(parameter.Value, () => Matrices.Column(loss()));
            GradientCheck.Kinked(w => at(w)[0, 0], parameter.Value.Clone(), gradient, distance(parameter))
                .ThrowIfFailed();
        }
    }

    // (22.13) (22.14) S3-240 S3-242 S4-203: the gradients of output and code meet in the encoder.
    [Property(MaxTest = 10)]
    public void Every_gradient_is_the_numerical_one(Seed seed)
    {
        RandomStream random = seed.Stream();
        Autoencoder autoencoder = Small(random);
        Matrix<double> X = Normal(random, 3, 4), dX̂ = Normal(random, 3, 4), dZ = Normal(random, 2, 4);
        double Loss(Matrix<double> x) =>
            autoencoder.Forward(x).PointwiseMultiply(dX̂).Enumerate().Sum()
                + autoencoder.Code.ToMatrix().PointwiseMultiply(dZ).Enumerate().Sum();
        Loss(X);
        Matrix<double> dX = autoencoder.Backward(dX̂.View(), dZ.View(), inputGradient: true).ToMatrix();
        Matrix<double>[] gradients = [.. autoencoder.Parameters.Select(p => p.Gradient.Clone())];
        GradientCheck.Smooth(x => Loss(x), X, dX).ThrowIfFailed();
        foreach ((Parameter parameter, Matrix<double> gradient) in autoencoder.Parameters.Zip(gradients))
        {
            Func<Matrix<double>, Matrix<double>> at = InPlace.Of(parameter.Value, () => Matrices.Column(Loss(X)));
            GradientCheck.Smooth(w => at(w)[0, 0], parameter.Value.Clone(), gradient).ThrowIfFailed();
        }
    }

    // (22.16) (22.17) S3-170 S3-176
    [Property(MaxTest = 8)]
    public void Conditioned_losses_have_the_numerical_gradients(Seed seed)
    {
        RandomStream random = seed.Stream();
        Autoencoder autoencoder = Small(random);
        var classifier = new Dense(2, 3, Initializers.Normal(random, 1));
        Matrix<double> X = Normal(random, 3, 4);
        Matrix<double> Y = Matrix<double>.Build.Dense(3, 4, (k, n) => k == n % 3 ? 1 : 0);
        Parameter[] all = [.. autoencoder.Parameters, .. classifier.Parameters];
        ConditionedTrainer Trainer(double supervision) => new(
            autoencoder, new Adam(all), new(1.5, Toys.Outside(2)), classifier, supervision);
        ConditionedTrainer trainer = Trainer(0.7);
        double nearest = autoencoder.Forward(X).EnumerateColumns().Min(x => Math.Abs(4 - x * x));
        Check(all, () => trainer.Gradients(X.View(), Y.View()), _ => nearest,
            () => trainer.Gradients(X.View(), Y.View()));

        // The sum of its three terms.
        double of = trainer.Gradients(X.View(), Y.View());
        Matrix<double> X̂ = autoencoder.Forward(X);
        double constraint = X̂.EnumerateColumns().Average(x => 1.5 * ScalarLosses.Penalty(4 - x * x));
        double labels = new SoftmaxCrossEntropy().Forward(classifier.Forward(autoencoder.Code), Y.View());
        Digits.Agree(AutoencoderEquations.Loss(X̂, X) + constraint + 0.7 * labels, of, 12);
    }

    // (22.18) (22.19) (22.20) S3-177: layer = scalar, and the gradients of both halves.
    [Property(MaxTest = 8)]
    public void Pairs_have_the_numerical_gradients(Seed seed)
    {
        RandomStream random = seed.Stream();
        Autoencoder autoencoder = Small(random);
        Matrix<double> X1 = Normal(random, 3, 4), X2 = Normal(random, 3, 4);
        bool[] alike = [true, false, false, true];
        const double m = 2;
        var trainer = new SiameseTrainer(autoencoder, new Adam(autoencoder.Parameters), new(m), 0.6);
        Matrix<double> Z1 = DigitAutoencoders.Codes(autoencoder, X1), Z2 = DigitAutoencoders.Codes(autoencoder, X2);
        double[] d = [.. Enumerable.Range(0, 4).Select(n => (Z1.Column(n) - Z2.Column(n)).L2Norm())];
        double nearest = Enumerable.Range(1, 2).Min(n => Math.Min(d[n], Math.Abs(m - d[n])));
        Check(autoencoder.Parameters, () => trainer.Gradients(X1.View(), X2.View(), alike), _ => nearest,
            () => trainer.Gradients(X1.View(), X2.View(), alike));

        var pairs = new PairLoss(m);
        double mean = pairs.Forward(Z1.View(), Z2.View(), alike);
        (MatrixView dZ1, MatrixView dZ2) = pairs.Backward();
        Digits.Agree(Enumerable.Range(0, 4).Average(n =>
            ScalarLosses.Pair(Z1.Column(n).ToArray(), Z2.Column(n).ToArray(), alike[n], m)), mean, 12);
        for (int n = 0; n < 4; n++)
        {
            double[] g = [.. ScalarLosses.PairGradient(Z1.Column(n).ToArray(), Z2.Column(n).ToArray(), alike[n], m)
                .Select(v => v / 4)];
            Digits.Agree(g, dZ1.Column(n).ToArray(), 12, 1e-12);
            Digits.Agree([.. g.Select(v => -v)], dZ2.Column(n).ToArray(), 12, 1e-12);
        }
    }

    // (22.19) S3-177: pairs that are alike meet, others stop at the margin; −d would fall without end.
    [Fact]
    public void The_margin_ends_the_repulsion()
    {
        double Distance(bool alike, Func<double[], double[], double[]> gradient)
        {
            double[] z1 = [0.3, 0.1], z2 = [-0.2, 0.4];
            for (int step = 0; step < 2000; step++)
            {
                double[] g = gradient(z1, z2);
                (z1, z2) = ([.. z1.Zip(g, (z, dz) => z - 0.05 * dz)], [.. z2.Zip(g, (z, dz) => z + 0.05 * dz)]);
            }

            return ScalarLosses.Distance(z1, z2);
        }

        Assert.Equal(0, Distance(true, (a, b) => ScalarLosses.PairGradient(a, b, true, 1.5)), 1e-9);
        Assert.Equal(1.5, Distance(false, (a, b) => ScalarLosses.PairGradient(a, b, false, 1.5)), 1e-9);
        double[] Bare(double[] a, double[] b) =>
            [.. a.Zip(b, (x, y) => -(x - y) / ScalarLosses.Distance(a, b))]; // of −d
        Assert.InRange(Distance(false, Bare), 100, double.MaxValue);
        Assert.Equal([0, 0], ScalarLosses.PairGradient([1, 2], [1, 2], false, 1.5)); // the codes are one
    }

    // S3-177: two halves, one set of weights.
    [Fact]
    public void Twins_share_their_weights()
    {
        Autoencoder one = Small(new(1)), twin = one.Twin();
        Assert.Equal(one.Parameters, twin.Parameters);
        Matrix<double> X = Normal(new(2), 3, 2);
        Assert.Equal(one.Forward(X), one.Shared().Forward(X));
        Assert.Equal(["0.0.weight", "0.0.bias"], one.Stored.Take(2).Select(tensor => tensor.Name));
        Assert.Empty(one.State);
        Assert.Equal((3, 3, "autoencoder"), (one.Inputs, one.Outputs, one.Name));
    }

    // (22.15) S4-031 S3-243: anew each time, and nothing but the damage.
    [Fact]
    public void Corruption_damages_inputs_and_leaves_targets()
    {
        var image = new ImageShape(5, 4, 2);
        ISamples clean = new ColumnSamples(Matrices.Ones(image.Length, 3));
        var holes = new CorruptedSamples(clean, Corruptions.Hole(image, 2), new(1));
        Assert.Equal((3, image.Length), (holes.Count, holes.Features));
        double[][] read = [.. Enumerable.Range(0, 40).Select(_ =>
        {
            var x = new double[image.Length];
            holes.Expect(1);
            holes.CopyTo(1, x);
            return x;
        })];
        Assert.All(read, x => Assert.Equal(2 * 2 * 2, x.Count(v => v == 0)));
        Assert.All(read, x => Assert.Equal(1, x.Max()));
        Assert.All(Enumerable.Range(0, image.Length), i => Assert.Contains(read, x => x[i] == 0)); // every place
        var noise = new CorruptedSamples(clean, Corruptions.Noise(0.5), new(2));
        double[] all = [.. DigitAutoencoders.Columns(noise).Enumerate(),
            .. Enumerable.Range(0, 100).SelectMany(_ => DigitAutoencoders.Columns(noise).Enumerate())];
        Assert.Equal(1, all.Average(), 0.02);
        Assert.Equal(0.5, Math.Sqrt(all.Average(v => (v - 1) * (v - 1))), 0.02);
        Assert.All(DigitAutoencoders.Columns(clean).Enumerate(), v => Assert.Equal(1.0, v));
    }

    // S3-176 S3-177: a step lowers the loss, twice from one seed with the same bits.
    [Fact]
    public void Training_is_repeatable_and_lowers_the_loss()
    {
        LabelledPoints points = Blobs.Draw(new(1), new double[,] { { -2, 2 }, { 0, 1 }, { 1, 0 } }, 60, 0.3);
        SampleSet set = new(new ColumnSamples(points.X), points.Labels, 2);
        double[][] Run()
        {
            Autoencoder pairs = Small(new(2)), labels = Small(new(2));
            var classifier = new Dense(2, 2, Initializers.Xavier(new(3)));
            return
            [
                new SiameseTrainer(pairs, new Adam(pairs.Parameters, 0.01), new(1), 1).Fit(set, 30, 8, new(4)),
                new ConditionedTrainer(labels, new Adam([.. labels.Parameters, .. classifier.Parameters], 0.01),
                    classifier: classifier).Fit(set, 30, 8, new(4)),
            ];
        }

        double[][] once = Run(), again = Run();
        Assert.Equal(once[0], again[0]);
        Assert.Equal(once[1], again[1]);
        Assert.All(once, losses => Assert.InRange(losses[^1], 0, 0.5 * losses[0]));
    }

    // S3-177: a step allocates the same few bytes for any batch, after the first.
    [Fact]
    public void Steady_steps_allocate_nothing_that_grows()
    {
        long Bytes(int batch)
        {
            var random = new RandomStream(1);
            Autoencoder autoencoder = DigitAutoencoders.Deep(2, random);
            var trainer = new SiameseTrainer(autoencoder, new Adam(autoencoder.Parameters), new(1), 1);
            MatrixView X1 = Normal(random, 784, batch).View(), X2 = Normal(random, 784, batch).View();
            var alike = new bool[batch];
            trainer.Gradients(X1, X2, alike);
            trainer.Gradients(X1, X2, alike);
            long allocated = GC.GetAllocatedBytesForCurrentThread();
            trainer.Gradients(X1, X2, alike);
            return GC.GetAllocatedBytesForCurrentThread() - allocated;
        }

        Assert.All(new[] { 4, 32 }, batch => Assert.InRange(Bytes(batch), 0, 16384));
    }

    [Fact]
    public void What_cannot_be_trained_on_is_refused()
    {
        Autoencoder autoencoder = Small(new(1));
        var adam = new Adam(autoencoder.Parameters);
        Refuses(() => new PairLoss(0), "margin");
        Refuses(() => new PairLoss(1).Forward(new(2, 3), new(2, 4), new bool[3]), "[2 × 3]", "[2 × 4]");
        Refuses(() => new ConstraintPenalty(-1, Toys.Outside(1)), "weight", "-1");
        Refuses(() => Corruptions.Hole(new(5, 4, 1), 5), "1 to 4", "got 5");
        SampleSet one = new(new ColumnSamples(Normal(new(1), 3, 4)), [0, 0, 0, 0], 2);
        Refuses(() => new SiameseTrainer(autoencoder, adam, new(1), 1).Fit(one, 1, 2, new(1)), "two classes", "got 1");
        Refuses(() => new ConditionedTrainer(autoencoder, adam).Step(
            Normal(new(1), 3, 2) * double.NaN, Matrices.Ones(1, 2)), "finite");
    }
}
