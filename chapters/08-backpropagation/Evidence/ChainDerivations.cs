using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Book;
using Reference.Numerics;
using Reference.Perceptrons;
using Reference.Verification;

namespace Reference.Backpropagation;

/// <summary>The chain rule through units one can count.</summary>
internal static class ChainDerivations
{
    public static IEnumerable<Derivation> All =>
    [
        LocalTimesUpstream(), LastWeight(), FirstWeight(), OneOutputWeight(), OutputError(), HiddenError(),
        WalkHiddenError(), WeightStep(), WalkSteps(), Epoch(), LostShare(),
    ];

    private static Derivation LocalTimesUpstream() => new Derivation<(Matrix<double> W, Vector<double> X, Vector<double> G)>(
        "local-times-upstream", "Local gradient times upstream gradient, for vectors", "S1-073",
        random => (Matrix<double>.Build.Dense(4, 3, random.Normals(12)),
            Vector<double>.Build.Dense(random.Normals(3)), Vector<double>.Build.Dense(random.Normals(4))))
        .Start(@"\frac{\partial E}{\partial x},\quad E = g \cdot f(x),\ f(x) = \tanh(Wx)", p =>
            NumericalDerivative.Gradient(x => p.G * (p.W * Vector<double>.Build.Dense(x)).PointwiseTanh(), p.X.ToArray()))
        .Numerically(@"J^\top g,\quad J = \mathrm{diag}\big(1 - f^2\big)\, W", p =>
        {
            Vector<double> f = (p.W * p.X).PointwiseTanh();
            return BackpropagationEquations.Upstream(Matrix<double>.Build.DenseOfDiagonalVector(1 - f.PointwiseMultiply(f)) * p.W, p.G).ToArray();
        }, "the upstream gradient g = ∂E/∂f")
        .Equal(@"W^\top \big((1 - f^2) \odot g\big)", p =>
        {
            Vector<double> f = (p.W * p.X).PointwiseTanh();
            return (p.W.Transpose() * (1 - f.PointwiseMultiply(f)).PointwiseMultiply(p.G)).ToArray();
        }, "layer by layer, from the right");

    private static ChainOfTwo Chain(RandomStream random) =>
        new(random.Normal(), random.Normal(), random.Normal(), random.Normal(), random.Normal(), random.Uniform());

    private static Derivation LastWeight() => new Derivation<ChainOfTwo>("last-weight", "The chain rule for the last weight", "S4-033", Chain)
        .Start(@"\frac{\partial E}{\partial w_2},\quad E = \tfrac12 (T - a_2)^2", c => NumericalDerivative.Richardson(w => (c with { W2 = w }).E, c.W2))
        .Numerically(@"\frac{\partial E}{\partial a_2}\, \frac{\partial a_2}{\partial z_2}\, \frac{\partial z_2}{\partial w_2}", c =>
            NumericalDerivative.Richardson(a => 0.5 * (c.T - a) * (c.T - a), c.A2)
                * NumericalDerivative.Richardson(Activation.Sigmoid.Value, c.Z2)
                * NumericalDerivative.Richardson(w => w * c.A1 + c.B2, c.W2), "one factor a link")
        .Printed("S4-033", @"(-T - a_2)\, a_2 (1 - a_2)\, a_1", c => (-c.T - c.A2) * c.A2 * (1 - c.A2) * c.A1,
            "The bracket of E is T − a₂, so its slope is −(T − a₂) = a₂ − T; the minus in front of T alone makes both terms negative.")
        .Numerically(@"-(T - a_2)\, a_2 (1 - a_2)\, a_1", c => c.dW2);

    private static Derivation FirstWeight() => new Derivation<ChainOfTwo>("first-weight", "One unit further back, two more factors", "S4-033", Chain)
        .Start(@"\frac{\partial E}{\partial w_1}", c => NumericalDerivative.Richardson(w => (c with { W1 = w }).E, c.W1))
        .Numerically(
            @"\frac{\partial E}{\partial z_2}\, \frac{\partial z_2}{\partial a_1}\, \frac{\partial a_1}{\partial z_1}\, \frac{\partial z_1}{\partial w_1}",
            c => c.dB2 * c.W2 * Activation.Sigmoid.Derivative(c.Z1) * c.X, "the first factor is known from the last weight")
        .Equal(@"-(T - a_2)\, a_2 (1 - a_2)\; w_2\; a_1 (1 - a_1)\; x", c => c.dW1);

    private static Derivation OneOutputWeight() => new Derivation<(CenturyOutput Unit, double[] H, double Y)>(
        "one-output-weight", "How the error depends on one weight of the output unit", "S2-078 S2-079",
        random => (new CenturyOutput(random.Normals(5), random.Normal()), random.Uniforms(5, 0, 1), random.Below(2)))
        .Start(@"\frac{\partial E}{\partial w_j},\quad E = (y - \hat y)^2", p =>
            NumericalDerivative.Gradient(w => (p.Unit with { W = w }).Error(p.H, p.Y), p.Unit.W))
        .Numerically(@"\frac{\partial E}{\partial \hat y}\, \frac{\partial \hat y}{\partial w_j}", p =>
        {
            double dE = NumericalDerivative.Richardson(ŷ => (p.Y - ŷ) * (p.Y - ŷ), p.Unit.Output(p.H));
            return [.. NumericalDerivative.Gradient(w => (p.Unit with { W = w }).Output(p.H), p.Unit.W).Select(d => dE * d)];
        }, "as the notes print it")
        .Numerically(@"-2 (y - \hat y)\; \hat y (1 - \hat y)\; h_j", p => p.Unit.Gradient(p.H, p.Y), "what the notes leave open");

    // Inputs, hidden units, outputs: 2-3-2, so that every sum is a sum.
    private sealed record Small(ScalarOneHiddenLayer.Weights Net, double[] X, double[] Y, double η)
    {
        public static Small Draw(RandomStream random) =>
            new(new(Matrix(random, 2, 3), Matrix(random, 3, 2)), random.Normals(2), random.Uniforms(2, 0, 1), random.Uniform(0.1, 0.9));

        public ScalarOneHiddenLayer.Pass Pass => ScalarOneHiddenLayer.Forward(Net, Activation.Sigmoid, X);

        public (double[] Output, double[] Hidden) Errors => ScalarOneHiddenLayer.Errors(Net, Activation.Sigmoid, Pass, Y);

        public double E(ScalarOneHiddenLayer.Weights net) =>
            ScalarOneHiddenLayer.Forward(net, Activation.Sigmoid, X).Ŷ.Zip(Y, (ŷ, y) => 0.5 * (y - ŷ) * (y - ŷ)).Sum();
    }

    private static double Derivative(double z) => Activation.Sigmoid.Derivative(z);

    private static Derivation OutputError() => new Derivation<Small>("output-error", "The error term of an output unit", "S1-105 S1-074", Small.Draw)
        .Start(@"\delta^o_k = -\frac{\partial E}{\partial z_k},\quad E = \tfrac12 \sum_k (y_k - \hat y_k)^2", p =>
            [.. NumericalDerivative.Gradient(
                z => z.Zip(p.Y, (zₖ, y) => 0.5 * (y - Activation.Sigmoid.Value(zₖ)) * (y - Activation.Sigmoid.Value(zₖ))).Sum(), p.Pass.Z).Select(d => -d)])
        .Printed("S1-105", @"(y_k - \hat y_k)\, f'(a_k)", p => [.. p.Y.Select((y, k) => (y - p.Pass.Ŷ[k]) * Derivative(p.Pass.A[k]))],
            "a is the activation of a hidden unit; the slope is taken at z, the input of the output unit, as the algorithm below it says.")
        .Numerically(@"(y_k - \hat y_k)\, f'(z_k)", p => p.Errors.Output);

    private static Derivation HiddenError() => new Derivation<Small>("hidden-error", "The error term of a hidden unit", "S1-092 S1-100 S1-106", Small.Draw)
        .Start(@"\delta^h_j = -\frac{\partial E}{\partial h_j}", p => [.. NumericalDerivative.Gradient(h => OfHidden(p, h), p.Pass.H).Select(d => -d)])
        .Numerically(@"-\sum_k \frac{\partial E}{\partial z_k}\, \frac{\partial z_k}{\partial a_j}\, \frac{\partial a_j}{\partial h_j}", p =>
            [.. p.Pass.H.Select((h, j) => Enumerable.Range(0, 2)
                .Sum(k => p.Errors.Output[k] * p.Net.W[j, k] * NumericalDerivative.Richardson(Activation.Sigmoid.Value, h)))],
            "every output hears of the unit")
        .Printed("S1-092", @"W_j\, \delta_k\, f'(h_j)", p => [.. p.Pass.H.Select((h, j) => p.Net.W[j, 0] * p.Errors.Output[0] * Derivative(h))],
            "The sum over the outputs is lost, and with it the index of the weight: this is the share of one output k.")
        .Printed("S1-106", @"[w]\, f'(h)", p => [.. p.Pass.H.Select((h, j) => (p.Net.W[j, 0] + p.Net.W[j, 1]) * Derivative(h))],
            "The error terms of the outputs are lost: nothing would flow back.")
        .Numerically(@"\sum_k W_{jk}\, \delta^o_k\, f'(h_j)", p => p.Errors.Hidden);

    private static double OfHidden(Small p, double[] h) => Enumerable.Range(0, 2).Sum(k =>
    {
        double ŷ = Activation.Sigmoid.Value(Enumerable.Range(0, 3).Sum(j => p.Net.W[j, k] * Activation.Sigmoid.Value(h[j])));
        return 0.5 * (p.Y[k] - ŷ) * (p.Y[k] - ŷ);
    });

    private static Derivation WeightStep() => new Derivation<Small>(
        "weight-steps", "Rate times error times input, in either layer", "S1-093 S1-094 S1-075", Small.Draw)
        .Start(@"\Delta w_{pq} = -\eta\, \frac{\partial E}{\partial w_{pq}}", p => Flat(Scaled(p.η, Numerical(p))))
        .Printed("S1-093", @"\delta_q\, V_p", p => Flat(ScalarOneHiddenLayer.Steps(p.Net, Activation.Sigmoid, p.X, p.Y)),
            "The learning rate is lost, though the sentence below it names the step size.")
        .Printed("S1-094", @"\epsilon_j\, V_{ji}", p => Flat(ScalarOneHiddenLayer.Steps(p.Net, Activation.Sigmoid, p.X, p.Y)),
            "Again without the learning rate, and an input of the layer has one index, not the two of a weight.")
        .Printed("S1-075", @"-\eta\, (\text{input} \times \text{error})", p =>
            Flat(Scaled(-p.η, ScalarOneHiddenLayer.Steps(p.Net, Activation.Sigmoid, p.X, p.Y))),
            "With the error term (y − ŷ)σ′(z) the step is added; subtracted, it climbs.")
        .Numerically(@"\eta\, \delta_q\, V_p,\quad V = x \text{ or } a", p =>
            Flat(Scaled(p.η, ScalarOneHiddenLayer.Steps(p.Net, Activation.Sigmoid, p.X, p.Y))), "the input of the layer, the error of its output");

    private static WalkThrough DrawWalk(RandomStream random) =>
        new(random.Normals(2), random.Normals(2), random.Normal(), random.Below(2), random.Uniform(0.2, 0.8));

    private static Derivation WalkHiddenError() => new Derivation<WalkThrough>(
        "walk-hidden-error", "One hidden unit, one output: one product", "S1-100", DrawWalk)
        .Start(@"\delta^h = -\frac{\partial E}{\partial h}", t => -NumericalDerivative.Richardson(h =>
        {
            double ŷ = Activation.Sigmoid.Value(t.W * Activation.Sigmoid.Value(h));
            return 0.5 * (t.Y - ŷ) * (t.Y - ŷ);
        }, t.H))
        .Printed("S1-100", @"W f'(h)", t => t.W * Derivative(t.H),
            "The output's error term is lost from the formula; the numbers behind it, 0.1 · 0.122 · 0.495 · (1 − 0.495), have it.")
        .Numerically(@"W\, \delta^o f'(h)", t => t.HiddenError);

    private static Derivation WalkSteps() => new Derivation<WalkThrough>("walk-steps", "The three steps of the walk-through", "S1-101 S1-102", DrawWalk)
        .Start(@"(\Delta W, \Delta w) = -\eta\, \Big(\frac{\partial E}{\partial W}, \frac{\partial E}{\partial w}\Big)", t =>
            [.. NumericalDerivative.Gradient(θ => (t with { W = θ[0], w = θ[1..] }).E, [t.W, .. t.w]).Select(g => -t.η * g)])
        .Printed("S1-101", @"(a,\ \eta\, \delta^h x)", t => [t.A, .. t.InputSteps], "ΔW = a has lost η and δ; its numbers, 0.5 · 0.122 · 0.495, have them.")
        .Printed("S1-102", @"(\eta\, \delta^o a,\ x)", t => [t.OutputStep, .. t.X], "Δw = x has lost them too.")
        .Numerically(@"(\eta\, \delta^o a,\ \eta\, \delta^h x)", t => [t.OutputStep, .. t.InputSteps]);

    private static Derivation Epoch() => new Derivation<(ScalarOneHiddenLayer.Weights Net, double[,] X, double[,] Y, double η)>(
        "epoch", "The algorithm of S1 is descent on the mean error", "S1-107",
        random => (new(Matrix(random, 2, 2), Matrix(random, 2, 1)), Matrix(random, 2, 3),
            Matrix<double>.Build.Dense(1, 3, random.Uniforms(3, 0, 1)).ToArray(), random.Uniform(0.2, 0.9)))
        .Start(@"\theta - \eta\, \nabla_\theta \frac{1}{2m} \sum_\mu (y^\mu - \hat y^\mu)^2", p =>
        {
            double[] θ = Flat(p.Net);
            double[] g = NumericalDerivative.Gradient(v => ScalarOneHiddenLayer.Error(Weights(v), Activation.Sigmoid, p.X, p.Y), θ);
            return [.. θ.Zip(g, (w, d) => w - p.η * d)];
        })
        .Printed("S1-107", @"\Delta W \leftarrow \Delta W + a,\quad \Delta w \leftarrow \Delta w + a,\quad \theta \leftarrow \theta + \Delta\theta / m",
            p => AsPrinted(p.Net, p.X),
            "Error terms and learning rate are lost, and the input weights are moved along the hidden activation a where their input x belongs.")
        .Numerically(@"\theta + \frac{\eta}{m}\, \Delta\theta,\quad \Delta W_j = \sum_\mu \delta^o a_j,\ \Delta w_{ij} = \sum_\mu \delta^h_j x_i", p =>
            Flat(ScalarOneHiddenLayer.Epoch(p.Net, Activation.Sigmoid, p.X, p.Y, p.η)));

    private static double[] AsPrinted(ScalarOneHiddenLayer.Weights net, double[,] X)
    {
        double[][] a = [.. Enumerable.Range(0, 3).Select(μ => ScalarOneHiddenLayer.Forward(net, Activation.Sigmoid, ScalarPerceptron.Column(X, μ)).A)];
        double Mean(int j) => a.Average(record => record[j]);
        return [.. Flat(net).Select((w, n) => w + Mean(n < 4 ? n % 2 : n - 4))];
    }

    private static Derivation LostShare() => new Derivation<WalkThrough>(
        "lost-share", "How much of the error arrives at the hidden unit", "S1-104",
        random => new(random.Normals(2), random.Normals(2), random.Normal(), random.Below(2), 0.5))
        .Start(@"|\delta^h|", t => Math.Abs(t.HiddenError))
        .Equal(@"|y - \hat y|\; \sigma'(z)\; |W|\; \sigma'(h)", t => Math.Abs(t.Y - t.Ŷ) * t.Shares.Hidden, "(8.17) in (8.18)")
        .AtMost(@"|y - \hat y|\; \tfrac14\, |W|\, \tfrac14", t => Math.Abs(t.Y - t.Ŷ) * Math.Abs(t.W) / 16, "the sigmoid is nowhere steeper than ¼");

    private static double[,] Matrix(RandomStream random, int rows, int columns) =>
        Matrix<double>.Build.Dense(rows, columns, random.Normals(rows * columns)).ToArray();

    private static double[] Flat(ScalarOneHiddenLayer.Weights net) => [.. net.w.Cast<double>(), .. net.W.Cast<double>()];

    // Two inputs, two hidden units, one output.
    private static ScalarOneHiddenLayer.Weights Weights(double[] θ) => new(new[,] { { θ[0], θ[1] }, { θ[2], θ[3] } }, new[,] { { θ[4] }, { θ[5] } });

    private static ScalarOneHiddenLayer.Weights Scaled(double factor, ScalarOneHiddenLayer.Weights net) => new(
        Matrix<double>.Build.DenseOfArray(net.w).Multiply(factor).ToArray(), Matrix<double>.Build.DenseOfArray(net.W).Multiply(factor).ToArray());

    // −∂E/∂θ by differences.
    private static ScalarOneHiddenLayer.Weights Numerical(Small p)
    {
        ScalarOneHiddenLayer.Weights Of(double[] θ) => new(
            Matrix<double>.Build.DenseOfRowMajor(2, 3, θ[..6]).ToArray(), Matrix<double>.Build.DenseOfRowMajor(3, 2, θ[6..]).ToArray());
        return Of([.. NumericalDerivative.Gradient(θ => p.E(Of(θ)), Flat(p.Net)).Select(d => -d)]);
    }
}
