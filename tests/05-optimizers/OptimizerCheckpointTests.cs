using Reference.Datasets;
using Reference.Numerics;
using static Reference.Testing.BadInput;

namespace Reference.Optimizers.Tests;

public class OptimizerCheckpointTests
{
    // S4-087: a run saved after some steps, restored and continued has the bits of one that never stopped.
    [Fact]
    public void A_restored_optimizer_goes_on_with_the_same_bits()
    {
        double[] start = new RandomStream(1).Uniforms(5, -1, 1);
        Parameter w = new("w", start), again = new("w", start);
        Adam whole = new([w], 0.1), resumed = new([again], 0.3);
        Descend(whole, w, 4);
        var saved = OptimizerCheckpoint.Of(whole, [new("w", w.Values.ToArray(), 5)], epochs: 4, seed: 7);
        Assert.Equal(4, OptimizerCheckpoint.Restore(resumed, saved));
        Assert.Equal((7ul, 0.1, 4), (OptimizerCheckpoint.Seed(saved), resumed.LearningRate, resumed.Steps));
        Assert.Single(OptimizerCheckpoint.Model(saved)).Doubles.CopyTo(again.Values);
        Descend(whole, w, 3);
        Descend(resumed, again, 3);
        Assert.Equal(w.Values.ToArray(), again.Values.ToArray());

        Refuses(() => OptimizerCheckpoint.Restore(new Momentum([again], 0.1), saved), "Momentum", "Adam");
        Refuses(() => OptimizerCheckpoint.Seed(new Checkpoint([])), "'seed'");

        static void Descend(Adam adam, Parameter w, int steps)
        {
            for (int t = 0; t < steps; t++)
            {
                w.Values.CopyTo(w.Gradients); // of ½‖w‖²
                adam.Step();
            }
        }
    }
}
