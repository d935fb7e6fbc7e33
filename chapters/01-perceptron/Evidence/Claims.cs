using MathNet.Numerics.LinearAlgebra;
using Reference.Book;
using Reference.Numerics;

namespace Reference.Perceptrons;

/// <summary>What the notes state about perceptrons and a counterexample refutes.</summary>
public static class PerceptronClaims
{
    private static readonly Matrix<double> Points = Matrix<double>.Build.DenseOfArray(LogicGates.X);

    /// <summary>All of them, in order of rows.</summary>
    public static IReadOnlyList<Claim> All { get; } =
    [
        new("S1-010", "The final solution shows the optimal decision boundary.", "It shows a separating line; nothing makes it the one with the widest margin.",
            "On AND the rule stops at 2x₁ + x₂ = 3, which touches the point (1, 1): margin 0. The line x₁ + x₂ = 1.5 separates with margin 0.354.",
            () => ScalarPerceptron.Train(LogicGates.X, AndLabels, α: 1, epochs: 100) is { Converged: true } run
                && Margin(run.W, run.B) == 0 && Margin([1, 1], -1.5) > 0.35),
        new("S1-069", "The network is W⁽²⁾ ∘ W⁽¹⁾(x).", "It is σ ∘ W⁽²⁾ ∘ σ ∘ W⁽¹⁾(x): without σ between them the layers are one linear map.",
            "The midpoint of two inputs goes to the midpoint of their outputs without σ, and elsewhere with it.",
            () => MidpointGap(a => a) < 1e-12 && MidpointGap(LogicGate.g) > 1e-3),
        new("S3-015", "h(x) = sign(Σ wᵢxᵢ − b), and with bias −30 the AND gate is g(−30 + 20x₁ + 20x₂).",
            "Either the bias is added everywhere or subtracted everywhere; the gate adds it.",
            "Subtracted as in eq. (1), the bias −30 makes the unit say 1 to every input: g(30) at (0, 0).",
            () => LogicGates.Inputs.All(x => ScalarPerceptron.Score([20, 20], -(-30.0), x) > 0)),
        new("S3-019", "sign(w₁x₁ + w₂x₂) is a line that meets the plane's axes in two points.",
            "Without a bias the line passes through the origin and meets both axes there, in one point; to cut two axes it needs b ≠ 0.",
            "No unit without a bias computes AND, for any w of a fine grid; with one, x₁ + x₂ = 1.5 does, which cuts the axes at (1.5, 0) and (0, 1.5).",
            () => !Grid(-2, 2, 0.1).Any(w1 => Grid(-2, 2, 0.1).Any(w2 => Says([w1, w2], 0, AndLabels))) && Says([1, 1], -1.5, AndLabels)),
        new("S3-028", "Adding a layer means adding one neuron after another.", "A layer is a set of units side by side, and XOR needs two of them.",
            "A unit behind a single unit sees one number, so it is constant on the unit's two answers or copies or inverts them: "
                + "of the 14 separable tables none becomes XOR.",
            () => !UnitBehindUnitMakesXor()),
        new("S3-029", "Anything can be captured by adding layers.", "Only with an activation between them: linear layers collapse into one.",
            "Three random linear layers equal their product to 10⁻¹², whatever the input.",
            () => DepthGap(new RandomStream(1)) < 1e-12),
    ];

    private static int[] AndLabels => [0, 0, 0, 1];

    private static bool Says(double[] w, double b, int[] labels) => LogicGates.Inputs.Select(x => ScalarPerceptron.Predict(w, b, x)).SequenceEqual(labels);

    private static IEnumerable<double> Grid(double low, double high, double step) =>
        Enumerable.Range(0, (int)Math.Round((high - low) / step) + 1).Select(i => low + i * step);

    // How far three linear layers are from their product, for a random input.
    private static double DepthGap(RandomStream random)
    {
        (Matrix<double> W, Vector<double> B)[] layers = [.. Enumerable.Range(0, 3)
            .Select(_ => (Matrix<double>.Build.Dense(3, 3, random.Normals(9)), Vector<double>.Build.Dense(random.Normals(3))))];
        (Matrix<double> W, Vector<double> b) = Feedforward.Collapse(Feedforward.Collapse(layers[0], layers[1]), layers[2]);
        Vector<double> x = Vector<double>.Build.Dense(random.Normals(3));
        return (Feedforward.Pass(layers, a => a, x) - (W * x + b)).L2Norm();
    }

    private static double Margin(double[] w, double b) =>
        PerceptronEquations.SignedDistances(Vector<double>.Build.Dense(w), b, Points).AbsoluteMinimum();

    // ‖f((x+y)/2) − (f(x)+f(y))/2‖, which is 0 exactly when f is affine between x and y.
    private static double MidpointGap(Func<double, double> σ)
    {
        Matrix<double> W1 = Matrix<double>.Build.DenseOfArray(new[,] { { 1.0, -2 }, { 0.5, 3 } });
        Matrix<double> W2 = Matrix<double>.Build.DenseOfArray(new[,] { { 2.0, 1 } });
        Vector<double> b = Vector<double>.Build.Dense([0.3, -0.7]);
        Vector<double> f(double x1, double x2) => Feedforward.Pass([(W1, b), (W2, b.SubVector(0, 1))], σ, Vector<double>.Build.Dense([x1, x2]));
        return (f(0.5, 1) - (f(0, 0) + f(1, 2)) / 2).L2Norm();
    }

    private static bool UnitBehindUnitMakesXor()
    {
        double[] weights = [-2, -1, 0, 1, 2];
        double[] biases = [-1.5, -0.5, 0.5, 1.5];
        return (from w1 in weights from w2 in weights from b in biases from v in weights from c in biases select (w1, w2, b, v, c))
            .Any(u => LogicGates.Inputs
                .Select(x => ScalarPerceptron.Predict([u.v], u.c, [ScalarPerceptron.Predict([u.w1, u.w2], u.b, x)]))
                .SequenceEqual(LogicGates.XorLabels));
    }
}
