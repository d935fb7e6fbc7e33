using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.BoltzmannMachines;

/// <summary>A machine of binary digits, and how probable it makes digits it has not seen. S4-195, S4-197</summary>
public static class DigitMachine
{
    /// <summary>The learning rate of all machines of this chapter's digits.</summary>
    public const double Rate = 0.05;

    /// <summary>Trains by CD-1, or by PCD on as many chains as a batch has samples; visible biases start at the
    /// logits of the means, as in Hinton's guide (2012). // X [D × N]</summary>
    public static BernoulliRbm Train(
        Matrix<double> X, int hidden, int epochs, ulong seed, bool persistent = false, int batch = 50,
        double rate = Rate, bool takesMeans = false, Action<int, double>? after = null)
    {
        var random = new RandomStream(seed);
        var machine = new BernoulliRbm(X.RowCount, hidden, random) { TakesMeans = takesMeans };
        AnnealedImportanceSampling.BiasesOf(X.View()).CopyTo(machine.Parameters[1].Values);
        var estimator = new ContrastiveDivergence(machine, 1, random, persistent ? batch : 0);
        new RbmTrainer(machine, estimator, new GradientDescent(machine.Parameters, rate))
            .Fit(new ColumnSamples(X), epochs, batch, random, after);
        return machine;
    }

    /// <summary>The mean of ln p over samples, with the standard error of ln Z, by AIS. // V [D × N], training [D ×
    /// M]</summary>
    public static (double LogLikelihood, double Error) Measure(
        BernoulliRbm machine, Matrix<double> V, Matrix<double> training, int temperatures, int chains, ulong seed)
    {
        PartitionEstimate Z = new AnnealedImportanceSampling(
            machine, AnnealedImportanceSampling.BiasesOf(training.View()))
            .Estimate(AnnealedImportanceSampling.Schedule(temperatures), chains, new RandomStream(seed));
        return (-machine.FreeEnergies(V.View()).Average() - Z.LogPartition, Z.Error);
    }

    /// <summary>The mean of ln p where every pixel is independent of the others. // V [D × N], training [D ×
    /// M]</summary>
    public static double Independent(Matrix<double> V, Matrix<double> training)
    {
        // A machine whose weights are 0: ln Z = H ln 2 + Σ ln(1 + e^b), and F has the same H ln 2.
        double[] b = AnnealedImportanceSampling.BiasesOf(training.View());
        double logZ = b.Sum(Activations.ScalarActivations.Softplus), sum = 0;
        for (int n = 0; n < V.ColumnCount; n++)
        {
            sum += Kernels.Dot(b, V.View().Column(n)) - logZ;
        }

        return sum / V.ColumnCount;
    }
}
