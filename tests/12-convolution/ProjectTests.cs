using MathNet.Numerics.LinearAlgebra;
using Reference.Book;
using Reference.Datasets;
using Reference.LinearModels;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Convolutions.Tests;

/// <summary>The networks of the notes.</summary>
public class ProjectTests
{
    // (12.5) S0-103 S0-121 S2-161 S2-162 S3-125 S3-126 S3-235 S4-026 S4-165: parameters layer by layer.
    [Fact]
    public void Parameters_are_those_of_the_notes()
    {
        var random = new RandomStream(1);
        long[] Of(Sequential network) =>
            [.. Summary.Of(network).Lines.Select(line => line.Parameters).Where(count => count > 0)];
        Assert.Equal([60, 880, 48120, 10164, 850], Of(ConvolutionalNetworks.Mnist(random)));
        Assert.Equal([448, 1160, 802848, 66], Of(ConvolutionalNetworks.Pets(random)));
        Assert.Equal([896, 18496, 1882200, 72120, 1210], Of(ConvolutionalNetworks.Cifar(random)));
        Assert.Equal([896, 3686912, 5130], Of(ConvolutionalNetworks.CifarKeras(random)));
        Assert.Equal([896, 18496, 73856, 147584, 129], Of(ConvolutionalNetworks.Gender(random)));
        Assert.Equal([156, 2416, 48120, 10164, 850], Of(ConvolutionalNetworks.LeNet(random)));
        Assert.Equal([26, 78, 490], Of(ConvolutionalNetworks.TwoStages(random)));
        Assert.Equal([448, 4640, 3276900, 1010], Of(ConvolutionalNetworks.Keras128(random)));
        Assert.Equal([448, 4640, 2880100, 1010], Of(ConvolutionalNetworks.Keras128(random, same: false)));
    }

    // S0-106: the first weights after manual_seed(41), to PyTorch's six digits.
    [Fact]
    public void The_first_weights_of_seed_41_are_PyTorchs()
    {
        Sequential network = ConvolutionalNetworks.Mnist(new TorchRandom(41));
        double[] first = network.Stored[0].Save().Doubles[..3].ToArray();
        Assert.Equal([-0.175702, -0.182255, 0.200353], first, (a, b) => Math.Abs(a - b) < 1e-6);
    }

    // S0-106: with several channels, kernel by kernel, channel by channel, row by row.
    [Fact]
    public void Seeded_kernels_are_drawn_in_the_order_of_the_file()
    {
        (float[,] weight, float[] bias) = new TorchRandom(7).Linear(2 * 3 * 3, 4);
        Conv2D layer = Conv2D.Seeded(new(5, 5, 2), 4, Window.Square(3), new TorchRandom(7));
        Assert.Equal(weight.Cast<float>().Select(w => (double)w), layer.Stored[0].Save().Doubles.ToArray());
        Assert.Equal(bias.Select(b => (double)b), layer.Stored[1].Save().Doubles.ToArray());
    }

    // S0-111: a step in training allocates the same few bytes for any batch, after the first.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Steady_steps_allocate_nothing_that_grows(int threads)
    {
        int before = MathNet.Numerics.Control.MaxDegreeOfParallelism;
        MathNet.Numerics.Control.MaxDegreeOfParallelism = threads;
        try
        {
            Assert.All(new[] { 4, 32 }, batch => Assert.InRange(Bytes(batch), 0, 8192));
        }
        finally
        {
            MathNet.Numerics.Control.MaxDegreeOfParallelism = before;
        }

        static long Bytes(int batch)
        {
            var random = new RandomStream(1);
            Sequential network = ConvolutionalNetworks.Mnist(random);
            var trainer = new Trainer(network, new SoftmaxCrossEntropy(), new Adam(network.Parameters));
            Matrix<double> X = Images.Normal(random, 784, batch),
                Y = Matrix<double>.Build.Dense(10, batch, (k, n) => k == n % 10 ? 1 : 0);
            trainer.Step(X, Y);
            trainer.Step(X, Y);
            long allocated = GC.GetAllocatedBytesForCurrentThread();
            trainer.Step(X, Y);
            return GC.GetAllocatedBytesForCurrentThread() - allocated;
        }
    }

    // (12.5) S0-124 S2-003 S4-185: every network on its own shape, forward and backward.
    [Fact]
    public void Every_network_runs_on_its_shape()
    {
        var random = new RandomStream(2);
        foreach (Sequential network in new[]
        {
            ConvolutionalNetworks.Mnist(random), ConvolutionalNetworks.Pets(random, 32),
            ConvolutionalNetworks.Cifar(random), ConvolutionalNetworks.CifarKeras(random),
            ConvolutionalNetworks.Gender(random), ConvolutionalNetworks.LeNet(random),
            ConvolutionalNetworks.TwoStages(random, 16, 32),
        })
        {
            Matrix<double> Y = network.Forward(Images.Normal(random, network.Inputs, 2));
            Assert.All(Y.Enumerate(), y => Assert.True(double.IsFinite(y)));
            Assert.Equal(network.Inputs, network.Backward(Y).RowCount);
            Assert.Contains("conv", $"{Summary.Of(network)}", StringComparison.Ordinal);
        }
    }

    // S0-139 S0-140 S0-141: weights go into a file and come back, bit by bit.
    [Fact]
    public void A_reloaded_network_predicts_the_same()
    {
        Sequential saved = ConvolutionalNetworks.Mnist(new RandomStream(3)),
            loaded = ConvolutionalNetworks.Mnist(new RandomStream(4));
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "mnist.safetensors");
        SafeTensorsWriter.Write(path, [.. saved.Stored.Select(tensor => tensor.Save())]);
        StateDictionary.Load(loaded, StateDictionary.Read(path));
        Matrix<double> X = Images.Normal(new RandomStream(5), 784, 3);
        Assert.Equal(saved.Forward(X), loaded.Forward(X));
    }

    // S0-139 S0-140 S0-141: a run that was stopped after an epoch and one that was not end with the same bits.
    [Fact]
    public void A_resumed_program_has_the_same_bits()
    {
        (LabelledImages training, LabelledImages test) = DigitsNetwork.Images(null, 40, 20);
        (SampleSet all, SampleSet held) = (training.ToSampleSet(), test.ToSampleSet());
        DigitsProgram whole = DigitRuns.Program(7), first = DigitRuns.Program(7), second = DigitRuns.Program(7);
        whole.Train(all, held, 2, (_, _, _) => { });
        first.Train(all, held, 1, (_, _, _) => { });
        Assert.Equal(1, second.Restore(first.Save(1)));
        second.Train(all, held, 2, (_, _, _) => { });
        Matrix<double> X = Images.Normal(new RandomStream(8), 784, 2);
        Assert.Equal(whole.Predict(X), second.Predict(X));
    }

    // S0-141 S2-161: kernels [O × C × k × k], and the weights after Flatten in its order, float32 as PyTorch writes.
    [Fact]
    public void A_file_of_PyTorch_predicts_the_same()
    {
        Sequential network = ConvolutionalNetworks.TwoStages(new RandomStream(6));
        StateDictionary.Load(network,
            StateDictionary.Read(Repository.PathOf("tests/goldens/12-two-stages.safetensors")));
        Golden.Read("12-convolution").Agrees(
            "file.y", network.Forward(HashFill.Matrix("12-convolution/file.x", 256, 3)));
    }

    // S0-098 S0-110 S0-111 S0-114 S0-115: a few epochs on drawn digits learn them.
    [Fact]
    public void The_digit_network_learns_drawn_digits()
    {
        (LabelledImages training, LabelledImages test) = DigitsNetwork.Images(null, 500, 100);
        Assert.True(DigitRuns.Train(training.ToSampleSet(), test.ToSampleSet(), 6, 1).History.ValidationMetrics[^1]
            > 0.8);
    }

    // S0-111: the median of five seeds on the real digits, PyTorch has 0.970; the whole of MNIST reaches more.
    [Fact]
    public void Real_digits_reach_the_accuracy_of_PyTorch()
    {
        (SampleSet training, SampleSet held) = RealDigits();
        double[] accuracies = Accuracies(seed => DigitRuns.Train(training, held, 5, seed).History);
        Assert.True(accuracies[2] >= (training.Count == 60_000 ? 0.985 : 0.968), string.Join(' ', accuracies));
    }

    // S2-151: the dense network reads scrambled digits as well, the convolutional one does not.
    [Fact]
    public void Scrambled_real_digits_cost_the_convolutional_network_its_lead()
    {
        (SampleSet training, SampleSet held) = RealDigits();
        double Of(bool scrambled, bool dense) => Accuracies(seed =>
        {
            SampleSet Ordered(SampleSet digits) => scrambled ? DigitRuns.Scrambled(digits, seed) : digits;
            return DigitRuns.Train(Ordered(training), Ordered(held), 5, seed, dense).History;
        })[2];
        Assert.Equal(Of(false, true), Of(true, true), 0.015);
        Assert.True(Of(true, false) < Of(false, false) - 0.02);
    }

    // S0-092 S0-097 S2-163: after 20 epochs turned training digits help with upright ones; after 5 they do not yet.
    [Fact]
    public void Augmentation_helps_in_the_long_run()
    {
        (SampleSet upright, SampleSet held) = RealDigits();
        (LabelledImages training, _) = DigitsNetwork.Images(RealData.At("mnist"), 0, 0);
        double plain = Accuracies(seed => DigitRuns.Train(upright, held, 20, seed).History)[2];
        double turned = Accuracies(seed =>
            DigitRuns.Train(DigitRuns.Turned(training, -15, 15, seed), held, 20, seed).History)[2];
        Assert.True(turned > plain, $"{turned}, {plain}");
    }

    // S0-093 S3-130: turned digits in training cost little on upright ones and gain much on turned ones.
    [Fact]
    public void Training_on_turned_real_digits_helps_with_turned_ones()
    {
        RealDigits();
        (LabelledImages training, LabelledImages held) = DigitsNetwork.Images(RealData.At("mnist"), 0, 0);
        double[][] Of(double turn) =>
            [.. Enumerable.Range(1, 3).Select(s => DigitRuns.ByAngle(training, held, turn, [0, 45], 5, (ulong)s))];
        (double[][] upright, double[][] turned) = (Of(0), Of(45));
        Assert.All(upright.Zip(turned), pair => Assert.True(pair.Second[1] > pair.First[1] + 0.1));
        Assert.All(upright.Zip(turned), pair => Assert.True(pair.First[0] > pair.Second[0]));
    }

    private static (SampleSet Training, SampleSet Held) RealDigits()
    {
        string folder = RealData.At("mnist");
        Assert.SkipUnless(
            Environment.GetEnvironmentVariable("REFERENCE_LONG_RUN") is "1",
            "trains for a minute: REFERENCE_LONG_RUN=1");
        return (Mnist.Train(folder).ToSampleSet(), Mnist.Test(folder).ToSampleSet());
    }

    // Of five seeds, sorted.
    private static double[] Accuracies(Func<ulong, History> train) =>
        [.. Enumerable.Range(1, 5).Select(seed => train((ulong)seed).ValidationMetrics[^1]).Order()];
}
