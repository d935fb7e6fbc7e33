using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Book;
using Reference.Numerics;
using Reference.Verification;

namespace Reference.Networks;

/// <summary>Why weights start as they do, and what a softmax of one unit learns.</summary>
public static class NetworksDerivations
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Derivation> All { get; } =
        [SumAndMean(), EqualUnits(), ScoreVariance(), RectifiedHalf(), OneClass()];

    private static Derivation SumAndMean() => new Derivation<(double[] G, double η, double W)>(
        "sum-and-mean", "A summed loss is a mean loss with a larger learning rate", "S3-215",
        random => (random.Normals(1 + random.Below(9)), random.Uniform(0.01, 1), random.Normal()))
        .Start(@"w - \eta\, \frac{\partial}{\partial w} \sum_i \ell_i", s => s.W - s.η * s.G.Sum())
        .Equal(@"w - (N \eta)\, \frac{\partial}{\partial w} \frac 1N \sum_i \ell_i",
            s => s.W - s.G.Length * s.η * s.G.Average(), "N times the learning rate");

    private sealed record TwoUnits(Matrix<double> W1, Matrix<double> W2, Matrix<double> X, Matrix<double> Y)
    {
        public static TwoUnits Draw(RandomStream random)
        {
            double[] w = random.Normals(2);
            double v = random.Normal();
            return new(
                Matrix<double>.Build.Dense(2, 2, (_, d) => w[d]), Matrix<double>.Build.Dense(1, 2, v),
                Matrix<double>.Build.Dense(2, 5, random.Normals(10)),
                Matrix<double>.Build.Dense(1, 5, (_, _) => random.Below(2)));
        }

        // The gradient of W₁ in σ(W₂ σ(W₁ X)) with cross-entropy, from layers.
        public double[] Gradient(int unit)
        {
            var first = new Dense(W1, Matrix<double>.Build.Dense(2, 1));
            var network = new Sequential(first, new Sigmoid(2), new Dense(W2, Matrix<double>.Build.Dense(1, 1)));
            var loss = new SigmoidCrossEntropy();
            loss.Forward(network.Forward(X), Y);
            network.Backward(loss.Backward());
            return [.. first.Parameters[0].Gradient.Row(unit)];
        }

        public double[] Formula(int unit)
        {
            Matrix<double> H = ActivationEquations.Sigmoid(W1 * X),
                δ = (ActivationEquations.Sigmoid(W2 * H) - Y) / X.ColumnCount;
            Vector<double> h = H.Row(unit);
            return [.. δ.Row(0).PointwiseMultiply(h).PointwiseMultiply(1 - h) * W2[0, unit] * X.Transpose()];
        }
    }

    private static Derivation EqualUnits() => new Derivation<TwoUnits>(
        "equal-units", "Units that start equal get equal gradients", "S3-205 S4-151 S4-155", TwoUnits.Draw)
        .Start(@"\frac{\partial L}{\partial w_1}", s => s.Gradient(0))
        .Equal(@"\sum_n \delta_n\, v_1\, h_{1n} (1 - h_{1n})\, x_n", s => s.Formula(0))
        .Equal(@"\sum_n \delta_n\, v_2\, h_{2n} (1 - h_{2n})\, x_n", s => s.Formula(1),
            "if v₁ = v₂ and w₁ = w₂, for then h₁ = h₂")
        .Equal(@"\frac{\partial L}{\partial w_2}", s => s.Gradient(1), "and after the step they are equal again");

    // Weights ±s: the expectation is a mean over all 2ⁿ of them, exact and not sampled.
    private static double OverSigns(int n, Func<double[], double> f) => Enumerable.Range(0, 1 << n)
        .Average(bits => f([.. Enumerable.Range(0, n).Select(i => (bits >> i & 1) == 0 ? -1.0 : 1.0)]));

    private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();

    private static Derivation ScoreVariance() => new Derivation<(double[] X, double S)>(
        "score-variance", "A score varies n times as much as its terms, so weights shrink as 1/√n", "S4-152",
        random => (random.Normals(2 + random.Below(7)), random.Uniform(0.2, 2)))
        .Start(@"\mathrm{Var}[z],\quad z = \sum_{i=1}^n w_i x_i,\ w_i = \pm \tfrac{s}{\sqrt n} \text{ with equal "
            + @"probability}", p => OverSigns(p.X.Length, sign => Math.Pow(p.S * Dot(sign, p.X), 2) / p.X.Length))
        .Equal(@"\sum_i \mathrm{Var}[w_i]\, x_i^2", p => p.X.Sum(x => p.S * p.S / p.X.Length * x * x),
            "independent weights of mean 0: the mixed terms vanish")
        .Equal(@"n\, \mathrm{Var}[w]\, \overline{x^2}",
            p => SignalFlow.Variance(p.X.Length, p.S * p.S / p.X.Length, p.X.Average(x => x * x)))
        .Equal(@"s^2\, \overline{x^2}", p => p.S * p.S * p.X.Average(x => x * x), "whatever n is");

    private static Derivation RectifiedHalf() => new Derivation<double[]>(
        "rectified-half", "ReLU passes half of the mean square", "S4-154",
        random => random.Normals(1 + random.Below(8)))
        .Start(@"\overline{\max(z, 0)^2} \text{ over scores } \pm z_1, \dots, \pm z_m",
            z => z.SelectMany(v => new[] { v, -v }).Average(v => Math.Pow(ScalarActivations.Relu(v), 2)))
        .Equal(@"\tfrac12\, \overline{z^2}", z => 0.5 * z.Average(v => v * v), "of each pair one is cut off");

    private static Derivation OneClass() => new Derivation<(double Z, double dP)>(
        "one-class", "A softmax of one unit learns nothing", "S4-018", random => (random.Normal(), random.Normal()))
        .Start(@"\frac{\partial}{\partial z} \bigl( dp \cdot \mathrm{softmax}(z) \bigr),\quad z \in \mathbb R^1",
            s => NumericalDerivative.Richardson(z => s.dP * ScalarActivations.Softmax([z])[0], s.Z))
        .Numerically(@"p\, (dp - p\, dp),\quad p = \frac{e^z}{e^z}",
            s => Math.Exp(s.Z) / Math.Exp(s.Z) is var p ? p * (s.dP - p * s.dP) : 0)
        .Equal(@"0", _ => 0, "since p = 1 for every z");
}
