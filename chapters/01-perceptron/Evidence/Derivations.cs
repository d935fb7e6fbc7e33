using MathNet.Numerics.LinearAlgebra;
using Reference.Book;
using Reference.Datasets;
using Reference.Numerics;
using Reference.Verification;

namespace Reference.Perceptrons;

/// <summary>The derivations of chapter 01, every line a function of random inputs.</summary>
public static class PerceptronDerivations
{
    private static readonly VectorBuilder<double> V = Vector<double>.Build;

    /// <summary>All of them, in the order of the README.</summary>
    public static IReadOnlyList<Derivation> All { get; } =
        [AbsorbedBias(), OneRule(), MovedScore(), Mistakes(), Xor(), Collapse(), NeuronGradient()];

    private static Derivation AbsorbedBias() => new Derivation<(double[] W, double B, double[] X)>(
        "absorbed-bias", "The bias as a weight", "S3-015 S3-017 S2-022",
        random => (random.Normals(3), random.Normal(), random.Normals(3)))
        .Start(@"\sum_{i=1}^{D} w_i x_i - b", p => ScalarPerceptron.Score(p.W, -p.B, p.X))
        .Equal(@"\sum_{i=1}^{D} w_i x_i + w_0 x_0,\quad x_0 = 1,\ w_0 = -b", p =>
            ScalarPerceptron.Score(p.W, 0, p.X) + -p.B * 1)
        .Printed("S3-015", @"\sum_{i=1}^{D} w_i x_i", p => ScalarPerceptron.Score(p.W, 0, p.X),
            "The second sum must start at i = 0, or the bias is lost.")
        .Equal(@"\sum_{i=0}^{D} w_i x_i", p => ScalarPerceptron.Score([-p.B, .. p.W], 0, [1, .. p.X]))
        .Printed("S2-022", @"\sum_{i=0}^{D} w_i x_i + b", p =>
            ScalarPerceptron.Score([-p.B, .. p.W], -p.B, [1, .. p.X]),
            "A sum from i = 0 holds the bias already; adding b counts it twice.");

    private static Derivation MovedScore() => new Derivation<(double[] W, double B, double[] X, int Y, double Alpha)>(
        "moved-score", "A mistake moves the score of its point by α(‖x‖² + 1)", "S1-006",
        random =>
        {
            (double[] w, double b, double[] x) = (random.Normals(4), random.Normal(), random.Normals(4));
            // the label that makes it a mistake
            return (w, b, x, 1 - ScalarPerceptron.Predict(w, b, x), random.Uniform(0.1, 2));
        })
        .Start(@"(w' \cdot x + b') - (w \cdot x + b)", p =>
        {
            (double[] w, double b) = ScalarPerceptron.Update(p.W, p.B, p.X, p.Y, p.Alpha);
            return ScalarPerceptron.Score(w, b, p.X) - ScalarPerceptron.Score(p.W, p.B, p.X);
        })
        .Equal(@"\alpha (y - \hat y)\, x \cdot x + \alpha (y - \hat y)",
            p => Error(p) * p.Alpha * p.X.Sum(v => v * v) + Error(p) * p.Alpha, "by (1.6)")
        .Equal(@"\alpha (y - \hat y)\,(\lVert x \rVert^2 + 1)", p => Error(p) * p.Alpha * (p.X.Sum(v => v * v) + 1));

    private static int Error((double[] W, double B, double[] X, int Y, double Alpha) p) =>
        p.Y - ScalarPerceptron.Predict(p.W, p.B, p.X);

    private static Derivation OneRule() => new Derivation<(double[] W, double B, double[] X, int Y, double Alpha)>(
        "one-rule", "Three cases are one rule", "S1-006 S3-016",
        random => (random.Normals(3), random.Normal(), random.Normals(3), random.Below(2), random.Uniform(0.2, 0.8)))
        .Start(@"\begin{cases} w - \alpha x & \hat y = 1,\ y = 0 \\ w + \alpha x & \hat y = 0,\ y = 1 \\ "
            + @"w & \hat y = y \end{cases}",
            p => Cases(p, p.Alpha))
        .Printed("S1-006",
            @"\begin{cases} w - x & \hat y = 1,\ y = 0 \\ w + x & \hat y = 0,\ y = 1 \\ w & \hat y = y \end{cases}",
            p => Cases(p, 1),
            "The learning rate α, which the notes explain below these rules, is lost: this is the rule for α = 1.",
            ErratumKind.OurText)
        .Equal(@"w + \alpha (y - \hat y)\, x", p => ScalarPerceptron.Update(p.W, p.B, p.X, p.Y, p.Alpha).W);

    private static double[] Cases((double[] W, double B, double[] X, int Y, double Alpha) p, double α)
    {
        int ŷ = ScalarPerceptron.Predict(p.W, p.B, p.X);
        return (ŷ, p.Y) switch
        {
            (1, 0) => [.. p.W.Zip(p.X, (w, x) => w - α * x)],
            (0, 1) => [.. p.W.Zip(p.X, (w, x) => w + α * x)],
            _ => p.W,
        };
    }

    private sealed record TrainedRun(double Mistakes, Convergence Set, Vector<double> Teacher, Vector<double> Learned);

    private static Derivation Mistakes() => new Derivation<TrainedRun>(
        "convergence", "Why the mistakes are at most (R/γ)²", "S1-008 S2-024",
        random =>
        {
            SeparableSet set = SeparableSet.Draw(random, 1 + random.Below(4), count: 40,
                margin: random.Uniform(0.05, 0.3));
            Convergence theorem = Convergence.Of(set.X, set.Labels, set.Normal, set.Bias);
            PerceptronRun run = PerceptronTraining.Train(set.X, set.Labels, 1, (int)theorem.Bound + 2);
            Vector<double> teacher = V.Dense([.. set.Normal, set.Bias]);
            return new(run.Updates, theorem, teacher / teacher.L2Norm(), V.Dense([.. run.W, run.B]));
        })
        .Start(@"k\,\gamma", t => t.Mistakes * t.Set.γ)
        .AtMost(@"\tilde w^* \cdot \tilde w_k", t => t.Teacher.DotProduct(t.Learned), "each mistake adds at least γ")
        .AtMost(@"\lVert \tilde w^* \rVert\, \lVert \tilde w_k \rVert", t =>
            t.Teacher.L2Norm() * t.Learned.L2Norm(), "Cauchy–Schwarz")
        .Equal(@"\lVert \tilde w_k \rVert", t => t.Learned.L2Norm(), "a unit vector")
        .AtMost(@"\sqrt{k}\, R", t => Math.Sqrt(t.Mistakes) * t.Set.R, "each mistake adds at most R² to the square");

    private static Derivation Xor() => new Derivation<(double[] W, double B)>(
        "xor", "Why one unit cannot compute XOR", "S3-026 S2-025 S4-091",
        random => (random.Normals(2), random.Normal()))
        .Start(@"s_{01} + s_{10}", p =>
            ScalarPerceptron.Score(p.W, p.B, [0, 1]) + ScalarPerceptron.Score(p.W, p.B, [1, 0]))
        .Equal(@"(w_2 + b) + (w_1 + b)", p => p.W[1] + p.B + (p.W[0] + p.B))
        .Equal(@"b + (w_1 + w_2 + b)", p => p.B + (p.W[0] + p.W[1] + p.B), "reordered")
        .Equal(@"s_{00} + s_{11}", p =>
            ScalarPerceptron.Score(p.W, p.B, [0, 0]) + ScalarPerceptron.Score(p.W, p.B, [1, 1]));

    private static Derivation Collapse() =>
        new Derivation<((Matrix<double> W, Vector<double> B) L1, (Matrix<double> W, Vector<double> B) L2,
        Vector<double> X)>(
        "collapse", "Two linear layers are one", "S3-029 S1-069",
        random => (Layer(random, 4, 3), Layer(random, 2, 4), V.Dense(random.Normals(3))))
        .Start(@"W_2 (W_1 x + b_1) + b_2", p => Feedforward.Pass([p.L1, p.L2], a => a, p.X).ToArray())
        .Equal(@"W_2 W_1 x + W_2 b_1 + b_2", p => (p.L2.W * p.L1.W * p.X + p.L2.W * p.L1.B + p.L2.B).ToArray())
        .Equal(@"W x + b,\quad W = W_2 W_1,\ b = W_2 b_1 + b_2",
            p => Feedforward.Pass([Feedforward.Collapse(p.L1, p.L2)], a => a, p.X).ToArray());

    private static Derivation NeuronGradient() => new Derivation<(double[] W, double B, double[] X)>(
        "neuron-gradient", "How a neuron's output depends on a weight", "S2-021",
        random => (random.Uniforms(3, -1, 1), random.Normal(), random.Uniforms(3, 0.3, 2)))
        .Start(@"\frac{\partial a}{\partial w_1},\quad a = \phi(z),\ z = \sum_i w_i x_i + b",
            p => NumericalDerivative.Richardson(w1 => Neuron([w1, p.W[1], p.W[2]], p.B, p.X), p.W[0]))
        .Numerically(@"\phi'(z)\, \frac{\partial z}{\partial w_1}", p =>
        {
            double z = ScalarPerceptron.Score(p.W, p.B, p.X);
            return NumericalDerivative.Richardson(LogicGate.g, z)
                * NumericalDerivative.Richardson(w1 => ScalarPerceptron.Score([w1, p.W[1], p.W[2]], p.B, p.X), p.W[0]);
        }, "the chain rule")
        .Numerically(@"\phi'(z)\, x_1", p =>
            NumericalDerivative.Richardson(LogicGate.g, ScalarPerceptron.Score(p.W, p.B, p.X)) * p.X[0]);

    private static double Neuron(double[] w, double b, double[] x) => LogicGate.g(ScalarPerceptron.Score(w, b, x));

    private static (Matrix<double> W, Vector<double> B) Layer(RandomStream random, int outputs, int inputs) =>
        (Matrix<double>.Build.Dense(outputs, inputs, random.Normals(outputs * inputs)),
            V.Dense(random.Normals(outputs)));
}
