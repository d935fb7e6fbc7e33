using MathNet.Numerics.LinearAlgebra;
using Reference.Book;
using Reference.Losses;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Verification;

namespace Reference.LinearModels;

/// <summary>Several inputs and outputs: the layer, its weights in one solve, and the inverse.</summary>
internal static class FeatureDerivations
{
    public static IEnumerable<Derivation> All => [OneStep(), Layer(), Normal(), Shortest(), OnTheWay()];

    /// <summary>A layer of two outputs and three inputs, five samples, targets and an upstream gradient.</summary>
    private sealed record Data(Matrix<double> W, Matrix<double> B, Matrix<double> X, Matrix<double> Y,
        Matrix<double> Upstream)
    {
        public Matrix<double> Both => W.Append(B);

        public Matrix<double> A => LinearEquations.WithOnes(X);

        public static Data Draw(RandomStream random) =>
            new(Random(random, 2, 3), Random(random, 2, 1), Random(random, 3, 5), Random(random, 2, 5),
                Random(random, 2, 5));
    }

    private static Derivation OneStep() => new Derivation<(Data D, double η)>(
        "one-step", "A turn of the training loop is one step of descent", "S4-083",
        random => (Data.Draw(random), random.Uniform(0.05, 0.3)))
        .Start(@"W_{t+1} \text{ after } \texttt{optimizer.step()}", s =>
        {
            var model = new LinearRegression(s.D.W, s.D.B);
            model.Train(new GradientDescent(model.Parameters, s.η), s.D.X, s.D.Y, 1);
            return model.Weight.Value.ToRowMajorArray();
        })
        .Equal(@"W_t - \eta\, \frac{\partial L}{\partial W}", s =>
            (s.D.W - s.η * LinearEquations.LossAndGradient(s.D.W, s.D.B, s.D.X, s.D.Y).DW).ToRowMajorArray())
        .Printed("S4-083", @"W_t - \eta\, \frac{\partial L}{\partial W} - \eta\, \frac{\partial L}{\partial W}", s =>
            (s.D.W - 2 * s.η * LinearEquations.LossAndGradient(s.D.W, s.D.B, s.D.X, s.D.Y).DW).ToRowMajorArray(),
            "After `optimizer.step()` two lines move w and b by hand once more, so that every step is taken twice. "
                + "They have to go.", ErratumKind.Listing);

    private static Derivation Layer() => new Derivation<Data>(
        "layer", "The backward pass of a linear layer", "S4-088 S4-090", Data.Draw)
        .Start(@"\frac{\partial}{\partial (W, b, X)} \sum_{k,n} G_{kn} \Big( \sum_d W_{kd} X_{dn} + b_k \Big), \quad "
            + @"G = \frac{\partial L}{\partial \hat Y}",
            d =>
        [
            .. NumericalDerivative.Gradient(w => Along(d, Matrix(w, 2, 3), d.B, d.X), d.W.ToColumnMajorArray()),
            .. NumericalDerivative.Gradient(b => Along(d, d.W, Matrix(b, 2, 1), d.X), d.B.ToColumnMajorArray()),
            .. NumericalDerivative.Gradient(x => Along(d, d.W, d.B, Matrix(x, 3, 5)), d.X.ToColumnMajorArray()),
        ])
        .Numerically(@"\Big( \sum_n G_{kn} X_{dn},\ \sum_n G_{kn},\ \sum_k W_{kd} G_{kn} \Big)", d =>
        [
            .. Enumerable.Range(0, 6).Select(i => d.Upstream.Row(i % 2) * d.X.Row(i / 2)),
            .. d.Upstream.RowSums(),
            .. Enumerable.Range(0, 15).Select(i => d.W.Column(i % 3) * d.Upstream.Column(i / 3)),
        ], "each output is linear in each of them")
        .Equal(@"\big( G X^\top,\ G \mathbf 1,\ W^\top G \big)", d =>
        {
            (Matrix<double> dW, Matrix<double> db, Matrix<double> dX) = LinearEquations.Backward(d.W, d.X, d.Upstream);
            return [.. dW.ToColumnMajorArray(), .. db.ToColumnMajorArray(), .. dX.ToColumnMajorArray()];
        });

    private static Derivation Normal() => new Derivation<Data>(
        "normal-equations", "The gradient vanishes at the solution of the normal equations and nowhere else",
            "S0-054 S2-093", Data.Draw)
        .Start(@"\nabla L(W, b)", d =>
            NumericalDerivative.Gradient(v => RegressionEquations.MeanSquaredError(Matrix(v, 2, 4) * d.A, d.Y),
                d.Both.ToColumnMajorArray()))
        .Numerically(
            @"\frac{2}{KN} \big( (W\ b)\, A - Y \big) A^\top, \quad "
            + @"A = \begin{pmatrix} X \\ \mathbf 1^\top \end{pmatrix}", d =>
            (2.0 / 10 * (d.Both * d.A - d.Y) * d.A.Transpose()).ToColumnMajorArray(),
                "the layer's backward pass, the bias one more weight")
        .Equal(@"\frac{2}{KN} \big( (W\ b) - (W^*\ b^*) \big) A A^\top", d =>
        {
            (Matrix<double> W, Matrix<double> b) = NormalEquations.Solve(d.X, d.Y);
            return (2.0 / 10 * (d.Both - W.Append(b)) * d.A * d.A.Transpose()).ToColumnMajorArray();
        }, "as the solution has (W* b*)AAᵀ = YAᵀ");

    private static Derivation Shortest() => new Derivation<(double[] X, double Y, double B, double[] Other)>(
        "shortest-weights", "Of all weights that fit one sample, the pseudo-inverse takes the shortest", "S3-197",
        random => (random.Normals(3), random.Normal(), random.Normal(), random.Normals(3)))
        .Start(@"\lVert w \rVert^2, \quad w = (y - b)\, \frac{x^\top}{x^\top x}", s =>
            PseudoInverse.Weights(s.Y, s.B, s.X).Sum(w => w * w))
        .Equal(@"\frac{(y - b)^2}{x^\top x}", s => (s.Y - s.B) * (s.Y - s.B) / s.X.Sum(x => x * x))
        .AtMost(@"\frac{(y - b)^2}{x^\top x} + \lVert v \rVert^2, \quad v\, x = 0", s =>
            (s.Y - s.B) * (s.Y - s.B) / s.X.Sum(x => x * x) + Across(s.X, s.Other).Sum(v => v * v))
        .Equal(@"\lVert w + v \rVert^2 \text{ with } (w + v)\, x + b = y", s =>
            PseudoInverse.Weights(s.Y, s.B, s.X).Zip(Across(s.X, s.Other), (w, v) => (w + v) * (w + v)).Sum(),
                "any other weights that fit");

    private static Derivation OnTheWay() => new Derivation<(Data D, double η, int T)>(
        "on-the-way", "Descent from zero goes to the pseudo-inverse", "S3-197",
        random => (Data.Draw(random), random.Uniform(0.02, 0.1), 1 + random.Below(10)))
        .Start(@"W_t, \quad W \leftarrow W - \eta\, \frac2N (WX - Y) X^\top, \quad W_0 = 0", s =>
        {
            Matrix<double> W = 0 * s.D.W;
            for (int t = 0; t < s.T; t++)
            {
                W -= s.η * 2 / 5 * (W * s.D.X - s.D.Y) * s.D.X.Transpose();
            }

            return W.ToColumnMajorArray();
        })
        .Equal(@"Y X^+ \big( I - (I - \eta H)^t \big), \quad H = \frac2N X X^\top", s =>
            PseudoInverse.OnTheWay(s.D.Y, s.D.X, s.η, s.T).ToColumnMajorArray(),
                "the distance to the limit shrinks by I − ηH in each step");

    private static double Along(Data d, Matrix<double> W, Matrix<double> b, Matrix<double> X) =>
        d.Upstream.PointwiseMultiply(LinearEquations.Predict(W, b, X)).ColumnSums().Sum();

    private static double[] Across(double[] x, double[] other)
    {
        double share = x.Zip(other, (a, b) => a * b).Sum() / x.Sum(v => v * v);
        return [.. other.Zip(x, (o, v) => o - share * v)];
    }

    private static Matrix<double> Random(RandomStream random, int rows, int columns) =>
        Matrix(random.Normals(rows * columns), rows, columns);

    private static Matrix<double> Matrix(double[] values, int rows, int columns) =>
        Matrix<double>.Build.DenseOfColumnMajor(rows, columns, values);
}
