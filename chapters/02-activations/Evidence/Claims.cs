using Reference.Book;
using Reference.Numerics;
using static Reference.Activations.ScalarActivations;

namespace Reference.Activations;

/// <summary>What the notes state about activations and a counterexample refutes.</summary>
public static class ActivationClaims
{
    /// <summary>All of them, in order of rows.</summary>
    public static IReadOnlyList<Claim> All { get; } =
    [
        new("S0-013", "Activations limit the output to a specific range.",
            "Sigmoid, tanh and softmax do; ReLU has no upper end, and the linear activation none at all.",
            "Whatever the bound M, ReLU(2M) = 2M lies above it; σ(30) and tanh 15 still lie below 1.",
            () => new[] { 1, 1e3, 1e6, 1e300 }.All(M => Relu(2 * M) > M) && Sigmoid(30) < 1 && Tanh(15) < 1),
        new("S0-017", "Softmax transforms any number into a probability distribution.", "It transforms a vector; a number alone always becomes 1.",
            "softmax(5) = softmax(−3) = (1).",
            () => Softmax([5])[0] == 1 && Softmax([-3])[0] == 1),
        new("S0-026", "σ(zᵢ) = e^zᵢ / Σ e^zⱼ is a function of zᵢ, and the sum runs to N for n scores.",
            "σ(z)ᵢ depends on all scores, and the sum runs over all n of them.",
            "The first of (1, 0) gets 0.731, the first of (1, 5) gets 0.018, with the same z₁ = 1.",
            () => Softmax([1, 0])[0] > 0.73 && Softmax([1, 5])[0] < 0.02),
        new("S1-015", "The further a point lies from the line, the larger the probability that it is classified correctly.",
            "σ(w·x + b) is the probability of label 1; far on the other side it goes to 0. What grows with the distance on both sides is max(p, 1 − p), "
                + "and it is the probability of being right only if the model's probabilities are.",
            "At distance −3 with ‖w‖ = 1, p = 0.047 and max(p, 1 − p) = 0.953.",
            () => SigmoidUnit.FromDistance(1, -3) < 0.05 && SigmoidUnit.FromDistance(1, -3) < SigmoidUnit.FromDistance(1, -1)
                && 1 - SigmoidUnit.FromDistance(1, -3) > 0.95),
        new("S1-018", "softmax(zᵢ) is computed from zᵢ.", "softmax(z)ᵢ is computed from the whole vector z.",
            "Raising z₂ alone lowers the probability of class 1: (1, 2, 3) gives it 0.090, (1, 4, 3) gives it 0.035.",
            () => Softmax([1, 4, 3])[0] < 0.04 && Softmax([1, 2, 3])[0] > 0.09),
        new("S1-021", "Softmax is a soft version of the maximum function.", "It is a soft arg max: it says which, not how much. The soft maximum is ln Σ e^zⱼ.",
            "For (1, 2, 3), softmax at T = 0.01 is (0, 0, 1), the position of the largest; ln Σ e^zⱼ = 3.41 lies between 3 and 3 + ln 3.",
            () => ClassProbabilities.Tempered([1, 2, 3], 0.01)[2] > 1 - 1e-12 && LogSumExp([1, 2, 3]) is > 3 and < 3 + 1.0986123),
        new("S1-123", "The gradient of ReLU: f(x) = 1 if x > 0, 0 otherwise.", "f′(x) = 1 if x > 0, 0 otherwise: f is the function, f′ its gradient.",
            "At x = 2 the function gives 2, and what is printed under its name gives 1.",
            () => Relu(2) == 2 && ReluDerivative(2) == 1),
        new("S1-141", "Tanh's range is wider, so its derivatives are larger than the sigmoid's.", "Only for |x| < 1.662886; beyond it tanh is the flatter one.",
            "At x = 1: 0.420 against 0.197; at x = 2: 0.071 against 0.105.",
            () => TanhDerivative(1) > SigmoidDerivative(1) && TanhDerivative(2) < SigmoidDerivative(2)),
        new("S1-234", "Softmax is scale invariant.",
            "It is shift invariant, as the formula beside the name says: softmax(z + c) = softmax(z). Scaling z changes it, and is the temperature.",
            "(101, 102, 103) gives what (1, 2, 3) gives; (2, 4, 6) gives (0.016, 0.117, 0.867).",
            () => Math.Abs(Softmax([101, 102, 103])[2] - Softmax([1, 2, 3])[2]) < 1e-12 && Math.Abs(Softmax([2, 4, 6])[2] - Softmax([1, 2, 3])[2]) > 0.2),
        new("S1-236", "To prevent overflow: log_softmax(z) = z − log(Σ exp(z)).",
            "As printed it overflows itself; the largest score must be subtracted first: z − (m + ln Σ e^(z − m)).",
            "For z = (1000, 1001), Σ exp(z) = ∞ in double precision, and the printed form gives −∞ for both; right are −1.313 and −0.313.",
            () => double.IsNegativeInfinity(1000 - Math.Log(Math.Exp(1000) + Math.Exp(1001)))
                && Math.Abs(LogSoftmax([1000, 1001])[1] + Math.Log(1 + Math.Exp(-1))) < 1e-12),
        new("S2-030", "ReLU, sigmoid and tanh help the network to learn by controlling gradients.",
            "Behind many layers the sigmoid makes gradients vanish, and so does tanh once it saturates, as the same notes say a few lines on.",
            "In a random network of 10 sigmoid layers the first layer's gradient is less than 1/1000 of the last one's. "
                + "In a chain of 10 tanh units with weights 3 each keeps 3 % of the slope.",
            () => FirstOverLast(Activation.Sigmoid, 1) < 1e-3 && VanishingGradient.Chain(Activation.Tanh, [.. Enumerable.Repeat(3.0, 10)], 1).Derivative < 1e-14),
        new("S2-031", "Output ranges: sigmoid 0 to 1, tanh −1 to 1, softmax 0 to 1.",
            "The ends do not belong to the ranges: they are limits. (A computer reaches them by rounding.)",
            "σ(30) = 1 − 9.4·10⁻¹⁴ < 1, tanh(−15) > −1, and softmax(0, 30) has no 0 and no 1.",
            () => Sigmoid(30) < 1 && Tanh(-15) > -1 && Softmax([0, 30]) is [> 0, < 1]),
        new("S2-032", "x = 1 / (1 + e⁻ᶻ).", "σ(z) = 1 / (1 + e⁻ᶻ): x is the input of the unit, z its score.",
            "With w = 1 and b = 0 the score of x = 2 is z = 2, and 1 / (1 + e⁻²) = 0.881 is not x.",
            () => Math.Abs(SigmoidUnit.Output([1], 0, [2]) - 0.8807970780) < 1e-10 && Math.Abs(SigmoidUnit.Output([1], 0, [2]) - 2) > 1),
        new("S3-086", "Outputs divided by their sum are probabilities, since they add up to 1.",
            "They also have to be at least 0, and the sum must not be 0. That is what softmax's exponentials are for.",
            "(−1, 2, 3) gives the first class −0.25; for (1, −1, 0) the sum is 0.",
            () => ClassProbabilities.NaiveShares([-1, 2, 3])[0] < 0 && Claim.Refuses(() => ClassProbabilities.NaiveShares([1, -1, 0]))
                && Softmax([1, -1, 0]).Min() > 0),
        new("S3-088", "With exponentials the denominator hardly gets near 0, so the division is stable.",
            "It becomes 0 by underflow when all scores are very negative, and ∞ by overflow when one is large. "
                + "Subtracting the largest score first keeps it between 1 and K.",
            "e^−800 = 0 in double precision, so (−800, −800) gives 0/0; e^1000 = ∞, so (1000, 0) gives ∞/∞. The stable form gives (½, ½) and (1, 0).",
            () => double.IsNaN(Math.Exp(-800) / (Math.Exp(-800) + Math.Exp(-800)))
                && Claim.Refuses(() => NaiveSoftmax([-800, -800])) && Claim.Refuses(() => NaiveSoftmax([1000, 0]))
                && Softmax([-800, -800])[0] == 0.5 && Softmax([1000, 0])[0] == 1),
        new("S3-208", "For a low value the sigmoid will be 0, for a high one 1.", "It goes to 0 and 1 and reaches neither.",
            "σ(−5) = 0.0067 and σ(5) = 0.9933.",
            () => Sigmoid(-5) > 0.006 && Sigmoid(5) < 0.994),
        new("S3-210", "For a low value tanh will be −1, for a high one 1.", "It goes to −1 and 1 and reaches neither.",
            "tanh(−2) = −0.964 and tanh(2) = 0.964.",
            () => Tanh(-2) > -0.97 && Tanh(2) < 0.97),
        new("S3-211", "ReLU is good and stable.",
            "It does not saturate to the right, but a unit whose score is negative on all data has gradient 0 and never changes again.",
            "With b = −100 a ReLU unit stays where it is for 1000 steps; the same unit with leaky ReLU, α = 0.1, comes back.",
            () => Moved(Activation.Relu) == 0 && Moved(Activation.Leaky(0.1)) > 50),
        new("S4-005", "Vanishing: fast at first, slow at the end.", "The other way round: the layers near the input learn slowest, the last ones fastest.",
            "In a random network of 10 sigmoid layers every layer's gradient is smaller than the next one's; "
                + "with ReLU and weights of variance 2/n the first is within a factor 10 of the last.",
            () => Grows(VanishingGradient.GradientNorms(Activation.Sigmoid, 10, 64, 1, new RandomStream(1)))
                && FirstOverLast(Activation.Relu, Math.Sqrt(2)) is > 0.1 and < 10),
        new("S4-010", "ReLU: no vanishing.",
            "None to the right of 0; to the left the slope is 0 and the gradient does not just shrink, it is gone. “Partial solution”, as the notes say later.",
            "ReLU′(−1) = 0, while σ′(−1) = 0.197.",
            () => ReluDerivative(-1) == 0 && SigmoidDerivative(-1) > 0.19),
        new("S4-094", "z = arange(−100, 100, 0.1) ends with 100.", "It ends with 99.9, which only rounds to 100: the end of the range is left out.",
            "There are 2000 scores, and −100 + 1999 · 0.1 = 99.9.",
            () => SampledSigmoid.Scores().Length == 2000 && Math.Abs(SampledSigmoid.Scores()[^1] - 99.9) < 1e-9),
    ];

    private static double FirstOverLast(Activation f, double gain)
    {
        double[] norms = VanishingGradient.GradientNorms(f, 10, 64, gain, new RandomStream(1));
        return norms[0] / norms[^1];
    }

    private static bool Grows(double[] norms) => norms.Zip(norms.Skip(1), (layer, next) => layer < next).All(grows => grows);

    private static double Moved(Activation f)
    {
        double[] course = DeadUnit.BiasCourse(f, -100, [-1, 0, 1, 2], [0, 1, 2, 3], learningRate: 0.5, steps: 1000);
        return course[^1] - course[0];
    }
}
