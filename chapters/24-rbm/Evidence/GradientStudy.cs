using MathNet.Numerics.LinearAlgebra;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.BoltzmannMachines;

/// <summary>
/// How far estimates of the gradient lie from the exact one: their bias and their spread for batches of the size of
/// the data, both relative to the length of the exact gradient. S4-197
/// </summary>
public static class GradientStudy
{
    /// <summary>Bias and spread, relative to the length of the exact gradient.</summary>
    public readonly record struct Quality(double Bias, double Spread);

    private const int Steps = 600, Batches = 150;
    private const double Rate = 0.2;

    /// <summary>A machine of 9 visible and 6 hidden units, moved along exact gradients of bars and stripes for 600
    /// steps, and chains that made one sweep after each of them. // V [9 × 14], chains [9 × 14·150]</summary>
    public static (BernoulliRbm Machine, MatrixView V, MatrixView Chains) Learned(ulong seed = 3)
    {
        var random = new RandomStream(seed);
        var machine = new BernoulliRbm(9, 6, random, 0.1);
        MatrixView V = BarsAndStripes.All(3).View(), chains = new(9, V.ColumnCount * Batches);
        foreach (ref double v in chains.Span)
        {
            v = random.Below(2);
        }

        for (int step = 0; step < Steps; step++)
        {
            Ascend(machine, V, Rate);
            Sweep(machine, chains, random);
        }

        return (machine, V, chains);
    }

    /// <summary>A step along the exact gradient. // V [D × N]</summary>
    public static void Ascend(BernoulliRbm machine, MatrixView V, double rate)
    {
        (Matrix<double> dW, Matrix<double> db, Matrix<double> dc) = Enumeration.Gradient(machine, V);
        foreach ((Parameter parameter, Matrix<double> g) in machine.Parameters.Zip([dW, db, dc]))
        {
            parameter.Value.Add(rate * g, parameter.Value);
        }
    }

    /// <summary>CD-k: the bias exactly, from the transition matrix; the spread of 150 estimates.</summary>
    public static Quality OfContrastiveDivergence(BernoulliRbm machine, MatrixView V, int sweeps, ulong seed = 5)
    {
        double[] exact = Flat(Enumeration.Gradient(machine, V)),
            mean = Flat(Enumeration.ExpectedContrastiveDivergence(machine, V, sweeps));
        var estimator = new ContrastiveDivergence(machine, sweeps, new RandomStream(seed));
        double[][] draws = [.. Enumerable.Range(0, Batches).Select(_ =>
        {
            foreach (Parameter parameter in machine.Parameters)
            {
                parameter.ZeroGradient();
            }

            estimator.Accumulate(V);
            return (double[])[.. machine.Parameters.SelectMany(p => p.Gradients.ToArray().Select(g => -g))];
        })];
        return new(Distance(mean, exact) / Length(exact), Spread(draws, mean) / Length(exact));
    }

    /// <summary>PCD: batches of chains that went along while the machine learned.</summary>
    public static Quality OfChains(BernoulliRbm machine, MatrixView V, MatrixView chains)
    {
        double[] exact = Flat(Enumeration.Gradient(machine, V));
        (Matrix<double> W, Matrix<double> c) = (machine.Parameters[0].Value, machine.Parameters[2].Value);
        Matrix<double> X = V.ToMatrix(), P = RbmEquations.HiddenMeans(W, c, X);
        double[][] draws = [.. Enumerable.Range(0, Batches).Select(i =>
        {
            Matrix<double> S = chains.Columns(i * V.ColumnCount, V.ColumnCount).ToMatrix();
            return Flat(RbmEquations.ContrastiveDivergence(P, X, RbmEquations.HiddenMeans(W, c, S), S));
        })];
        double[] mean = [.. exact.Select((_, at) => draws.Average(d => d[at]))];
        double spread = Spread(draws, mean), distance = Distance(mean, exact);
        // a mean of 150 estimates has a 150th of their variance, which is no bias
        double bias = Math.Sqrt(Math.Max(0, distance * distance - spread * spread / Batches));
        return new(bias / Length(exact), spread / Length(exact));
    }

    private static void Sweep(BernoulliRbm machine, MatrixView V, RandomStream random)
    {
        MatrixView P = new(machine.Hidden, V.ColumnCount), h = new(machine.Hidden, V.ColumnCount),
            m = new(machine.Visible, V.ColumnCount);
        machine.HiddenMeans(V, P);
        Kernels.RandomBernoulli(random, P.Span, h.Span);
        machine.VisibleMeans(h, m);
        Kernels.RandomBernoulli(random, m.Span, V.Span);
    }

    private static double[] Flat((Matrix<double> W, Matrix<double> b, Matrix<double> c) g) =>
        [.. g.W.ToColumnMajorArray(), .. g.b.ToColumnMajorArray(), .. g.c.ToColumnMajorArray()];

    private static double Spread(double[][] draws, double[] mean) =>
        Math.Sqrt(draws.Average(d => Math.Pow(Distance(d, mean), 2)));

    private static double Distance(double[] x, double[] y) => Math.Sqrt(x.Zip(y, (a, b) => (a - b) * (a - b)).Sum());

    private static double Length(double[] x) => Distance(x, new double[x.Length]);
}
