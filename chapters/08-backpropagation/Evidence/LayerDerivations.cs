using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Book;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Verification;

namespace Reference.Backpropagation;

/// <summary>The recursion through layers of any number, and what follows from it.</summary>
internal static class LayerDerivations
{
    public static IEnumerable<Derivation> All =>
        [LastLayer(), CrossEntropy(), Recursion(), LayerGradient(), Batch(), Shrinking(), SharedWork(), ToyStep(), RestingPoint()];

    // A network of three layers, a batch, and targets in (0, 1).
    private sealed record Drawn(IReadOnlyList<MatrixLayer> Layers, Matrix<double> X, Matrix<double> Y)
    {
        public static Drawn From(RandomStream random) => new(
            MatrixLayer.Of(ScalarLayer.Draw(random, Activation.Sigmoid, 2, 1, 3, 4, 3, 2)),
            Matrix<double>.Build.Dense(3, 4, random.Normals(12)), Matrix<double>.Build.Dense(2, 4, random.Uniforms(8, 0, 1)));

        public MatrixPass Pass => BackpropagationEquations.Forward(Layers, X);

        public double Loss(Matrix<double> output) => (output - Y).PointwisePower(2).Enumerate().Sum() / (2 * X.ColumnCount);

        public Matrix<double> dA => (Pass.Output - Y) / X.ColumnCount;

        public IReadOnlyList<Matrix<double>> Deltas => BackpropagationEquations.Deltas(Layers, Pass, dA);

        // L as a function of the pre-activations of a layer, the rest of the network behind it.
        public double FromPreActivation(int l, Matrix<double> Z)
        {
            Matrix<double> A = Z.Map(Layers[l - 1].F.Value);
            return Loss(l == Layers.Count ? A : BackpropagationEquations.Forward([.. Layers.Skip(l)], A).Output);
        }

        public double[] NumericalDelta(int l) => NumericalDerivative.Gradient(
            z => FromPreActivation(l, Matrix<double>.Build.DenseOfColumnMajor(Pass.Z[l].RowCount, Pass.Z[l].ColumnCount, z)), Pass.Z[l].ToColumnMajorArray());
    }

    private static Derivation LastLayer() => new Derivation<Drawn>("last-layer", "Where the backward pass starts", "S1-074 S1-105", Drawn.From)
        .Start(@"\Delta^{(L)} = \frac{\partial L}{\partial Z^{(L)}},\quad L = \frac{1}{2N} \lVert A^{(L)} - Y \rVert^2", p => p.NumericalDelta(3))
        .Numerically(@"\frac{\partial L}{\partial A^{(L)}} \odot f'(Z^{(L)})", p => p.Deltas[3].ToColumnMajorArray(), "each output has its own z")
        .Equal(@"\tfrac1N (A^{(L)} - Y) \odot f'(Z^{(L)})", p =>
            ((p.Pass.Output - p.Y) / 4).PointwiseMultiply(p.Pass.Z[3].Map(Activation.Sigmoid.Derivative)).ToColumnMajorArray(),
            "S1 has the same with the other sign");

    private static Derivation CrossEntropy() => new Derivation<(double Z, double Y)>(
        "cross-entropy-error", "With cross-entropy the slope cancels", "S1-074", random => (2 * random.Normal(), random.Below(2)))
        .Start(@"\delta = \frac{\partial}{\partial z} \big[{-y \ln \sigma(z)} - (1 - y) \ln(1 - \sigma(z))\big]", p =>
            NumericalDerivative.Richardson(z => OutputLoss.BinaryCrossEntropy.Value(Activation.Sigmoid.Value(z), p.Y), p.Z))
        .Numerically(@"\frac{\hat y - y}{\hat y (1 - \hat y)}\, \sigma'(z)", p =>
            OutputLoss.BinaryCrossEntropy.Derivative(Activation.Sigmoid.Value(p.Z), p.Y) * Activation.Sigmoid.Derivative(p.Z), "(8.22)")
        .Equal(@"\hat y - y", p => Activation.Sigmoid.Value(p.Z) - p.Y, "the slope of the sigmoid is the denominator");

    private static Derivation Recursion() => new Derivation<Drawn>(
        "recursion", "From one layer's error terms to those before it", "S1-074 S2-072 S4-002 S0-033 S1-091", Drawn.From)
        .Start(@"\Delta^{(l)} = \frac{\partial L}{\partial Z^{(l)}},\quad l = 1", p => p.NumericalDelta(1))
        .Numerically(@"\sum_k \frac{\partial L}{\partial z^{(l+1)}_k}\, \frac{\partial z^{(l+1)}_k}{\partial a^{(l)}_j}\, "
            + @"\frac{\partial a^{(l)}_j}{\partial z^{(l)}_j}", p =>
        {
            double[] above = p.NumericalDelta(2);
            return [.. Enumerable.Range(0, 16).Select(at =>
                Enumerable.Range(0, 3).Sum(k => above[at / 4 * 3 + k] * p.Layers[1].W[k, at % 4]) * Activation.Sigmoid.Derivative(p.Pass.Z[1][at % 4, at / 4]))];
        }, "the chain rule over all units k of the next layer")
        .Printed("S1-074", @"W^{(l+1)\top} \odot f'(Z^{(l)})", p =>
            [.. Enumerable.Range(0, 16).Select(at => p.Layers[1].W.Column(at % 4).Sum() * Activation.Sigmoid.Derivative(p.Pass.Z[1][at % 4, at / 4]))],
            "The error terms of the next layer are lost: this is a product of weights and slopes that knows nothing of the loss "
                + "(its rows are added up here, for it has not even the right shape).")
        .Numerically(@"\big(W^{(l+1)\top} \Delta^{(l+1)}\big) \odot f'(Z^{(l)})", p => p.Deltas[1].ToColumnMajorArray());

    private static Derivation LayerGradient() => new Derivation<(IReadOnlyList<ScalarLayer> Layers, double[] X, double[] G)>(
        "layer-gradient", "From error terms to gradients", "S1-075 S1-094 S3-217",
        random => (ScalarLayer.Draw(random, Activation.Tanh, 1, 1, 2, 3, 2), random.Normals(2), random.Normals(2)))
        .Start(@"\frac{\partial L}{\partial w^{(1)}_{ji}}", p =>
            NumericalDerivative.Gradient(w => Along(p.Layers, p.X, p.G, w, p.Layers[0].B), [.. p.Layers[0].W.Cast<double>()]))
        .Numerically(@"\frac{\partial L}{\partial z^{(1)}_j}\, \frac{\partial z^{(1)}_j}{\partial w^{(1)}_{ji}}", p =>
        {
            double[] δ = NumericalDerivative.Gradient(b => Along(p.Layers, p.X, p.G, [.. p.Layers[0].W.Cast<double>()], b), p.Layers[0].B);
            return [.. δ.SelectMany(d => p.X.Select(x => d * x))];
        }, "a weight acts through its unit only; the bias acts as z does")
        .Numerically(@"\delta^{(1)}_j\, a^{(0)}_i", p =>
            [.. ScalarBackpropagation.Gradients(p.Layers, ScalarNetwork.Forward(p.Layers, p.X), p.G)[0].dW.Cast<double>()]);

    private static double Along(IReadOnlyList<ScalarLayer> layers, double[] x, double[] g, double[] w, double[] b)
    {
        ScalarLayer first = layers[0] with { W = Matrix<double>.Build.DenseOfRowMajor(layers[0].Units, layers[0].Inputs, w).ToArray(), B = b };
        return ScalarNetwork.Forward([first, .. layers.Skip(1)], x).Output.Zip(g, (a, d) => a * d).Sum();
    }

    private static Derivation Batch() => new Derivation<Drawn>("batch", "A batch adds up by itself", "S1-075 S3-200", Drawn.From)
        .Start(@"\frac{\partial L}{\partial W^{(l)}} = \sum_{n=1}^{N} \delta^{(l)}_n a^{(l-1)\top}_n,\quad l = 2", p =>
            Enumerable.Range(0, 4).Select(n => p.Deltas[2].Column(n).OuterProduct(p.Pass.A[1].Column(n))).Aggregate((a, b) => a + b).ToColumnMajorArray())
        .Equal(@"\Delta^{(l)} A^{(l-1)\top}", p =>
            BackpropagationEquations.Gradients(p.Layers, p.Pass, p.dA)[1].dW.ToColumnMajorArray(), "a product of matrices is that sum of outer products")
        .Numerically(@"\frac{\partial L}{\partial W^{(l)}} \text{ by differences}", p => NumericalDerivative.Gradient(
            w => p.Loss(BackpropagationEquations.Forward(
                [p.Layers[0], p.Layers[1] with { W = Matrix<double>.Build.DenseOfColumnMajor(3, 4, w) }, p.Layers[2]], p.X).Output),
            p.Layers[1].W.ToColumnMajorArray()));

    private static Derivation Shrinking() => new Derivation<(IReadOnlyList<MatrixLayer> Layers, Matrix<double> X, Matrix<double> G)>(
        "shrinking", "Every sigmoid layer takes three quarters, unless its weights are large", "S1-104 S2-191 S4-135",
        random => (MatrixLayer.Of(ScalarLayer.Draw(random, Activation.Sigmoid, 1, 0.5, 4, 4, 4, 4, 4)),
            Matrix<double>.Build.Dense(4, 1, random.Normals(4)), Matrix<double>.Build.Dense(4, 1, random.Normals(4))))
        .Start(@"\lVert \delta^{(1)} \rVert", p => Deltas(p)[1].L2Norm())
        .AtMost(@"\tfrac14\, \lVert W^{(2)} \rVert\, \lVert \delta^{(2)} \rVert", p =>
            0.25 * p.Layers[1].W.L2Norm() * Deltas(p)[2].L2Norm(), "(8.23), and no slope above ¼")
        .AtMost(@"\Big(\prod_{l=2}^{L} \tfrac14\, \lVert W^{(l)} \rVert\Big)\, \lVert \delta^{(L)} \rVert", p =>
            GradientFlow.Bound(p.Layers, 0.25) * Deltas(p)[4].L2Norm(), "layer after layer");

    private static IReadOnlyList<Matrix<double>> Deltas((IReadOnlyList<MatrixLayer> Layers, Matrix<double> X, Matrix<double> G) p) =>
        BackpropagationEquations.Deltas(p.Layers, BackpropagationEquations.Forward(p.Layers, p.X), p.G);

    private static Derivation SharedWork() => new Derivation<int[]>(
        "shared-work", "What it costs to keep every error term, and what not to", "S1-076 S3-217 S4-134",
        random => [.. Enumerable.Range(0, 3 + random.Below(3)).Select(_ => 1 + random.Below(4))])
        .Start(@"\text{kept:}\quad \sum_{l<L} n_l n_{l+1} + \sum_l n_l + \sum_l n_l n_{l-1}", n =>
            BackwardWork.Forward(n) - n[0] * n[1] + n.Skip(1).Sum() + BackwardWork.Forward(n))
        .Equal(@"\sum_{l=1}^{L} n_l (n_{l+1} + 1 + n_{l-1}),\quad n_{L+1} = 0", n => BackwardWork.Shared(n), "one sum over the layers")
        .AtMost(@"\text{path by path:}\quad \sum_{l=1}^{L} n_l \big(n_{l-1} (c_l + 1) + c_l\big)", n =>
            BackwardWork.PathByPath(n), "c is what the error term of one unit costs from scratch")
        .Equal(@"\text{the same, counted while it runs}", n => Counted(n));

    private static double Counted(int[] widths)
    {
        IReadOnlyList<ScalarLayer> layers = ScalarLayer.Draw(new RandomStream(1), Activation.Sigmoid, 1, 1, widths);
        return PathByPath.Gradients(layers, ScalarNetwork.Forward(layers, new double[widths[0]]), new double[widths[^1]]).Multiplications;
    }

    private static Derivation ToyStep() => new Derivation<(double W1, double W2, double B)>(
        "toy-gradient", "The gradient of a sigmoid unit on the ten rows", "S3-199",
        random => (0.2 * random.Normal(), 0.2 * random.Normal(), random.Normal()))
        .Start(@"\nabla L,\quad L = \frac{1}{2n} \sum (y - \hat y)^2", p =>
            NumericalDerivative.Gradient(θ => OutputLoss.HalfSquared.Mean(Unit(θ), ToyTable.X, ToyTable.Y), [p.W1, p.W2, p.B]))
        .Numerically(@"\frac1n \sum (\hat y - y)\, \hat y (1 - \hat y)\, (x_1, x_2, 1)", p =>
        {
            ScalarGradient g = OutputLoss.HalfSquared.MeanGradient(Unit([p.W1, p.W2, p.B]), ToyTable.X, ToyTable.Y)[0];
            return [g.dW[0, 0], g.dW[0, 1], g.dB[0]];
        });

    private static IReadOnlyList<ScalarLayer> Unit(double[] θ) => [new(new[,] { { θ[0], θ[1] } }, [θ[2]], Activation.Sigmoid)];

    private static Derivation RestingPoint() => new Derivation<(double[] X, double[] Y, double η)>(
        "fixed-point", "A step rests exactly where the gradient is zero", "S3-206",
        random => (random.Normals(8), random.Normals(8), random.Uniform(0.1, 0.5)))
        .Start(@"\theta^* - \eta\, \nabla L(\theta^*),\quad \theta^* \text{ from the normal equations}", p =>
        {
            var line = new LeastSquaresLine(p.X, p.Y);
            return [.. Best(p.X, p.Y).Zip(line.Gradient(Best(p.X, p.Y)), (θ, g) => θ - p.η * g)];
        })
        .Equal(@"\theta^*", p => Best(p.X, p.Y), "since the gradient is zero there");

    private static double[] Best(double[] x, double[] y)
    {
        double slope = x.Zip(y, (a, b) => (a - x.Average()) * (b - y.Average())).Sum() / x.Sum(a => (a - x.Average()) * (a - x.Average()));
        return [slope, y.Average() - slope * x.Average()];
    }
}
