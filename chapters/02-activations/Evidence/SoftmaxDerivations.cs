using MathNet.Numerics.LinearAlgebra;
using Reference.Book;
using Reference.Numerics;
using Reference.Verification;
using static Reference.Activations.ScalarActivations;

namespace Reference.Activations;

/// <summary>The derivations of chapter 02 on softmax.</summary>
public static class SoftmaxDerivations
{
    /// <summary>All of them, in the order of the README.</summary>
    public static IReadOnlyList<Derivation> All { get; } =
        [SumsToOne(), Ratio(), TwoClasses(), Jacobian(), RowSum(), Backward(), Shift(), LogForm(), LogBackward()];

    private static Derivation SumsToOne() => new Derivation<double[]>(
        "probabilities-sum", "Softmax outputs are a distribution", "S0-023 S1-233",
        Scores)
        .Start(@"\sum_i \frac{e^{z_i}}{\sum_j e^{z_j}}", z => Softmax(z).Sum())
        .Equal(@"\frac{\sum_i e^{z_i}}{\sum_j e^{z_j}}", z => Sum(z) / Sum(z), "one denominator")
        .Equal("1", _ => 1.0);

    private static Derivation Ratio() => new Derivation<double[]>(
        "softmax-ratio", "A gap in scores is a ratio in probabilities", "S0-020 S0-019",
        Scores)
        .Start(@"\frac{p_1}{p_2}", z => Softmax(z)[0] / Softmax(z)[1])
        .Equal(@"\frac{e^{z_1} / \sum_j e^{z_j}}{e^{z_2} / \sum_j e^{z_j}}", z => Math.Exp(z[0]) / Sum(z) / (Math.Exp(z[1]) / Sum(z)))
        .Equal(@"\frac{e^{z_1}}{e^{z_2}}", z => Math.Exp(z[0]) / Math.Exp(z[1]))
        .Equal(@"e^{z_1 - z_2}", z => ClassProbabilities.Ratio(z[0], z[1]));

    private static Derivation TwoClasses() => new Derivation<(double A, double B)>(
        "two-classes", "Softmax of two classes is a sigmoid", "S0-025 S1-018 S2-035",
        random => (random.Normal(0, 2), random.Normal(0, 2)))
        .Start(@"\frac{e^{z_1}}{e^{z_1} + e^{z_2}}", p => Softmax([p.A, p.B])[0])
        .Equal(@"\frac{1}{1 + e^{-(z_1 - z_2)}}", p => 1 / (1 + Math.Exp(-(p.A - p.B))), "divide above and below by the first exponential")
        .Equal(@"\sigma(z_1 - z_2)", p => ClassProbabilities.FirstOfTwo(p.A, p.B));

    private static Derivation Jacobian() => new Derivation<double[]>(
        "softmax-jacobian", "The Jacobian of softmax by the quotient rule", "S0-026 S1-235 S2-035 S3-087",
        Scores)
        .Start(@"\frac{\partial p_i}{\partial z_j}", z => Flat(NumericalDerivative.Jacobian(Softmax, z, DifferenceScheme.Richardson)))
        .Numerically(@"\frac{\delta_{ij}\, e^{z_i} \sum_k e^{z_k} - e^{z_i} e^{z_j}}{\left(\sum_k e^{z_k}\right)^2}",
            z => Table(z.Length, (i, j) => (δ(i, j) * Math.Exp(z[i]) * Sum(z) - Math.Exp(z[i]) * Math.Exp(z[j])) / Math.Pow(Sum(z), 2)),
            "the quotient rule")
        .Equal(@"\delta_{ij}\, p_i - p_i p_j", z => Table(z.Length, (i, j) => δ(i, j) * Softmax(z)[i] - Softmax(z)[i] * Softmax(z)[j]))
        .Equal(@"p_i (\delta_{ij} - p_j)", z => Flat(SoftmaxJacobian(z)));

    private static Derivation RowSum() => new Derivation<double[]>(
        "softmax-row-sum", "What one class gains, the others lose", "S0-026 S1-233 S1-235",
        Scores)
        .Start(@"\frac{\partial p_i}{\partial z_i}", z => [.. z.Select((_, i) => SoftmaxJacobian(z)[i, i])])
        .Equal(@"p_i (1 - p_i)", z => [.. Softmax(z).Select(p => p * (1 - p))])
        .Equal(@"p_i \sum_{j \ne i} p_j", z => [.. z.Select((_, i) => Softmax(z)[i] * Softmax(z).Where((_, j) => j != i).Sum())], "probabilities add up to 1")
        .Equal(@"-\sum_{j \ne i} \frac{\partial p_i}{\partial z_j}",
            z => [.. z.Select((_, i) => -Enumerable.Range(0, z.Length).Where(j => j != i).Sum(j => SoftmaxJacobian(z)[i, j]))],
            "so every row adds up to 0");

    private static Derivation Backward() => new Derivation<(double[] Z, double[] Dp)>(
        "softmax-backward", "Backward through softmax without its Jacobian", "S0-026 S1-235",
        random => (random.Normals(4), random.Normals(4)))
        .Start(@"\sum_i \frac{\partial L}{\partial p_i} \frac{\partial p_i}{\partial z_j}",
            p => [.. Enumerable.Range(0, 4).Select(j => Enumerable.Range(0, 4).Sum(i => p.Dp[i] * SoftmaxJacobian(p.Z)[i, j]))])
        .Equal(@"\sum_i \frac{\partial L}{\partial p_i}\, p_i\, \delta_{ij} - p_j \sum_i \frac{\partial L}{\partial p_i}\, p_i",
            p => [.. Softmax(p.Z).Zip(p.Dp, (pj, dj) => dj * pj - pj * Mean(p.Dp, p.Z))])
        .Equal(@"p_j \left(\frac{\partial L}{\partial p_j} - \sum_i p_i \frac{\partial L}{\partial p_i}\right)",
            p => ActivationEquations.SoftmaxBackward(Column(Softmax(p.Z)), Column(p.Dp)).ToColumnMajorArray());

    private static Derivation Shift() => new Derivation<(double[] Z, double C)>(
        "softmax-shift", "Why the largest score may be subtracted", "S1-234 S1-237 S3-088",
        random => (Scores(random), random.Normal(0, 3)))
        .Start(@"\frac{e^{z_i + c}}{\sum_j e^{z_j + c}}", p => Softmax([.. p.Z.Select(z => z + p.C)]))
        .Equal(@"\frac{e^c\, e^{z_i}}{e^c \sum_j e^{z_j}}", p => [.. p.Z.Select(z => Math.Exp(p.C) * Math.Exp(z) / (Math.Exp(p.C) * Sum(p.Z)))])
        .Equal(@"\frac{e^{z_i}}{\sum_j e^{z_j}}", p => NaiveSoftmax(p.Z))
        .Equal(@"\frac{e^{z_i - m}}{\sum_j e^{z_j - m}},\quad m = \max_j z_j", p => Softmax(p.Z), "the case c = −m");

    private static Derivation LogForm() => new Derivation<double[]>(
        "log-softmax", "The logarithm of softmax, without exponentials that overflow", "S1-236",
        Scores)
        .Start(@"\ln p_i", z => [.. NaiveSoftmax(z).Select(p => Math.Log(p))])
        .Equal(@"z_i - \ln \sum_j e^{z_j}", z => [.. z.Select(zi => zi - Math.Log(Sum(z)))])
        .Equal(@"z_i - \ln \left(e^m \sum_j e^{z_j - m}\right)",
            z => [.. z.Select(zi => zi - Math.Log(Math.Exp(z.Max()) * z.Sum(zj => Math.Exp(zj - z.Max()))))])
        .Equal(@"z_i - \left(m + \ln \sum_j e^{z_j - m}\right)", LogSoftmax);

    private static Derivation LogBackward() => new Derivation<double[]>(
        "log-softmax-jacobian", "The Jacobian of log-softmax", "S1-236",
        Scores)
        .Start(@"\frac{\partial \ln p_i}{\partial z_j}", z => Flat(NumericalDerivative.Jacobian(LogSoftmax, z, DifferenceScheme.Richardson)))
        .Numerically(@"\frac{1}{p_i} \frac{\partial p_i}{\partial z_j}",
            z => Table(z.Length, (i, j) => SoftmaxJacobian(z)[i, j] / Softmax(z)[i]), "the chain rule")
        .Equal(@"\delta_{ij} - p_j", z => Flat(LogSoftmaxJacobian(z)));

    private static double[] Scores(RandomStream random) => random.Normals(2 + random.Below(4));

    private static double Sum(double[] z) => z.Sum(Math.Exp);

    private static double δ(int i, int j) => i == j ? 1 : 0;

    private static double Mean(double[] dp, double[] z) => Softmax(z).Zip(dp, (p, d) => p * d).Sum();

    private static double[] Table(int n, Func<int, int, double> entry) =>
        [.. from i in Enumerable.Range(0, n) from j in Enumerable.Range(0, n) select entry(i, j)];

    private static double[] Flat(double[,] table) => [.. table.Cast<double>()];

    private static Matrix<double> Column(double[] values) => Matrix<double>.Build.DenseOfColumnArrays(values);
}
