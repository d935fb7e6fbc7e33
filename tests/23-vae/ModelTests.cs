using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Plotting;
using static Reference.Testing.BadInput;

namespace Reference.VariationalAutoencoders.Tests;

/// <summary>The models of the notes, their training and their doors.</summary>
public class ModelTests
{
    private static readonly Lazy<(SampleSet Training, SampleSet HeldOut)> s_digits = new(() =>
        DigitsNetwork.Digits(null, 200, 40) is var (training, heldOut, _) ? (training, heldOut) : default);

    private static int Count(ILayer layer) => layer.Parameters.Sum(p => p.Values.Length);

    // S3-248 S3-255 S3-256: 28→14→7 and back, as Keras's summary has it.
    [Fact]
    public void The_model_of_the_notes_has_its_shapes_and_counts()
    {
        VariationalAutoencoder model = VaeModels.Convolutional(new RandomStream(1));
        Assert.Equal((342_616, 215_617), (Count(model.Encoder), Count(model.Decoder)));
        Assert.Equal(
            [14 * 14 * 32, 14 * 14 * 32, 7 * 7 * 64, 3136, 100, 100, 100],
            ((Sequential)model.Encoder).Layers.Select(layer => layer.Outputs));
        Assert.Equal(
            [3136, 3136, 14 * 14 * 64, 14 * 14 * 64, 28 * 28 * 32, 28 * 28 * 32, 784],
            ((Sequential)model.Decoder).Layers.Select(layer => layer.Outputs));
        Matrix<double> X = FormTests.Pixels(new RandomStream(2), 784, 2);
        (Matrix<double> M, Matrix<double> S) = model.Encode(X);
        Assert.Equal((50, 2, 50, 2), (M.RowCount, M.ColumnCount, S.RowCount, S.ColumnCount));
        Matrix<double> generated = model.Generate(3, new RandomStream(3));
        Assert.Equal((784, 3), (generated.RowCount, generated.ColumnCount));
        Assert.All(generated.Enumerate(), x => Assert.InRange(x, 0, 1));
    }

    // S3-257: the reconstruction falls, and a run repeats bit by bit.
    [Fact]
    public void Training_repeats_and_the_bound_rises()
    {
        (SampleSet training, SampleSet heldOut) = s_digits.Value;
        (VariationalAutoencoder Model, IReadOnlyList<VaeTrainer.Epoch> History) Run() => DigitVae.Train(
            random => VaeModels.Dense(random, 32, 4), training, heldOut, 6, 5);
        IReadOnlyList<VaeTrainer.Epoch> history = Run().History;
        Assert.Equal(history, Run().History);
        Assert.True(history[^1].HeldOut.Elbo > history[0].HeldOut.Elbo + 50, $"{history[0]} {history[^1]}");
        Assert.True(history[^1].Training.Reconstruction < history[0].Training.Reconstruction);
    }

    // S3-257: the noise of an evaluation is the same every time, whatever was drawn in training.
    [Fact]
    public void An_evaluation_repeats()
    {
        (SampleSet training, SampleSet heldOut) = s_digits.Value;
        VariationalAutoencoder model = VaeModels.Dense(new RandomStream(1), 8, 3);
        var trainer = new VaeTrainer(model, new Adam(model.Parameters, 0), new RandomStream(2));
        ElboTerms before = trainer.Evaluate(heldOut);
        trainer.Fit(training, heldOut, 1, 50, new RandomStream(3));
        Assert.Equal(before, trainer.Evaluate(heldOut));
        Assert.NotEqual(before, trainer.Evaluate(heldOut, seed: 2));
    }

    // S3-249: without the divergence deviations vanish; with a large weight every unit is the prior.
    [Fact]
    public void The_weight_of_the_divergence_decides_how_much_is_coded()
    {
        (SampleSet training, SampleSet heldOut) = s_digits.Value;
        double[] divergences = [.. new[] { 0.0, 1, 100 }.Select(β => DigitVae.Train(
            random => VaeModels.Dense(random, 24, 4, β), training, heldOut, 15, 1).History[^1].HeldOut.Divergence)];
        Assert.True(divergences[0] > 3 * divergences[1] && divergences[1] > 1, string.Join(' ', divergences));
        Assert.InRange(divergences[2], 0, 0.1);
    }

    // An encoder that diverges: e^s would be infinite from 710 on, and is e^20.
    [Fact]
    public void A_log_variance_that_would_overflow_is_clamped()
    {
        var encoder = new Dense(Matrix<double>.Build.Dense(4, 3), Matrices.Column(0, 0, 5000, -5000));
        var decoder = new Dense(Matrix<double>.Build.Dense(3, 2, 1e-6), Matrices.Column(0, 0, 0));
        var model = new VariationalAutoencoder(encoder, decoder);
        ElboTerms terms = model.Forward(Matrix<double>.Build.Dense(3, 1, 0.5).View(), Matrices.Column(1, 1).View());
        Assert.Equal(
            ScalarVae.Divergence([0, 0], [LogVarianceClamp.Greatest, LogVarianceClamp.Least]), terms.Divergence, 1e-3);
        model.Backward();
        Assert.All(encoder.Parameters.SelectMany(p => p.Gradient.Enumerate()), g => Assert.True(double.IsFinite(g)));
        Assert.Equal([0, 0], encoder.Parameters[1].Gradient.Enumerate().Skip(2));
    }

    [Fact]
    public void Models_that_do_not_fit_are_refused()
    {
        Dense Layer(int inputs, int outputs) => new(inputs, outputs, Initializers.Zero);
        Refuses(() => new VariationalAutoencoder(Layer(9, 4), Layer(4, 9)), "2k", "9 → 4", "4 → 9");
        Refuses(() => new VariationalAutoencoder(Layer(9, 4), Layer(2, 8)), "9 → 4", "2 → 8");
        Refuses(() => new VariationalAutoencoder(Layer(9, 4), Layer(2, 9), -0.5), "β", "-0.5");
        Refuses(() => new VariationalAutoencoder(Layer(9, 4), Layer(2, 9), double.NaN), "β", "NaN");
        var model = new VariationalAutoencoder(Layer(3, 4), Layer(2, 3));
        var trainer = new VaeTrainer(model, new Adam(model.Parameters), new RandomStream(1));
        Refuses(() => trainer.Step(Matrices.Column(0.5, 2, 0).View()), "[0, 1]", "2");
        Refuses(() => trainer.Step(Matrices.Column(0.5, double.NaN, 0).View()), "[0, 1]", "NaN");
        Refuses(() => trainer.Step(Matrices.Column(0.5, 0.5).View()), "[3 × N]", "[2 × 1]");
        Refuses(() => model.Generate(0, new RandomStream(1)), "0");
        Refuses(() => model.Decode(Matrices.Column(double.NaN, 0)), "NaN");
        Refuses(() => new VaeTrainer(model, new Adam(Layer(2, 2).Parameters), new RandomStream(1)), "autoencoder");
    }

    // A step of a batch as large as before allocates nothing.
    [Fact]
    public void A_step_allocates_nothing()
    {
        long second = long.MaxValue;
        var thread = new Thread(() =>
        {
            int threads = Control.MaxDegreeOfParallelism;
            Control.MaxDegreeOfParallelism = 1;
            VariationalAutoencoder model = VaeModels.Convolutional(new RandomStream(1));
            var trainer = new VaeTrainer(model, new Adam(model.Parameters), new RandomStream(2));
            MatrixView X = FormTests.Pixels(new RandomStream(3), 784, 8).View();
            trainer.Step(X);
            trainer.Step(X);
            long before = GC.GetAllocatedBytesForCurrentThread();
            trainer.Step(X);
            second = GC.GetAllocatedBytesForCurrentThread() - before;
            Control.MaxDegreeOfParallelism = threads;
        });
        thread.Start();
        thread.Join();
        Assert.InRange(second, 0, 8192);
    }

    // S3-250 S3-251: the figures show the numbers of the forms.
    [Fact]
    public void Figures_show_the_closed_form_and_the_estimators()
    {
        Figure Of(string name) => VaeFigures.All.Single(f => f.Name == name).Draw();
        var right = (Line)Of("divergence").Panels[0].Series[0];
        Assert.All(right.Xs.Zip(right.Ys), p =>
            Assert.Equal(ScalarVae.Divergence([0], [2 * Math.Log(p.First)]), p.Second, 1e-12));
        Panel one = Of("estimators").Panels[0];
        Assert.All(((Line)one.Series[0]).Ys.Zip(((Line)one.Series[1]).Ys), p => Assert.True(p.First > p.Second));
    }

    // S3-254: training images first, then test images; bytes over 255.
    [Fact]
    public void Fashion_images_are_training_and_test_images_in_one_set()
    {
        using var folder = new TemporaryFolder();
        void Write(string name, byte kind, int count, Func<int, byte> data, params int[] shape) =>
            File.WriteAllBytes(Path.Combine(folder.Path, name), [0, 0, 8, kind,
                .. shape.SelectMany(n => BitConverter.GetBytes(n).Reverse()),
                .. Enumerable.Range(0, count).Select(data)]);
        Write("train-images-idx3-ubyte", 3, 3 * 784, i => (byte)(i % 251), 3, 28, 28);
        Write("train-labels-idx1-ubyte", 1, 3, i => (byte)i, 3);
        Write("t10k-images-idx3-ubyte", 3, 2 * 784, _ => 255, 2, 28, 28);
        Write("t10k-labels-idx1-ubyte", 1, 2, _ => 9, 2);
        SampleSet all = FashionImages.All(folder.Path);
        Assert.Equal((5, 784), (all.Count, all.X.Features));
        Assert.Equal([0, 1, 2, 9, 9], all.Labels);
        Assert.Equal((784 + 5) % 251 / 255.0, all[1].X[5], 1e-15);
        Assert.All(all[4].X, x => Assert.Equal(1, x));
    }

    // S3-255 S3-256 S3-257: PyTorch has −125.0 after ten epochs with the same padding.
    [Fact]
    public void The_model_of_the_notes_reaches_its_bound_on_real_digits()
    {
        Assert.SkipUnless(
            Environment.GetEnvironmentVariable("REFERENCE_LONG_RUN") is "1",
            "Trains for minutes: REFERENCE_LONG_RUN=1.");
        string folder = RealData.At("mnist");
        IReadOnlyList<VaeTrainer.Epoch> history = DigitVae.Train(
            random => VaeModels.Convolutional(random), Mnist.Train(folder).ToSampleSet(),
            Mnist.Test(folder).ToSampleSet(), 10, 1).History;
        Assert.InRange(history[^1].HeldOut.Elbo, -127, 0);
    }
}
