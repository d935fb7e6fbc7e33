using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.BoltzmannMachines.Tests;

/// <summary>Annealed importance sampling and missing values against enumeration.</summary>
public class PartitionTests
{
    // (24.13) (24.14) (24.15) S4-195 S4-197: 12 hidden units, three standard errors, five seeds.
    [Fact]
    public void The_estimate_of_ln_Z_is_the_enumerated_one_within_its_error()
    {
        (BernoulliRbm machine, double exact) = AnnealingStudy.Machine();
        Assert.Equal(12, machine.Hidden);
        for (ulong seed = 1; seed <= 5; seed++)
        {
            PartitionEstimate few = AnnealingStudy.Estimate(machine, 100, seed),
                many = AnnealingStudy.Estimate(machine, 1000, seed);
            Assert.InRange(many.LogPartition, exact - 3 * many.Error, exact + 3 * many.Error);
            Assert.True(many.Error < few.Error && many.Error < 0.2, $"{many.Error} {few.Error}");
            Assert.Equal(100, many.LogWeights.Length);
        }
    }

    // (24.13): a machine without weights is the base itself, and every weight is 1.
    [Fact]
    public void Without_weights_the_estimate_is_exact()
    {
        var random = new RandomStream(3);
        BernoulliRbm machine = FormTests.Machine(5, 3, random);
        machine.Parameters[0].Values.Clear();
        machine.Parameters[2].Values.Clear();
        PartitionEstimate Z = new AnnealedImportanceSampling(machine, machine.Parameters[1].Values.ToArray())
            .Estimate([0, 0.3, 1], 4, random);
        Digits.Agree(Enumeration.LogPartition(machine), Z.LogPartition, 12);
        Assert.Equal(0, Z.Error, 1e-12);
    }

    // (24.15): as the mean of weights at two temperatures; the estimate of Z is unbiased for any of them.
    [Fact]
    public void The_mean_weight_of_many_chains_is_the_ratio_of_partition_functions()
    {
        var random = new RandomStream(8);
        BernoulliRbm machine = FormTests.Machine(4, 3, random, 0.6);
        PartitionEstimate Z = new AnnealedImportanceSampling(machine, new double[4]).Estimate([0, 1], 40_000, random);
        Assert.Equal(Enumeration.LogPartition(machine), Z.LogPartition, 4 * Z.Error);
        double[] schedule = AnnealedImportanceSampling.Schedule(101);
        Assert.True(schedule is [0, .., 1] && schedule.Zip(schedule.Skip(1)).All(t => t.First < t.Second));
        Assert.Equal(102, schedule.Length);
        Digits.Agree([Math.Log(2.5 / 0.5), 0], AnnealedImportanceSampling.BiasesOf(
            new MatrixView([1, 1, 1, 0], 2, 2)), 12);
    }

    // (24.16) S4-032 S4-196: the conditional means of unknown units given known ones.
    [Fact]
    public void Filled_values_are_the_conditional_means()
    {
        var random = new RandomStream(21);
        BernoulliRbm machine = FormTests.Machine(5, 4, random);
        bool[] known = [true, false, true, false, false];
        Matrix<double> p = Enumeration.Distribution(machine), S = Enumeration.States(5, 0, 32),
            v = Matrices.Column(1, 0, 0, 0, 0);
        int[] those = [.. Enumerable.Range(0, 32).Where(n => S[0, n] == 1 && S[2, n] == 0)];
        double all = those.Sum(n => p[n, 0]);
        Matrix<double> many = v * Matrices.Ones(1, 400),
            filled = MissingValues.Fill(machine, many, known, 100, random);
        for (int i = 0; i < 5; i++)
        {
            double exact = those.Sum(n => p[n, 0] * S[i, n]) / all;
            Assert.Equal(exact, filled.Row(i).Average(), known[i] ? 1e-12 : 0.015);
        }
    }
}
