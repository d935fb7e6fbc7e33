using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Verification;

namespace Reference.BoltzmannMachines.Tests;

/// <summary>Indexed equations, matrices and layer are the same machine; its conditionals, free energy and gradient are
/// those of the joint distribution.</summary>
public class FormTests
{
    internal static BernoulliRbm Machine(int visible, int hidden, RandomStream random, double size = 1)
    {
        var machine = new BernoulliRbm(visible, hidden, random);
        foreach (Parameter parameter in machine.Parameters)
        {
            foreach (ref double value in parameter.Values)
            {
                value = random.Normal(0, size);
            }
        }

        return machine;
    }

    internal static RbmWeights Weights(Rbm machine) => new(
        machine.Parameters[0].Value.ToArray(), machine.Parameters[1].Values.ToArray(),
        machine.Parameters[2].Values.ToArray());

    internal static Matrix<double> Binary(int rows, int columns, RandomStream random) =>
        Matrix<double>.Build.Dense(rows, columns, (_, _) => random.Below(2));

    // (24.1) (24.2) (24.3) (24.4) (24.5) (24.6) S4-195: by the sum over all states of both layers.
    [Property(MaxTest = 30)]
    public void Conditionals_and_free_energy_are_those_of_the_joint_distribution(Seed seed)
    {
        RandomStream random = seed.Stream();
        RbmWeights θ = Weights(Machine(1 + random.Below(4), 1 + random.Below(3), random, 2));
        double logZ = ScalarRbm.LogPartition(θ), total = 0;
        double[][] V = [.. ScalarRbm.States(θ.Visible)], H = [.. ScalarRbm.States(θ.Hidden)];
        foreach (double[] v in V)
        {
            double p = H.Sum(h => ScalarRbm.Joint(θ, v, h, logZ));
            total += p;
            Digits.Agree(p, Math.Exp(-ScalarRbm.FreeEnergy(θ, v) - logZ), 12);
            double[] means = [.. Enumerable.Range(0, θ.Hidden).Select(j =>
                H.Where(h => h[j] == 1).Sum(h => ScalarRbm.Joint(θ, v, h, logZ)) / p)];
            Digits.Agree(means, ScalarRbm.HiddenMeans(θ, v), 12);
        }

        Digits.Agree(1, total, 12);
        double[] some = H[random.Below(H.Length)];
        double q = V.Sum(v => ScalarRbm.Joint(θ, v, some, logZ));
        Digits.Agree(
            [.. Enumerable.Range(0, θ.Visible).Select(i =>
                V.Where(v => v[i] == 1).Sum(v => ScalarRbm.Joint(θ, v, some, logZ)) / q)],
            ScalarRbm.VisibleMeans(θ, some), 12);
    }

    // (24.3) (24.4) (24.5) (24.9) (24.10) S4-195 S4-197: the same random numbers in all three.
    [Property(MaxTest = 30)]
    public void Indices_matrices_and_layer_agree(Seed seed)
    {
        RandomStream random = seed.Stream();
        int D = 1 + random.Below(9), H = 1 + random.Below(7), N = 1 + random.Below(5), k = 1 + random.Below(3);
        BernoulliRbm machine = Machine(D, H, random);
        RbmWeights θ = Weights(machine);
        Matrix<double> X = Binary(D, N, random), W = machine.Parameters[0].Value, b = machine.Parameters[1].Value,
            c = machine.Parameters[2].Value;
        double[][] columns = X.ToColumnArrays();
        Digits.Agree(DenseMatrix.OfColumnArrays(columns.Select(v => ScalarRbm.HiddenMeans(θ, v))),
            RbmEquations.HiddenMeans(W, c, X), 12);
        Digits.Agree(RbmEquations.HiddenMeans(W, c, X), machine.Features(X), 12);
        Digits.Agree(RbmEquations.VisibleMeans(W, b, machine.Features(X)), machine.Reconstruct(X), 12);
        double[] F = [.. columns.Select(v => ScalarRbm.FreeEnergy(θ, v))];
        Digits.Agree(F, RbmEquations.FreeEnergies(W, b, c, X).Row(0).ToArray(), 12, D + H);
        Digits.Agree(F, machine.FreeEnergies(X.View()), 12, D + H);

        ulong draws = random.NextBits();
        new ContrastiveDivergence(machine, k, new RandomStream(draws)).Accumulate(X.View());
        var same = new RandomStream(draws);
        var hidden = new double[k][];
        var visible = new double[k][];
        for (int t = 0; t < k; t++)
        {
            Kernels.RandomUniform(same, 0, 1, hidden[t] = new double[H * N]);
            Kernels.RandomUniform(same, 0, 1, visible[t] = new double[D * N]);
        }

        RbmWeights[] steps = [.. columns.Select((v, n) => ScalarRbm.ContrastiveDivergence(
            θ, v, [.. hidden.Select(u => u[(n * H)..((n + 1) * H)])],
            [.. visible.Select(u => u[(n * D)..((n + 1) * D)])]))];
        Matrix<double> dW = steps.Select(s => (Matrix<double>)DenseMatrix.OfArray(s.W)).Aggregate((x, y) => x + y) / N;
        Digits.Agree(-dW, machine.Parameters[0].Gradient, 12, 1);
        Digits.Agree(
            [.. Enumerable.Range(0, D).Select(i => -steps.Average(s => s.b[i]))],
            machine.Parameters[1].Gradients.ToArray(), 12, 1);
        Digits.Agree(
            [.. Enumerable.Range(0, H).Select(j => -steps.Average(s => s.c[j]))],
            machine.Parameters[2].Gradients.ToArray(), 12, 1);
    }

    // (24.10): the matrix form, from the two ends of the chains.
    [Fact]
    public void The_step_in_matrices_is_the_sum_over_samples()
    {
        var random = new RandomStream(4);
        Matrix<double> V0 = Binary(5, 3, random), Vk = Binary(5, 3, random), P0 = Draw(2), Pk = Draw(2);
        (Matrix<double> dW, Matrix<double> db, Matrix<double> dc) =
            RbmEquations.ContrastiveDivergence(P0, V0, Pk, Vk);
        for (int j = 0; j < 2; j++)
        {
            for (int i = 0; i < 5; i++)
            {
                double sum = Enumerable.Range(0, 3).Sum(n => P0[j, n] * V0[i, n] - Pk[j, n] * Vk[i, n]);
                Digits.Agree(sum / 3, dW[j, i], 12, 1);
            }

            Digits.Agree(Enumerable.Range(0, 3).Sum(n => P0[j, n] - Pk[j, n]) / 3, dc[j, 0], 12, 1);
        }

        Digits.Agree(Enumerable.Range(0, 3).Sum(n => V0[4, n] - Vk[4, n]) / 3, db[4, 0], 12, 1);
        Matrix<double> Draw(int rows) => Matrix<double>.Build.Dense(rows, 3, (_, _) => random.Uniform());
    }

    // (24.6) (24.7) (24.8) S4-197: numerically, and against both layers enumerated.
    [Property(MaxTest = 20)]
    public void The_enumerated_gradient_is_that_of_the_log_likelihood(Seed seed)
    {
        RandomStream random = seed.Stream();
        int D = 1 + random.Below(5), H = 1 + random.Below(4);
        BernoulliRbm machine = Machine(D, H, random);
        Matrix<double> X = Binary(D, 1 + random.Below(4), random);
        Digits.Agree(ScalarRbm.LogPartition(Weights(machine)), Enumeration.LogPartition(machine), 12, 1);
        (Matrix<double> dW, Matrix<double> db, Matrix<double> dc) = Enumeration.Gradient(machine, X.View());
        foreach ((Parameter parameter, Matrix<double> analytic) in machine.Parameters.Zip([dW, db, dc]))
        {
            GradientCheck.Smooth(
                w => InPlace.Of(parameter.Value, () =>
                    Matrices.Column(Enumeration.LogLikelihood(machine, X.View())))(w)
                    [0, 0], parameter.Value.Clone(), analytic).FailIfWrong();
        }

        Digits.Agree(1, Enumeration.Distribution(machine).Enumerate().Sum(), 12);
    }

    // (24.11) (24.12): E summed over h gives F, and the density integrates to the sum over h of Gaussians.
    [Fact]
    public void The_free_energy_of_real_units_sums_the_hidden_states()
    {
        var random = new RandomStream(2);
        var machine = new GaussianRbm(3, 2, random, 1);
        random.FillNormal(machine.Parameters[1].Values);
        random.FillNormal(machine.Parameters[2].Values);
        Matrix<double> v = Matrices.Column(random.Normals(3)), W = machine.Parameters[0].Value,
            b = machine.Parameters[1].Value, c = machine.Parameters[2].Value;
        double Energy(double[] h) => (v - b).PointwisePower(2).Enumerate().Sum() / 2
            - (c.Transpose() * Matrices.Column(h) + Matrices.Column(h).Transpose() * W * v)[0, 0];
        Digits.Agree(-Math.Log(ScalarRbm.States(2).Sum(h => Math.Exp(-Energy(h)))),
            machine.FreeEnergies(v.View())[0], 12);
        var V = new MatrixView(3, 20_000);
        var M = new MatrixView(3, 20_000);
        var H = new MatrixView(2, 20_000);
        H.Fill(1);
        machine.VisibleMeans(H, M);
        Digits.Agree((b + W.Transpose() * Matrices.Ones(2, 1)).Column(0).ToArray(), M.Column(7).ToArray(), 12);
        machine.DrawVisible(random, M, V, V);
        for (int i = 0; i < 3; i++)
        {
            double[] x = [.. Enumerable.Range(0, 20_000).Select(n => V[i, n] - M[i, n])];
            Assert.Equal(0, x.Average(), 0.03);
            Assert.Equal(1, x.Average(y => y * y), 0.05);
        }
    }
}
