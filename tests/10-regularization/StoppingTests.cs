using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using static Reference.Testing.BadInput;

namespace Reference.Regularization.Tests;

/// <summary>Early stopping, and runs with dropout and batch norm that are stopped and resumed.</summary>
public class StoppingTests
{
    private static readonly NoisyCurve curve = NoisyCurve.Draw(new RandomStream(6));

    private static History.Epoch Of(double loss) => new(0, 0, loss, 0);

    // (10.2) S1-114 S2-130 S4-086: losses 1, .8, .7, .75, .8, .9 with patience 2 stop at 5 and restore 3.
    [Fact]
    public void Early_stopping_has_the_epochs_computed_by_hand()
    {
        double[] losses = [1, 0.8, 0.7, 0.75, 0.8, 0.9];
        Assert.Equal((5, 3), EarlyStopping.Of(losses, 2));
        Assert.Equal((6, 3), EarlyStopping.Of(losses, 5));
        Assert.Equal((2, 1), EarlyStopping.Of([0.5, 0.5, 0.5], 1)); // an equal loss is no improvement
        Assert.Equal((0, 0), EarlyStopping.Of([], 1));

        var unit = new Dense(1, 1, Initializers.Zero);
        var stopping = new EarlyStopping(unit, 2);
        bool[] goesOn = [.. losses.Select((loss, e) =>
        {
            unit.Parameters[0].Values[0] = e + 1; // the weight tells the epoch
            return stopping.After(e + 1, Of(loss));
        })];
        Assert.Equal([true, true, true, true, false, false], goesOn);
        stopping.Restore();
        Assert.Equal((3, 0.7, 3.0), (stopping.BestEpoch, stopping.BestLoss, unit.Parameters[0].Values[0]));
    }

    // (10.2): an infinite patience only finds the argmin, and a rising loss stops after the patience.
    [Property(MaxTest = 30)]
    public void The_best_epoch_is_the_first_argmin(Seed seed)
    {
        RandomStream random = seed.Stream();
        double[] losses = random.Uniforms(1 + random.Below(20), 0, 1);
        (int stopped, int best) = EarlyStopping.Of(losses, losses.Length);
        Assert.Equal((losses.Length, Array.IndexOf(losses, losses.Min()) + 1), (stopped, best));
        Assert.Equal((4, 1), EarlyStopping.Of([.. losses.Select((_, e) => (double)e), 100, 101, 102], 3));
    }

    // (10.2) S1-115 S3-050 S3-080 S3-223 S4-085: in training, state included: running statistics come back too.
    [Fact]
    public void A_stopped_run_ends_at_its_best_state()
    {
        var random = new RandomStream(2);
        var network = new Sequential(
            new Dense(1, 30, Initializers.Normal(random, 2)), new BatchNormalization(30), new Tanh(30),
            new Dense(30, 1, Initializers.He(random)));
        var stopping = new EarlyStopping(network, 10);
        var trainer = new Trainer(network, new MeanSquaredError(), new Adam(network.Parameters, 0.02));
        History history = trainer.Fit(
            curve.Training.Samples, 500, 5, random, curve.Validation.Samples, after: [stopping.After]);
        Assert.True(history.Epochs.Count < 500);
        Assert.Equal(history.Epochs.Count - 10, stopping.BestEpoch);
        Assert.NotEqual(stopping.BestLoss, trainer.Evaluate(curve.Validation.Samples).Loss);
        stopping.Restore();
        Assert.Equal(stopping.BestLoss, trainer.Evaluate(curve.Validation.Samples).Loss);
        Assert.Equal(history.ValidationLosses.Min(), stopping.BestLoss);
    }

    // S3-236 S4-087: layers with state and with randomness; the same bits as a run that never stopped.
    [Fact]
    public void A_resumed_run_with_dropout_and_batch_norm_has_the_same_bits()
    {
        const ulong Seed = 9;
        Trainer New()
        {
            var random = new RandomStream(Seed);
            var network = new Sequential(
                new Dense(1, 8, Initializers.He(random)), new BatchNormalization(8), new Relu(8),
                new Dropout(8, 0.3, new RandomStream(Seed + 1)), new Dense(8, 1, Initializers.He(random)));
            return new(network, new MeanSquaredError(), new PenalizedOptimizer(
                new Adam(network.Parameters, 0.01), new Penalty(1e-3, 1e-3), Penalty.WeightsOf(network)));
        }

        Trainer whole = New(), first = New(), second = New();
        whole.Fit(curve.Training.Samples, 6, 4, new RandomStream(Seed));
        first.Fit(curve.Training.Samples, 4, 4, new RandomStream(Seed));
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "run.safetensors");
        TrainingCheckpoint.Of(first, 4, Seed).Save(path);
        (int done, ulong seed) = TrainingCheckpoint.Restore(second, Checkpoint.Load(path));
        second.Fit(curve.Training.Samples, 6, 4, new RandomStream(seed), done: done);
        double[][] Numbers(Trainer run) => [.. StateDictionary.Of(run.Network)
            .Select(t => t.Type == TensorType.F64 ? t.Doubles.ToArray()
                : [.. t.Integers.ToArray().Select(v => (double)v)])];
        Assert.Equal(Numbers(whole), Numbers(second));

        byte[] bytes = File.ReadAllBytes(path);
        bytes[^3] ^= 1;
        File.WriteAllBytes(path, bytes);
        Assert.Throws<InvalidDataException>(() => Checkpoint.Load(path));
    }

    // S1-110 S4-084: three disjoint parts; the rate is chosen on validation, and the test set has no say.
    [Fact]
    public void The_learning_rate_is_chosen_on_the_validation_cost()
    {
        double[] rates = [0.001, 0.01, 0.1, 0.3];
        (double best, IReadOnlyList<(double Rate, double Validation, double Test)> all) = curve.ChooseRate(rates);
        Assert.Equal(all.MinBy(run => run.Validation).Rate, best);
        Assert.NotEqual(0.001, best);
        NoisyCurve other = curve with { Test = new([0], [1000]) };
        Assert.Equal(best, other.ChooseRate(rates).Best);
        Assert.Empty(curve.Training.X.Intersect(curve.Validation.X)
            .Concat(curve.Validation.X.Intersect(curve.Test.X)));
        Refuses(() => Split.Random(1, 0.5, new RandomStream(1)), "1");
    }

    [Fact]
    public void What_cannot_stop_early_is_refused()
    {
        var unit = new Dense(1, 1, Initializers.Zero);
        Refuses(() => _ = new EarlyStopping(unit, 0), "patience");
        Refuses(() => new EarlyStopping(unit, 1).After(1, Of(double.NaN)), "validation set");
        Assert.Throws<InvalidOperationException>(() => new EarlyStopping(unit, 1).Restore());
        Assert.Throws<ArgumentNullException>(() => new EarlyStopping(null!, 1));
    }
}
