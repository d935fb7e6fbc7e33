using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Book;
using Reference.Numerics;
using Reference.Verification;

namespace Reference.Backpropagation;

/// <summary>The recursion through any number of layers, and what follows from it.</summary>
internal static class LayerDerivations
{
    public static IEnumerable<Derivation> All =>
        [Recursion(), LayerGradient(), SharedWork(), Shrinking()];

    // A network 3-4-3-2, a batch, and targets in (0, 1).
    private sealed record Drawn(IReadOnlyList<MatrixLayer> Layers, Matrix<double> X, Matrix<double> Y)
    {
        public static Drawn From(RandomStream random) => From(random, samples: 4);

        public static Drawn From(RandomStream random, int samples) => new(
            MatrixLayer.Of(ScalarLayer.Draw(random, Activation.Sigmoid, 2, 1, 3, 4, 3, 2)),
            Matrix<double>.Build.Dense(3, samples, random.Normals(3 * samples)),
            Matrix<double>.Build.Dense(2, samples, random.Uniforms(2 * samples, 0, 1)));

        public MatrixPass Pass => BackpropagationEquations.Forward(Layers, X);

        public Matrix<double> dA => (Pass.Output - Y) / X.ColumnCount;

        public IReadOnlyList<Matrix<double>> Deltas => BackpropagationEquations.Deltas(Layers, Pass, dA);

        public double Loss(Matrix<double> output) =>
            (output - Y).PointwisePower(2).Enumerate().Sum() / (2 * X.ColumnCount);

        // ∂L/∂Z of a layer: the layers behind it as a function of its pre-activations.
        public double[] NumericalDelta(int l) => NumericalDerivative.Gradient(z => Loss(BackpropagationEquations
            .Forward([.. Layers.Skip(l)], Matrix<double>.Build.DenseOfColumnMajor(Layers[l - 1].B.Count, 4, z)
                .Map(Layers[l - 1].F.Value)).Output), Pass.Z[l].ToColumnMajorArray());
    }

    private static Derivation Recursion() => new Derivation<Drawn>(
        "recursion", "From one layer's error terms to those before it", "S1-074 S2-072 S4-002 S0-033 S1-091",
        Drawn.From)
        .Start(@"\Delta^{(l)} = \frac{\partial L}{\partial Z^{(l)}},\quad l = 1", p => p.NumericalDelta(1))
        .Numerically(
            @"\sum_k \frac{\partial L}{\partial z^{(l+1)}_k}\, \frac{\partial z^{(l+1)}_k}{\partial a^{(l)}_j}\, "
            + @"\frac{\partial a^{(l)}_j}{\partial z^{(l)}_j}", p =>
        {
            double[] next = p.NumericalDelta(2);
            return [.. Enumerable.Range(0, 16).Select(at => (n: at / 4, j: at % 4)).Select(at =>
                Enumerable.Range(0, 3).Sum(k => next[at.n * 3 + k] * p.Layers[1].W[k, at.j])
                    * Activation.Sigmoid.Derivative(p.Pass.Z[1][at.j, at.n]))];
        }, "the chain rule over all units k of the next layer")
        .Printed("S1-074", @"W^\top_{next} \times \sigma'(z)", p =>
            [.. Enumerable.Range(0, 16).Select(at => p.Layers[1].W.Column(at % 4).Sum()
                * Activation.Sigmoid.Derivative(p.Pass.Z[1][at % 4, at / 4]))],
            "δ of the next layer is lost, and with it the sum.", ErratumKind.OurText)
        .Numerically(@"\big(W^{(l+1)\top} \Delta^{(l+1)}\big) \odot f'(Z^{(l)})", p =>
            p.Deltas[1].ToColumnMajorArray());

    private static Derivation LayerGradient() => new Derivation<Drawn>(
        "layer-gradient", "From error terms to gradients", "S1-075 S1-094 S3-217",
        random => Drawn.From(random, samples: 1))
        .Start(@"\frac{\partial L}{\partial w^{(1)}_{ji}}", p => NumericalDerivative.Gradient(w => p.Loss(
            BackpropagationEquations.Forward([p.Layers[0] with
                { W = Matrix<double>.Build.DenseOfColumnMajor(4, 3, w) },
                .. p.Layers.Skip(1)], p.X).Output), p.Layers[0].W.ToColumnMajorArray()))
        .Numerically(@"\frac{\partial L}{\partial z^{(1)}_j}\, \frac{\partial z^{(1)}_j}{\partial w^{(1)}_{ji}}", p =>
        {
            double[] δ = NumericalDerivative.Gradient(b => p.Loss(BackpropagationEquations.Forward(
                [p.Layers[0] with { B = Vector<double>.Build.Dense(b) }, .. p.Layers.Skip(1)], p.X).Output),
                p.Layers[0].B.ToArray());
            return [.. p.X.Column(0).SelectMany(x => δ.Select(d => d * x))];
        }, "a weight acts through its unit only; the bias acts as z does")
        .Numerically(@"\delta^{(1)}_j\, a^{(0)}_i", p =>
            BackpropagationEquations.Gradients(p.Layers, p.Pass, p.dA)[0].dW.ToColumnMajorArray());

    private static Derivation SharedWork() => new Derivation<int[]>(
        "shared-work", "Multiplications with and without shared error terms", "S1-076 S3-217 S4-134",
        random => [.. Enumerable.Range(0, 3 + random.Below(3)).Select(_ => 1 + random.Below(4))])
        .Start(@"\text{kept:}\quad \sum_{l<L} n_l n_{l+1} + \sum_l n_l + \sum_l n_l n_{l-1}", n =>
            2 * BackwardWork.Forward(n) - n[0] * n[1] + n.Skip(1).Sum())
        .Equal(@"\sum_{l=1}^{L} n_l (n_{l+1} + 1 + n_{l-1}),\quad n_{L+1} = 0", n => BackwardWork.Shared(n),
            "one sum over the layers")
        .AtMost(@"\text{path by path:}\quad \sum_{l=1}^{L} n_l \big(n_{l-1} (c_l + 1) + c_l\big)", n =>
            BackwardWork.PathByPath(n), "c is the cost of one error term computed from the output on");

    private static Derivation Shrinking() => new Derivation<Drawn>(
        "shrinking", "A sigmoid layer divides the error by four, unless its weights are large",
        "S1-104 S2-191 S4-135",
        random => Drawn.From(random, samples: 1))
        .Start(@"\lVert \delta^{(1)} \rVert", p => p.Deltas[1].L2Norm())
        .AtMost(@"\tfrac14\, \lVert W^{(2)} \rVert\, \lVert \delta^{(2)} \rVert", p =>
            0.25 * p.Layers[1].W.L2Norm() * p.Deltas[2].L2Norm(), "(8.19), and no derivative above ¼")
        .AtMost(@"\Big(\prod_{l=2}^{L} \tfrac14\, \lVert W^{(l)} \rVert\Big)\, \lVert \delta^{(L)} \rVert", p =>
            BackpropagationEquations.ErrorBound(p.Layers, 0.25) * p.Deltas[3].L2Norm(), "layer after layer");
}
