using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Numerics;
using Reference.Optimizers;
using static Reference.Networks.Tests.LayerTests;
using static Reference.Testing.BadInput;

namespace Reference.Networks.Tests;

/// <summary>State beside parameters, names in files, callbacks, and runs that are stopped and resumed.</summary>
public class StateTests
{
    // Takes a running mean away and adds noise in training: both kinds of state in one small layer.
    private sealed class NoisyCentre(int width, double[] mean, RandomStream random)
        : Layer("centre", width, width), IStateful
    {
        public NoisyCentre(int width, ulong seed)
            : this(width, new double[width], new RandomStream(seed))
        {
        }

        public IReadOnlyList<StoredTensor> State { get; } =
            [StoredTensor.Vector("running_mean", mean), StoredTensor.Stream("random", random)];

        public override ILayer Shared() => new NoisyCentre(Inputs, mean, random);

        protected override void Forward(MatrixView X, MatrixView Y)
        {
            Y.Fill(0);
            Y.AddColumn(new MatrixView([.. mean.Select(m => -m)], Inputs, 1));
            Y.Add(X);
        }

        protected override void Train(MatrixView X, MatrixView Y)
        {
            for (int d = 0; d < Inputs; d++)
            {
                mean[d] += 0.1 * (X[d, 0] - mean[d]);
            }

            Forward(X, Y);
            Y[0, 0] += random.Normal(0, 0.1);
        }

        protected override void Backward(MatrixView X, MatrixView Y, MatrixView dY, MatrixView? dX) =>
            dX?.CopyFrom(dY);
    }

    private static Sequential Network(ulong seed)
    {
        var random = new RandomStream(seed);
        return new(
            new Dense(2, 3, Initializers.He(random)), new NoisyCentre(3, seed), new Tanh(3),
            new Dense(3, 1, Initializers.He(random)));
    }

    private static SampleSet Samples() => TrainerTests.Samples(9);

    private static Trainer New(ulong seed, Func<IReadOnlyList<Parameter>, IOptimizer>? optimizer = null)
    {
        Sequential network = Network(seed);
        return new(network, new MeanSquaredError(), (optimizer ?? (p => new Adam(p, 0.01)))(network.Parameters));
    }

    private static string[] Bits(ILayer network) => [.. StateDictionary.Of(network).Select(t =>
        t.Type == TensorType.F64 ? string.Join(',', t.Doubles.ToArray()) : string.Join(',', t.Integers.ToArray()))];

    // S4-072 S2-131: as PyTorch's state_dict: row-major matrices, a bias a vector.
    [Fact]
    public void Parameters_and_state_have_the_names_and_shapes_of_PyTorch()
    {
        Sequential network = Network(1);
        IReadOnlyList<NamedTensor> tensors = StateDictionary.Of(network);
        Assert.Equal(
            ["0.weight [3,2]", "0.bias [3]", "3.weight [1,3]", "3.bias [1]", "1.running_mean [3]", "1.random [5]"],
            tensors.Select(t => $"{t.Name} [{string.Join(',', t.Shape)}]"));
        Assert.Equal(network.Parameters[0].Value.ToRowMajorArray(), tensors[0].Doubles.ToArray());
        Assert.Equal("1.0.weight", new Sequential(new Tanh(2), new Sequential(new Dense(2, 1, Initializers.Zero)))
            .Stored[0].Name);

        Sequential other = Network(2);
        StateDictionary.Load(other, tensors);
        Assert.Equal(Bits(network), Bits(other));
        Matrix<double> X = Normal(new RandomStream(5), 2, 4);
        Assert.Equal(network.Forward(X), other.Forward(X)); // the same noise too
        Assert.Throws<InvalidOperationException>(() => tensors[0].Integers.Length);
    }

    // Frozen is what no optimizer moves; state is moved by passes in training alone.
    [Fact]
    public void An_optimizer_moves_the_parameters_it_has_and_never_the_state()
    {
        Sequential network = Network(1);
        var trainer = new Trainer(
            network, new MeanSquaredError(), new Adam(network.Layers[^1].Parameters)); // the first layer is frozen
        string[] start = Bits(network);
        trainer.Evaluate(Samples());
        Assert.Equal(start, Bits(network)); // inference changes nothing
        trainer.Fit(Samples(), 1, 4);
        Assert.Equal([true, true, false, false, false, false], start.Zip(Bits(network), (a, b) => a == b));
    }

    [Fact]
    public void Shared_layers_share_their_state()
    {
        var layer = new NoisyCentre(2, 7);
        var twice = new Sequential(layer, layer.Shared());
        Assert.Equal(["0.running_mean", "0.random"], twice.State.Select(tensor => tensor.Name));
        twice.Forward(Normal(new RandomStream(1), 2, 1));
        Assert.Equal(
            layer.State[0].Save().Doubles.ToArray(), ((IStateful)twice.Layers[1]).State[0].Save().Doubles.ToArray());
        Assert.NotEqual(0, layer.State[0].Save().Doubles[0]);
    }

    // S4-087 S3-236: every optimizer; stopped after 2 of 5 epochs, saved, built anew from the seed, restored.
    [Theory]
    [InlineData("Adam")]
    [InlineData("AdamW")]
    [InlineData("Momentum")]
    [InlineData("RMSProp")]
    [InlineData("descent")]
    public void A_run_stopped_and_resumed_ends_with_the_bits_of_one_that_never_stopped(string kind)
    {
        const ulong Seed = 6;
        IOptimizer Of(IReadOnlyList<Parameter> p) => kind switch
        {
            "Adam" => new Adam(p, 0.02),
            "AdamW" => new AdamW(p, 0.02),
            "Momentum" => new Momentum(p, 0.02),
            "RMSProp" => new RmsProp(p, 0.02),
            _ => new GradientDescent(p, 0.02),
        };
        AfterEpoch Halve(Trainer run) => (epochs, _) =>
        {
            run.Optimizer.LearningRate = Schedule.Exponential(0.02, 0.5, epochs);
            return true;
        };

        Trainer whole = New(Seed, Of);
        whole.Fit(Samples(), 5, 2, new RandomStream(Seed), after: [Halve(whole)]);

        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "run.safetensors");
        Trainer first = New(Seed, Of);
        first.Fit(Samples(), 2, 2, new RandomStream(Seed), after: [Halve(first)]);
        TrainingCheckpoint.Of(first, 2, Seed).Save(path);

        Trainer second = New(Seed, Of);
        (int done, ulong seed) = TrainingCheckpoint.Restore(second, Checkpoint.Load(path));
        second.Fit(Samples(), 5, 2, new RandomStream(seed), after: [Halve(second)], done: done);
        Assert.Equal((2, Seed, whole.Optimizer.Steps), (done, seed, second.Optimizer.Steps));
        Assert.Equal(Bits(whole.Network), Bits(second.Network));
        Assert.NotEqual(Bits(first.Network), Bits(second.Network));

        Trainer other = New(Seed, Of); // in another order of the samples
        other.Fit(Samples(), 5, 2, new RandomStream(Seed + 1), after: [Halve(other)]);
        Assert.NotEqual(Bits(whole.Network), Bits(other.Network));
    }

    [Fact]
    public void A_callback_after_an_epoch_may_stop_the_run()
    {
        List<int> called = [], told = [];
        bool Until3(int epochs, History.Epoch measured)
        {
            called.Add(epochs);
            Assert.True(measured.Loss > 0);
            return epochs < 3;
        }

        History history = New(1).Fit(Samples(), 9, 4, progress: told.Add, after: [Until3, (_, _) => true]);
        Assert.Equal([1, 2, 3], called);
        Assert.Equal(called, told);
        Assert.Equal(3, history.Epochs.Count);
        Assert.Empty(New(1).Fit(Samples(), 2, 4, done: 2).Epochs);
    }

    [Fact]
    public void A_state_that_does_not_fit_is_refused_and_changes_nothing()
    {
        Trainer trainer = New(1);
        string[] before = Bits(trainer.Network);
        var small = new Sequential(new Dense(2, 3, Initializers.Zero), new Tanh(3),
            new Dense(3, 1, Initializers.Zero));
        Refuses(() => StateDictionary.Load(trainer.Network, StateDictionary.Of(small)),
            "missing: [3.weight, 3.bias, 1.running_mean, 1.random]", "of another: [2.weight, 2.bias]");
        NamedTensor[] wide = [.. StateDictionary.Of(trainer.Network)];
        wide[^1] = new("1.random", new long[4], 4);
        Refuses(() => StateDictionary.Load(trainer.Network, wide), "1.random I64 [5]", "1.random I64 [4]");
        wide[^1] = new("1.random", new double[5], 5);
        Refuses(() => StateDictionary.Load(trainer.Network, wide), "I64 [5]", "F64 [5]");
        wide[^2] = new("1.running_mean", [0, double.NaN, 0], 3);
        Refuses(() => StateDictionary.Load(trainer.Network, wide), "1.running_mean", "finite");

        Checkpoint saved = TrainingCheckpoint.Of(New(2), 1, 2);
        Refuses(() => TrainingCheckpoint.Restore(New(1, p => new GradientDescent(p, 1)), saved), "GradientDescent",
            "Adam");
        Refuses(() => TrainingCheckpoint.Restore(trainer, new([.. wide])), "'seed'");
        Refuses(() => TrainingCheckpoint.Restore(trainer, new([], saved.Metadata)), "missing: [0.weight");
        var metadata = new Dictionary<string, string>(saved.Metadata) { ["epochs"] = "two" };
        Refuses(() => TrainingCheckpoint.Restore(trainer, new(saved.Tensors, metadata)), "'epochs'", "'two'");
        Refuses(() => trainer.Optimizer.Resume(1, [new double[6]]), "[6, 3, 3, 1]", "[6]");
        Refuses(() => trainer.Optimizer.Resume(-1, []), "steps");
        Refuses(() => trainer.Fit(Samples(), 1, 1, done: -1), "epochs", "-1");
        Assert.Equal(before, Bits(trainer.Network));
    }
}
