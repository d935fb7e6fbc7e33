using static Reference.Activations.ScalarActivations;

namespace Reference.Backpropagation;

/// <summary>Will someone buy an insurance? Four inputs, two hidden units, one output, ten weights and no bias: W of
/// awareness and of affordability [2 × 4], and theirs into the output, w₀₁ and w₀₂ [2]. S2-028.</summary>
public sealed record InsuranceNetwork(double[,] W, double[] V)
{
    /// <summary>The input features.</summary>
    public static IReadOnlyList<string> Inputs { get; } = ["age", "education", "income", "savings"];

    /// <summary>The hidden units.</summary>
    public static IReadOnlyList<string> HiddenUnits { get; } = ["awareness", "affordability"];

    /// <summary>hⱼ = σ(wⱼ₁x₁ + wⱼ₂x₂ + wⱼ₃x₃ + wⱼ₄x₄), (8.6), of awareness, j = 0, or affordability, j = 1.
    /// // x [4]: age, education, income, savings</summary>
    public double Hidden(int j, double[] x) =>
        Sigmoid(W[j, 0] * x[0] + W[j, 1] * x[1] + W[j, 2] * x[2] + W[j, 3] * x[3]); // (8.6)

    /// <summary>O = σ(w₀₁h₁ + w₀₂h₂), (8.6); above ½ the customer buys.</summary>
    public double Output(double[] x) => Sigmoid(V[0] * Hidden(0, x) + V[1] * Hidden(1, x)); // (8.6)
}
