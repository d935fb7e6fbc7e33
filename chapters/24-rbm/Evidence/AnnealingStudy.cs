using Reference.Networks;
using Reference.Numerics;

namespace Reference.BoltzmannMachines;

/// <summary>Annealed importance sampling where ln Z is known: 16 visible and 12 hidden units. S4-195</summary>
public static class AnnealingStudy
{
    /// <summary>A machine that learned the 30 bars and stripes of 4 × 4 pixels by CD-1, and its ln Z by
    /// enumeration.</summary>
    public static (BernoulliRbm Machine, double LogPartition) Machine(ulong seed = 1)
    {
        BernoulliRbm machine = DigitMachine.Train(BarsAndStripes.All(4), 12, 1500, seed, batch: 30, rate: 0.2);
        return (machine, Enumeration.LogPartition(machine));
    }

    /// <summary>Its ln Z by 100 chains.</summary>
    public static PartitionEstimate Estimate(BernoulliRbm machine, int temperatures, ulong seed = 2) =>
        new AnnealedImportanceSampling(machine, AnnealedImportanceSampling.BiasesOf(BarsAndStripes.All(4).View()))
            .Estimate(AnnealedImportanceSampling.Schedule(temperatures), 100, new RandomStream(seed));
}

/// <summary>Machines of 8 hidden units that learn the 14 bars and stripes of 3 × 3 pixels. S4-197</summary>
public static class BarsRun
{
    /// <summary>The exact mean log-likelihood after so many steps along the exact gradient (0 sweeps), CD-k or PCD. //
    /// at [n] → [n]</summary>
    public static double[] Likelihoods(int sweeps, bool persistent, int[] at, ulong seed = 1)
    {
        var random = new RandomStream(seed);
        var machine = new BernoulliRbm(9, 8, random, 0.1);
        MatrixView V = BarsAndStripes.All(3).View();
        var trainer = new RbmTrainer(
            machine, new ContrastiveDivergence(machine, Math.Max(1, sweeps), random, persistent ? 14 : 0),
            new Optimizers.GradientDescent(machine.Parameters, 0.2));
        var found = new List<double>();
        for (int step = 0; step <= at[^1]; step++)
        {
            if (at.Contains(step))
            {
                found.Add(Enumeration.LogLikelihood(machine, V));
            }

            if (sweeps > 0)
            {
                trainer.Step(V);
            }
            else
            {
                GradientStudy.Ascend(machine, V, 0.2);
            }
        }

        return [.. found];
    }
}
