using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Book;
using Reference.Numerics;
using Reference.Verification;

namespace Reference.Backpropagation;

/// <summary>The derivations of chapter 08: the chain rule, and S1's network with one hidden layer.</summary>
public static class BackpropagationDerivations
{
    /// <summary>All of them, in the order of the README.</summary>
    public static IReadOnlyList<Derivation> All { get; } =
    [
        LocalTimesUpstream(), FirstWeight(), HiddenError(), WeightSteps(), Epoch(),
        .. LayerDerivations.All,
    ];

    private static Derivation LocalTimesUpstream() =>
        new Derivation<(Matrix<double> W, Vector<double> X, Vector<double> G)>(
        "local-times-upstream", "Local gradient times upstream gradient, for vectors", "S1-073",
        random => (Dense(random, 4, 3), Dense(random, 3, 1).Column(0), Dense(random, 4, 1).Column(0)))
        .Start(@"\frac{\partial E}{\partial x},\quad E = g \cdot f(x),\ f(x) = \tanh(Wx)", p => NumericalDerivative
            .Gradient(x => p.G * (p.W * Vector<double>.Build.Dense(x)).PointwiseTanh(), p.X.ToArray()))
        .Numerically(@"J^\top g,\quad J = \mathrm{diag}\big(1 - f^2\big)\, W", p => BackpropagationEquations.Upstream(
            Matrix<double>.Build.DenseOfDiagonalVector(Derivatives(p.W * p.X)) * p.W, p.G).ToArray(),
            "the upstream gradient g = ∂E/∂f")
        .Equal(@"W^\top \big((1 - f^2) \odot g\big)", p =>
            (p.W.Transpose() * Derivatives(p.W * p.X).PointwiseMultiply(p.G)).ToArray(),
                "layer by layer, from the right");

    private static Vector<double> Derivatives(Vector<double> z) => z.Map(Activation.Tanh.Derivative);

    private static Derivation FirstWeight() => new Derivation<ChainOfTwo>(
        "first-weight", "The chain rule for the first weight of two", "S4-033", random => new(
            random.Uniform(0.3, 2), random.Uniform(0.3, 2), random.Normal(), random.Uniform(0.3, 2), random.Normal(),
            random.Below(2)))
        .Start(@"\frac{\partial E}{\partial w_1},\quad E = \tfrac12 (T - a_2)^2", c =>
            NumericalDerivative.Richardson(w => (c with { W1 = w }).E, c.W1))
        .Numerically(@"\frac{\partial E}{\partial a_2}\, \frac{\partial a_2}{\partial z_2}\, "
            + @"\frac{\partial z_2}{\partial a_1}\, \frac{\partial a_1}{\partial z_1}\, "
            + @"\frac{\partial z_1}{\partial w_1}",
            c => NumericalDerivative.Richardson(a => 0.5 * (c.T - a) * (c.T - a), c.A2)
                * NumericalDerivative.Richardson(σ, c.Z2) * c.W2 * NumericalDerivative.Richardson(σ, c.Z1) * c.X,
            "one factor a link")
        .Numerically(@"-(T - a_2)\, a_2 (1 - a_2)\; w_2\; a_1 (1 - a_1)\; x", c => c.dW1);

    // S1's network, 2-3-2, so that every sum has several terms, and three records.
    private sealed record OneHidden(
        ScalarOneHiddenLayer.Weights Net, double[,] X, double[,] Y, double η)
    {
        public static OneHidden Draw(RandomStream random) => new(
            new(Dense(random, 2, 3).ToArray(), Dense(random, 3, 2).ToArray()), Dense(random, 2, 3).ToArray(),
            Matrix<double>.Build.Dense(2, 3, random.Uniforms(6, 0, 1)).ToArray(), random.Uniform(0.1, 0.9));

        public double[] x => X.Column(0);

        public double[] y => Y.Column(0);

        public ScalarOneHiddenLayer.Pass Pass => ScalarOneHiddenLayer.Forward(Net, Activation.Sigmoid, x);

        public (double[] Output, double[] Hidden) Errors =>
            ScalarOneHiddenLayer.Errors(Net, Activation.Sigmoid, Pass, y);

        public double[] θ => [.. Net.w.Flat(), .. Net.W.Flat()];

        // E of the outputs for the first record.
        public double Error(double[] ŷ) => y.Zip(ŷ, (a, b) => 0.5 * (a - b) * (a - b)).Sum();

        public static double Error(double[] θ, double[,] X, double[,] Y) => ScalarOneHiddenLayer.Error(
            new(Matrix<double>.Build.DenseOfRowMajor(2, 3, θ[..6]).ToArray(),
                Matrix<double>.Build.DenseOfRowMajor(3, 2, θ[6..]).ToArray()), Activation.Sigmoid, X, Y);

        // A step for every weight, from the error term q and the input p that it connects.
        public static double[] Steps(Func<int, int, double> w, Func<int, int, double> W) =>
        [
            .. from p in Enumerable.Range(0, 2) from q in Enumerable.Range(0, 3) select w(p, q),
            .. from p in Enumerable.Range(0, 3) from q in Enumerable.Range(0, 2) select W(p, q),
        ];

        public double[] Steps(double η) => Steps(
            (p, q) => η * Errors.Hidden[q] * x[p], (p, q) => η * Errors.Output[q] * Pass.A[p]);
    }

    private static double σ(double z) => Activation.Sigmoid.Value(z);

    private static double Derivative(double z) => Activation.Sigmoid.Derivative(z);

    private static Derivation HiddenError() => new Derivation<OneHidden>(
        "hidden-error", "The error term of a hidden unit", "S1-092 S1-100 S1-106", OneHidden.Draw)
        .Start(@"\delta^h_j = -\frac{\partial E}{\partial h_j}", p => [.. NumericalDerivative.Gradient(h => p.Error(
            [.. p.y.Select((_, k) => σ(h.Select((hⱼ, j) => p.Net.W[j, k] * σ(hⱼ)).Sum()))]), p.Pass.H)
            .Select(d => -d)])
        .Numerically(
            @"-\sum_k \frac{\partial E}{\partial z_k}\, \frac{\partial z_k}{\partial a_j}\, "
                + @"\frac{\partial a_j}{\partial h_j}", p => [.. p.Pass.H.Select((h, j) => p.Errors.Output
                .Select((δ, k) => δ * p.Net.W[j, k] * NumericalDerivative.Richardson(σ, h)).Sum())],
            "the chain rule over all outputs k")
        .Printed("S1-092", @"W_j\, \epsilon_k\, f'(h_j)", p =>
            [.. p.Pass.H.Select((h, j) => p.Net.W[j, 0] * p.Errors.Output[0] * Derivative(h))],
            "The sum over the outputs k is lost, and with it the second index of the weight.", ErratumKind.OurText)
        .Printed("S1-100", "W f'(h)", p => [.. p.Pass.H.Select((h, j) => p.Net.W[j, 1] * Derivative(h))],
            "δ is lost; the numbers behind it, 0.1 · 0.122 · 0.495 · (1 − 0.495), contain it.", ErratumKind.OurText)
        .Printed("S1-106", "[w] f'(h)", p =>
            [.. p.Pass.H.Select((h, j) => (p.Net.W[j, 0] + p.Net.W[j, 1]) * Derivative(h))],
            "Σ and δ are lost.", ErratumKind.OurText)
        .Numerically(@"\sum_k W_{jk}\, \delta^o_k\, f'(h_j)", p => p.Errors.Hidden);

    private static Derivation WeightSteps() => new Derivation<OneHidden>(
        "weight-steps", "Learning rate times error term times input", "S1-093 S1-094 S1-075 S1-101 S1-102",
        OneHidden.Draw)
        .Start(@"\Delta w_{pq} = -\eta\, \frac{\partial E}{\partial w_{pq}}", p =>
            [.. NumericalDerivative.Gradient(θ => OneHidden.Error(θ, p.x.AsColumn(), p.y.AsColumn()), p.θ)
                .Select(d => -p.η * d)])
        .Printed("S1-093", @"\epsilon_j\, x_i", p => p.Steps(1),
            "η is lost, though the sentence below names the step size.", ErratumKind.OurText)
        .Printed("S1-094", @"\epsilon_j\, V_{ji}", p => p.Steps(1),
            "η is lost, and the indices: the input of a layer has one.", ErratumKind.OurText)
        .Printed("S1-101", @"\Delta W = a", p =>
            OneHidden.Steps((i, j) => p.η * p.Errors.Hidden[j] * p.x[i], (j, k) => p.Pass.A[j]),
            "η and δ are lost; the numbers behind it, 0.5 · 0.122 · 0.495, contain them.", ErratumKind.OurText)
        .Printed("S1-102", @"\Delta w = x", p =>
            OneHidden.Steps((i, j) => p.x[i], (j, k) => p.η * p.Errors.Output[k] * p.Pass.A[j]),
            "η and δ are lost here too.", ErratumKind.OurText)
        .Printed("S1-075", @"-\alpha\, (\text{input} \times \text{error})", p => p.Steps(-p.η),
            "With the error term (y − ŷ)σ′(z) of the same section the step must be added: subtracted, it climbs.")
        .Numerically(@"\eta\, \delta_q\, V_p,\quad V = x \text{ or } a", p =>
        {
            ScalarOneHiddenLayer.Weights Δ = ScalarOneHiddenLayer.Steps(p.Net, Activation.Sigmoid, p.x, p.y, p.η);
            return [.. Δ.w.Flat(), .. Δ.W.Flat()];
        }, "the input of the layer, the error term of its output");

    private static Derivation Epoch() => new Derivation<OneHidden>(
        "epoch", "An epoch of S1 is a step of descent on the mean error", "S1-107", OneHidden.Draw)
        .Start(@"\theta - \eta\, \nabla_\theta \frac{1}{2m} \sum_\mu \sum_k (y^\mu_k - \hat y^\mu_k)^2", p =>
            [.. p.θ.Zip(NumericalDerivative.Gradient(θ => OneHidden.Error(θ, p.X, p.Y), p.θ), (w, d) => w - p.η * d)])
        .Printed("S1-107", @"\Delta W \leftarrow \Delta W + a,\quad \Delta w \leftarrow \Delta w + a", p =>
        {
            double[][] a = [.. Enumerable.Range(0, 3)
                .Select(μ => ScalarOneHiddenLayer.Forward(p.Net, Activation.Sigmoid, p.X.Column(μ)).A)];
            double[] Δ = OneHidden.Steps((i, j) => a.Average(aᵘ => aᵘ[i]), (j, k) => a.Average(aᵘ => aᵘ[j]));
            return [.. p.θ.Zip(Δ, (w, Δw) => w + Δw)];
        }, "η and δ are lost, and the index of a in the second: there it is the input x.", ErratumKind.OurText)
        .Numerically(@"\theta + \frac1m \Delta\theta,\quad \Delta W_{jk} = \sum_\mu \eta\, \delta^o_k a_j,\ "
            + @"\Delta w_{ij} = \sum_\mu \eta\, \delta^h_j x_i", p =>
        {
            ScalarOneHiddenLayer.Weights after =
                ScalarOneHiddenLayer.Epoch(p.Net, Activation.Sigmoid, p.X, p.Y, p.η);
            return [.. after.w.Flat(), .. after.W.Flat()];
        });

    private static Matrix<double> Dense(RandomStream random, int rows, int columns) =>
        Matrix<double>.Build.Dense(rows, columns, random.Normals(rows * columns));
}
