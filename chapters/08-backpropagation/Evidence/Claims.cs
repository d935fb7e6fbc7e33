using Reference.Activations;
using Reference.Book;
using Reference.Numerics;
using Reference.Perceptrons;
using Reference.Verification;

namespace Reference.Backpropagation;

/// <summary>Statements of the notes on backpropagation that a counterexample refutes.</summary>
public static class BackpropagationClaims
{
    /// <summary>All of them, in order of rows.</summary>
    public static IReadOnlyList<Claim> All { get; } =
    [
        new("S1-102", "Δw = (0.5 × 0.003 × 0.1, 0.5 × 0.003 × 0.3) = (0.00015, 0.00045)",
            "(0.00015, 0.00046): δʰ was rounded to 0.003 before it was multiplied.",
            "With all digits δʰ = 0.0030455 and Δw₂ = 0.5·0.0030455·0.3 = 0.000456825.",
            () => WalkThrough.OfTheNotes.InputSteps is var Δw
                && Math.Abs(Δw[0] - 0.00015) < 5e-6 && Math.Abs(Δw[1] - 0.00046) < 5e-6),
        new("S1-104",
            "The maximum derivative of the sigmoid is 0.25, so the errors in the output layer get reduced by at least "
                + "75%, and errors in the hidden layer are scaled down by at least 93.75%!",
            "The second only where the weight between the layers is at most 1 in size: the error passes through W "
                + "too.",
            "With W = 10 and h = −2 the hidden unit gets 19 % of the error, and 6.25 % would be the most.",
            () => new WalkThrough([1], [-2], 10, 1, 0.5).Shares.Hidden > 0.185
                && new WalkThrough([1], [-2], 1, 1, 0.5).Shares.Hidden < 1.0 / 16),
        new("S2-074",
            "h₁ = σ(w₁₁·x₁ + w₁₂·x₂ + w₁₃·x₃ + w₁₄·x₄ + w₁₅·x₅ + b)",
            "The term of x₅ goes: the input layer has hand-eye coordination, diet, fitness routine and height.",
            "A unit of five weights does not fit the four inputs; with four the network has 31 parameters, not 36.",
            () => Claim.Refuses(() =>
                    ScalarNetwork.Neuron(new double[5], 0, Activation.Sigmoid,
                        new double[CenturyNetwork.Inputs.Count]))
                && (Feedforward.ParameterCount(4, 5, 1), Feedforward.ParameterCount(5, 5, 1)) == (31, 36)),
        new("S3-201",
            "Ci possono essere diversi algoritmi per gli inizializzatori, ma non c'è modo di sapere quale funziona "
                + "meglio. (There can be several initializers, but there is no way to know which works better.)",
            "For a given activation there is: the deviation that keeps the size of signals and gradients.",
            "In a ReLU network of 20 layers of 64 units, N(0, 2/n) gives every layer a gradient between 0.1 and 100; "
                + "N(0, 0.01²) leaves none of them 10⁻¹⁵.",
            () => GradientNorms(Math.Sqrt(2)).All(norm => norm is > 0.1 and < 100)
                && GradientNorms(0.01 * Math.Sqrt(64)).All(norm => norm < 1e-15)),
        new("S3-217",
            "Importante cosa su Gradient Descent. Lo usiamo per un motivo particolare: più andiamo indietro nei layer "
                + "della rete, maggiori saranno i termini che abbiamo già calcolato. (We use gradient descent because "
                + "the further back we go, the more terms are already computed.)",
            "That is backpropagation. Descent takes the same step from any source of the gradient; backpropagation is "
                + "the cheap source.",
            "Gradients by differences give the same step, with 4,644 multiplications instead of 82 for widths "
                + "3, 5, 4, 2.",
            () => DescentGap() < 1e-8
                && (BackwardWork.Differences(3, 5, 4, 2), BackwardWork.Shared(3, 5, 4, 2)) == (4644.0, 82.0)),
    ];

    private static IEnumerable<double> GradientNorms(double gain) => VanishingGradient
        .ThroughRandomNetwork(Activation.Relu, gain, new RandomStream(1), [.. Enumerable.Repeat(64, 21)])
        .Select(layer => layer.GradientNorm);

    // The relative difference between a step along numerical derivatives and one along those of backpropagation.
    private static double DescentGap()
    {
        var random = new RandomStream(1);
        IReadOnlyList<ScalarLayer> layers = ScalarLayer.Draw(random, Activation.Tanh, 1, 1, 3, 5, 4, 2);
        double[] x = random.Normals(3), g = random.Normals(2);
        double[] numerical = NumericalDerivative.Gradient(b => ScalarNetwork
            .Forward([layers[0] with { B = b }, .. layers.Skip(1)], x).Output.Zip(g, (a, d) => a * d).Sum(),
                layers[0].B);
        double[] shared = ScalarBackpropagation.Gradients(layers, ScalarNetwork.Forward(layers, x), g)[0].dB;
        return RelativeError.ByNorm(numerical, shared);
    }
}
