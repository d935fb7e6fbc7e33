using Reference.Perceptrons;

namespace Reference.Activations;

/// <summary>The perceptron of chapter 01 with its step replaced by the sigmoid: from a side of a line to a probability. S1-015, S1-090.</summary>
public static class SigmoidUnit
{
    /// <summary>The output σ(w·x + b), (2.5), S1-090: the probability that x has label 1.</summary>
    /// <param name="w">Weights. // [D]</param>
    /// <param name="b">Bias.</param>
    /// <param name="x">One point. // [D]</param>
    /// <exception cref="ArgumentException">Different lengths, no feature, or a number that is not finite.</exception>
    public static double Output(double[] w, double b, double[] x) => ScalarActivations.Sigmoid(ScalarPerceptron.Score(w, b, x)); // (2.5)

    /// <summary>The slope of the output along each weight, ∂σ(h)/∂wᵢ = σ′(h)·xᵢ with h = w·x + b, S1-090.</summary>
    /// <inheritdoc cref="Output"/>
    /// <returns>One slope a weight. // [D]</returns>
    public static double[] Gradient(double[] w, double b, double[] x)
    {
        double slope = ScalarActivations.SigmoidDerivative(ScalarPerceptron.Score(w, b, x));
        return [.. x.Select(xi => slope * xi)];
    }

    /// <summary>The same probability from the geometry, σ(‖w‖·d), (2.5), S1-015: d is the signed distance of the point from the line.</summary>
    /// <param name="length">‖w‖: how sharply the probability turns at the line.</param>
    /// <param name="distance">The signed distance, positive on the side of label 1.</param>
    /// <exception cref="ArgumentException">A number that is not finite.</exception>
    public static double FromDistance(double length, double distance) => ScalarActivations.Sigmoid(length * distance); // (2.5)
}
