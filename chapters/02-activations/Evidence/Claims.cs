using Reference.Book;
using static Reference.Activations.ScalarActivations;

namespace Reference.Activations;

/// <summary>Statements of the notes about activations that a counterexample refutes.</summary>
public static class ActivationClaims
{
    /// <summary>All of them, in order of rows.</summary>
    public static IReadOnlyList<Claim> All { get; } =
    [
        new("S0-013",
            "The activation functions serve several purposes: […] They limit the output of neurons "
                + "to a specific range […]. Three mathematical functions commonly used as activation functions are "
                + "sigmoid, tanh, and ReLU.",
            "Sigmoid and tanh do; ReLU has no upper end.",
            "Whatever the bound M, ReLU(2M) = 2M lies above it; σ(30) and tanh 15 still lie below 1.",
            () => new[] { 1, 1e3, 1e6, 1e300 }.All(M => Relu(2 * M) > M) && Sigmoid(30) < 1 && Tanh(15) < 1),
        new("S1-123", "ReLU: […] Gradient: f(x) = {1 if x > 0, 0 otherwise}", "f′(x) = {1 if x > 0, 0 otherwise}",
            "A prime is lost: at x = 2 the function is 2 and its derivative 1.",
            () => Relu(2) == 2 && ReluDerivative(2) == 1, ErratumKind.OurText),
        new("S1-125", "Leaky ReLU: f(x) = {x if x > 0, x otherwise}", "f(x) = {x if x > 0, αx otherwise}",
            "An α is lost; without it the function is the identity. LeakyReLU(−2) = −0.02 for α = 0.01.",
            () => LeakyRelu(2) == 2 && LeakyRelu(-2) == -0.02, ErratumKind.OurText),
        new("S1-126", "ELU: f(x) = {x if x > 0, (e^x − 1) otherwise}", "f(x) = {x if x > 0, α(e^x − 1) otherwise}",
            "An α is lost; what is left is the case α = 1. With α = 2, ELU(−1) = −1.264, not −0.632.",
            () => Math.Abs(Elu(-1, 2) - 2 * Elu(-1)) < 1e-15 && Elu(-1, 2) < -1.26, ErratumKind.OurText),
        new("S1-141",
            "This is similar to sigmoid, but since our range is between minus one and one, the derivatives are larger",
            "They are larger for |x| < 1.662886 only; beyond it tanh is the flatter one.",
            "At x = 1: 0.420 against 0.197; at x = 2: 0.071 against 0.105.",
            () => TanhDerivative(1) > SigmoidDerivative(1) && TanhDerivative(2) < SigmoidDerivative(2)),
        new("S1-234", "Scale invariant: (z + c) = (z) for any constant c",
            "Shift invariant, as the formula beside the name shows. Scaling z changes softmax(z).",
            "(101, 102, 103) gives the probabilities of (1, 2, 3); (2, 4, 6) gives (0.016, 0.117, 0.867).",
            () => Math.Abs(Softmax([101, 102, 103])[2] - Softmax([1, 2, 3])[2]) < 1e-12
                && Math.Abs(Softmax([2, 4, 6])[2] - 0.867) < 5e-4 && Math.Abs(Softmax([1, 2, 3])[2] - 0.665) < 5e-4),
        new("S2-032", "Sigmoid […] x = 1 / (1 + e⁻ᶻ)", "σ(z) = 1 / (1 + e⁻ᶻ)",
            "Read as an equation in x = z it would hold at one point only: σ(2) = 0.881.",
            () => Math.Abs(Sigmoid(2) - 0.881) < 5e-4, ErratumKind.OurText),
        new("S4-094", "z = torch.arange(−100, 100, 0.1).view(−1, 1) → z = [−100 ⋮ 100]; sig = m.Sigmoid(x)",
            "The last score is 99.9, and it is nn.Sigmoid(), of torch.nn, to which the next line gives z.",
            "arange leaves the end out: 2000 scores, and −100 + 1999 · 0.1 = 99.9.",
            () => ActivationFigures.Range(-100, 100, 0.1) is { Length: 2000 } z && Math.Abs(z[^1] - 99.9) < 1e-9,
            ErratumKind.Listing),
    ];
}
