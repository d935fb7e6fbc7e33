using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Book;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Verification;

namespace Reference.Networks;

/// <summary>Layers, and the networks trained with them: the derivations.</summary>
public static class NetworksDerivations
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Derivation> All { get; } =
        [DenseWeights(), DenseInput(), SoftmaxHead(), TwoClasses(), SumAndMean(), Twins(), WeightedSum(), Root(), Rectified(), OneClass()];

    private sealed record Layer(Matrix<double> W, Vector<double> b, Matrix<double> X, Matrix<double> dY)
    {
        public static Layer Draw(RandomStream random)
        {
            int K = 1 + random.Below(4), D = 1 + random.Below(4), N = 1 + random.Below(4);
            Matrix<double> M(int rows, int columns) => Matrix<double>.Build.Dense(rows, columns, random.Normals(rows * columns));
            return new(M(K, D), Vector<double>.Build.Dense(random.Normals(K)), M(D, N), M(K, N));
        }

        public double Value(Matrix<double> W, Matrix<double> X) => dY.PointwiseMultiply(DenseEquations.Forward(W, b, X)).Enumerate().Sum();
    }

    private static double[] Flat(Matrix<double> m) => m.ToColumnMajorArray();

    private static double[] Slopes(Func<Matrix<double>, double> f, Matrix<double> at) =>
        NumericalDerivative.Gradient(v => f(Matrix<double>.Build.Dense(at.RowCount, at.ColumnCount, [.. v])), Flat(at));

    private static Derivation DenseWeights() => new Derivation<Layer>("dense-weights", "What a dense layer's weights get", "S2-064", Layer.Draw)
        .Start(@"\frac{\partial}{\partial W} \sum_{kn} dY_{kn}\, (W X + b \mathbf 1^\top)_{kn}", s => Slopes(W => s.Value(W, s.X), s.W))
        .Numerically(@"\Bigl[ \sum_n dY_{kn}\, X_{dn} \Bigr]_{kd}", s =>
            Flat(Matrix<double>.Build.Dense(s.W.RowCount, s.W.ColumnCount, (k, d) => s.dY.Row(k) * s.X.Row(d))), "w meets x in every sample")
        .Equal(@"dY\, X^\top", s => Flat(DenseEquations.Backward(s.W, s.X, s.dY).dW));

    private static Derivation DenseInput() => new Derivation<Layer>("dense-input", "What it sends back", "S2-064", Layer.Draw)
        .Start(@"\frac{\partial}{\partial X} \sum_{kn} dY_{kn}\, (W X + b \mathbf 1^\top)_{kn}", s => Slopes(X => s.Value(s.W, X), s.X))
        .Numerically(@"\Bigl[ \sum_k W_{kd}\, dY_{kn} \Bigr]_{dn}", s =>
            Flat(Matrix<double>.Build.Dense(s.X.RowCount, s.X.ColumnCount, (d, n) => s.W.Column(d) * s.dY.Column(n))), "x reaches every output")
        .Equal(@"W^\top dY", s => Flat(DenseEquations.Backward(s.W, s.X, s.dY).dX));

    private static Derivation SoftmaxHead() => new Derivation<(double[] Z, int Label)>(
        "softmax-head", "Softmax and cross-entropy together have the short gradient", "S4-131 S2-106",
        random => (random.Normals(4), random.Below(4)))
        .Start(@"\frac{\partial}{\partial z} \bigl( -\ln p_c \bigr),\quad p = \mathrm{softmax}(z)", s =>
            NumericalDerivative.Gradient(z => -Math.Log(ScalarActivations.Softmax(z)[s.Label]), s.Z))
        .Numerically(@"p \odot (dp - \langle p, dp \rangle),\quad dp_i = -\frac{[i = c]}{p_c}", s =>
        {
            double[] p = ScalarActivations.Softmax(s.Z), dp = [.. p.Select((q, i) => i == s.Label ? -1 / q : 0)];
            double mean = p.Zip(dp, (a, b) => a * b).Sum();
            return [.. p.Zip(dp, (q, d) => q * (d - mean))];
        })
        .Equal(@"p - e_c", s => [.. ScalarActivations.Softmax(s.Z).Select((q, i) => q - (i == s.Label ? 1 : 0))], "since the mean ⟨p, dp⟩ is −1");

    private static Derivation TwoClasses() => new Derivation<(double[] Z, int Label)>(
        "two-classes", "Two scores and a softmax are one score and a sigmoid", "S4-133",
        random => (random.Normals(2), random.Below(2)))
        .Start(@"-\ln \mathrm{softmax}(z)_y,\quad z \in \mathbb R^2,\ y \in \{0, 1\}", s => -Math.Log(ScalarActivations.Softmax(s.Z)[s.Label]))
        .Equal(@"\ln \bigl(1 + e^{z_{1 - y} - z_y}\bigr)", s => ScalarActivations.Softplus(s.Z[1 - s.Label] - s.Z[s.Label]))
        .Equal(@"-\bigl[ y \ln \sigma(z_1 - z_0) + (1 - y) \ln (1 - \sigma(z_1 - z_0)) \bigr]", s => -Math.Log(s.Label == 1
            ? ScalarActivations.Sigmoid(s.Z[1] - s.Z[0])
            : 1 - ScalarActivations.Sigmoid(s.Z[1] - s.Z[0])), "so both losses fit a problem of two classes");

    private static Derivation SumAndMean() => new Derivation<(double[] G, double η, double W)>(
        "sum-and-mean", "A summed loss is a mean loss with a larger learning rate", "S3-215",
        random => (random.Normals(1 + random.Below(9)), random.Uniform(0.01, 1), random.Normal()))
        .Start(@"w - \eta\, \frac{\partial}{\partial w} \sum_i \ell_i", s => s.W - s.η * s.G.Sum())
        .Equal(@"w - (N \eta)\, \frac{\partial}{\partial w} \frac 1N \sum_i \ell_i", s => s.W - s.G.Length * s.η * s.G.Average(), "N times the rate");

    private sealed record TwinUnits(Matrix<double> W1, Matrix<double> W2, Matrix<double> X, Matrix<double> Y)
    {
        public static TwinUnits Draw(RandomStream random)
        {
            double[] w = random.Normals(2);
            double v = random.Normal();
            return new(
                Matrix<double>.Build.DenseOfArray(new[,] { { w[0], w[1] }, { w[0], w[1] } }), Matrix<double>.Build.DenseOfArray(new[,] { { v, v } }),
                Matrix<double>.Build.Dense(2, 5, random.Normals(10)), Matrix<double>.Build.Dense(1, 5, (_, _) => random.Below(2)));
        }

        // The gradient of W₁ in σ(W₂ σ(W₁ X)) with cross-entropy, from layers.
        public Matrix<double> Gradient()
        {
            var first = new Dense(W1, Matrix<double>.Build.Dense(2, 1));
            var second = new Dense(W2, Matrix<double>.Build.Dense(1, 1));
            var network = new Sequential(first, new Sigmoid(2), second);
            var loss = new SigmoidCrossEntropy();
            loss.Forward(network.Forward(X), Y);
            network.Accumulate(loss.Backward());
            return first.Parameters[0].Gradient;
        }

        public double[] Formula(int unit)
        {
            Matrix<double> H = ActivationEquations.Sigmoid(W1 * X), δ = (ActivationEquations.Sigmoid(W2 * H) - Y) / X.ColumnCount;
            return [.. (δ.Row(0).PointwiseMultiply(H.Row(unit)).PointwiseMultiply(1 - H.Row(unit)) * W2[0, unit] * X.Transpose())];
        }
    }

    private static Derivation Twins() => new Derivation<TwinUnits>(
        "twin-units", "Units that start equal get equal gradients", "S3-205 S4-151 S4-155", TwinUnits.Draw)
        .Start(@"\frac{\partial L}{\partial w_1}", s => [.. s.Gradient().Row(0)])
        .Equal(@"\sum_n \delta_n\, v_1\, h_{1n} (1 - h_{1n})\, x_n", s => s.Formula(0))
        .Equal(@"\sum_n \delta_n\, v_2\, h_{2n} (1 - h_{2n})\, x_n", s => s.Formula(1), "if v₁ = v₂ and w₁ = w₂, for then h₁ = h₂")
        .Equal(@"\frac{\partial L}{\partial w_2}", s => [.. s.Gradient().Row(1)], "and after the step they are equal again");

    // Weights ±s: the expectation is a sum over all 2ⁿ of them, exact and not sampled.
    private static double OverSigns(int n, Func<double[], double> f) =>
        Enumerable.Range(0, 1 << n).Average(bits => f([.. Enumerable.Range(0, n).Select(i => (bits >> i & 1) == 0 ? -1.0 : 1.0)]));

    private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();

    private static Derivation WeightedSum() => new Derivation<(double[] X, double S)>(
        "score-variance", "A score varies n times as much as its terms", "S4-152",
        random => (random.Normals(2 + random.Below(7)), random.Uniform(0.2, 2)))
        .Start(@"\mathrm{Var}[z],\quad z = \sum_{i=1}^n w_i x_i,\ w_i = \pm s \text{ with even odds}", s =>
            OverSigns(s.X.Length, sign => Math.Pow(s.S * Dot(sign, s.X), 2)))
        .Equal(@"\sum_i \mathrm{Var}[w_i]\, x_i^2", s => s.X.Sum(x => s.S * s.S * x * x), "independent weights of mean 0: the mixed terms vanish")
        .Equal(@"n\, \mathrm{Var}[w]\, \overline{x^2}", s => SignalFlow.Variance(s.X.Length, s.S * s.S, s.X.Average(x => x * x)));

    private static Derivation Root() => new Derivation<double[]>(
        "root-of-n", "The width must shrink as 1/√n", "S4-152", random => random.Normals(2 + random.Below(7)))
        .Start(@"\mathrm{Var}[z] \text{ for } w_i = \pm \tfrac{1}{\sqrt n}", x => OverSigns(x.Length, sign => Math.Pow(Dot(sign, x) / Math.Sqrt(x.Length), 2)))
        .Printed("S4-152", @"\mathrm{Var}[z] \text{ for } w_i = \pm \tfrac{1}{n}", x => OverSigns(x.Length, sign => Math.Pow(Dot(sign, x) / x.Length, 2)),
            "Scaled by the inverse of the number of neurons, the score dies out as the layer grows: its variance is the mean square over n.")
        .Equal(@"n \cdot \tfrac 1n \cdot \overline{x^2}", x => SignalFlow.Variance(x.Length, 1.0 / x.Length, x.Average(v => v * v)))
        .Equal(@"\overline{x^2}", x => x.Average(v => v * v), "whatever n is");

    private static Derivation Rectified() => new Derivation<double[]>(
        "rectified-half", "A rectifier lets half of the mean square through", "S4-154", random => random.Normals(1 + random.Below(8)))
        .Start(@"\overline{\max(z, 0)^2} \text{ over scores } \pm z_1, \dots, \pm z_m", z =>
            z.SelectMany(v => new[] { v, -v }).Average(v => Math.Pow(ScalarActivations.Relu(v), 2)))
        .Equal(@"\tfrac12\, \overline{z^2}", z => 0.5 * z.Average(v => v * v), "of each pair one is cut off");

    private static Derivation OneClass() => new Derivation<(double Z, double dP)>(
        "one-class", "A softmax of one unit learns nothing", "S4-018", random => (random.Normal(), random.Normal()))
        .Start(@"\frac{\partial}{\partial z} \bigl( dp \cdot \mathrm{softmax}(z) \bigr),\quad z \in \mathbb R^1", s =>
            NumericalDerivative.Richardson(z => s.dP * ScalarActivations.Softmax([z])[0], s.Z))
        .Numerically(@"p\, (dp - p\, dp),\quad p = \frac{e^z}{e^z}", s => Math.Exp(s.Z) / Math.Exp(s.Z) * (s.dP - Math.Exp(s.Z) / Math.Exp(s.Z) * s.dP))
        .Equal(@"0", _ => 0, "since p = 1 for every z");
}
