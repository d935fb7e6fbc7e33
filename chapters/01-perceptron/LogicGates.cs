namespace Reference.Perceptrons;

/// <summary>A logistic unit with weights set by hand, one per input, h(x) = g(bias + Σ wᵢxᵢ), S3-022, and the name of
/// the function that it computes.</summary>
public sealed record LogicGate(string Name, double Bias, double[] Weights)
{
    /// <summary>The logistic function g(a) = 1 / (1 + e⁻ᵃ), which chapter 02 studies.</summary>
    public static double g(double a) => 1 / (1 + Math.Exp(-a));

    /// <summary>The pre-activation, bias + Σ wᵢxᵢ.</summary>
    public double PreActivation(params double[] x) => ScalarPerceptron.Score(Weights, Bias, x);

    /// <summary>The output h(x) = g(bias + Σ wᵢxᵢ), (1.9).</summary>
    public double Output(params double[] x) => g(PreActivation(x));

    /// <summary>The output rounded to 0 or 1: 1 when h(x) ≥ ½, that is, when the pre-activation is at least
    /// 0.</summary>
    public int Truth(params double[] x) => ScalarPerceptron.Predict(Weights, Bias, x);
}

/// <summary>The gates that the notes name, and XOR built from them. S2-025, S2-026, S3-022…S3-028.</summary>
public static class LogicGates
{
    /// <summary>g(−30 + 20x₁ + 20x₂), S3-022.</summary>
    public static LogicGate And { get; } = new("AND", -30, [20, 20]); // (1.9)

    /// <summary>g(−10 + 20x₁ + 20x₂), S3-023.</summary>
    public static LogicGate Or { get; } = new("OR", -10, [20, 20]);

    /// <summary>g(10 − 20x), S3-024.</summary>
    public static LogicGate Not { get; } = new("NOT", 10, [-20]);

    /// <summary>(NOT x₁) AND (NOT x₂) = g(10 − 20x₁ − 20x₂), S3-025.</summary>
    public static LogicGate Nor { get; } = new("NOR", 10, [-20, -20]);

    /// <summary>The four inputs in the order of a truth table: 00, 01, 10, 11.</summary>
    public static IReadOnlyList<double[]> Inputs { get; } = [[0, 0], [0, 1], [1, 0], [1, 1]];

    /// <summary>The four inputs as a batch. // [2 × 4]</summary>
    public static double[,] X => new double[,] { { 0, 0, 1, 1 }, { 0, 1, 0, 1 } };

    /// <summary>All sixteen truth tables of two inputs, each the four labels of <see cref="X"/>.</summary>
    public static IReadOnlyList<int[]> Tables { get; } =
        [.. Enumerable.Range(0, 16).Select(t => new[] { t & 1, (t >> 1) & 1, (t >> 2) & 1, (t >> 3) & 1 })];

    /// <summary>The truth table of AND. // [4]</summary>
    public static int[] AndLabels => [0, 0, 0, 1];

    /// <summary>The truth table of XOR, which no single unit computes, S3-026. // [4]</summary>
    public static int[] XorLabels => [0, 1, 1, 0];

    /// <summary>XOR from two layers, S3-028: the hidden units are AND and NOR, the output is NOR of them,
    /// (1.10).</summary>
    public static double Xor(double x1, double x2) => Nor.Output(And.Output(x1, x2), Nor.Output(x1, x2)); // (1.10)

    /// <summary>XNOR from two layers, S3-028: OR of the same hidden units.</summary>
    public static double Xnor(double x1, double x2) => Or.Output(And.Output(x1, x2), Nor.Output(x1, x2));

    /// <summary>XOR as S2-026 suggests it: AND of OR and NAND, of units with a step.</summary>
    public static int XorOfSteps(double x1, double x2) => And.Truth(Or.Truth(x1, x2), 1 - And.Truth(x1, x2));
}
