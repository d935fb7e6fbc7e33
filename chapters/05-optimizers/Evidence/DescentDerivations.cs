using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Book;
using Reference.Numerics;
using Reference.Verification;

namespace Reference.Optimizers;

/// <summary>Why descent goes down, how fast, and what batches estimate.</summary>
internal static class DescentDerivations
{
    public static IEnumerable<Derivation> All => [Steepest(), Parabola(), Modes(), DeltaRule(), Unbiased(), MiniBatches()];

    private static Derivation Steepest() => new Derivation<double[]>(
        "steepest-descent", "Against the gradient the loss falls, and along it rises", "S0-038 S1-082 S3-043",
        random => [random.Uniform(-1.5, 1.5), random.Uniform(-1, 1.5)])
        .Start(@"\frac{d}{dt} L(\theta - t\, \nabla L) \Big|_{t=0}", θ => AgainstGradient(θ))
        .Numerically(@"-\nabla L \cdot \nabla L", θ => -new Rosenbrock().Gradient(θ).Sum(g => g * g), "the chain rule")
        .Equal(@"-\lVert \nabla L \rVert^2 \le 0", θ => Descent.SlopeAgainstGradient(new Rosenbrock(), θ));

    private static double AgainstGradient(double[] θ)
    {
        var valley = new Rosenbrock();
        double[] g = valley.Gradient(θ);
        double length = Math.Sqrt(g.Sum(v => v * v));
        // Measured along the unit vector, so that steps of the numerical derivative have a fixed length.
        return length * NumericalDerivative.Richardson(t => valley.Value([θ[0] - t * g[0] / length, θ[1] - t * g[1] / length]), 0);
    }

    private static Derivation Parabola() => new Derivation<(double X, double η, int T)>(
        "parabola", "Descent on x² in closed form", "S2-083 S3-043 S3-048",
        random => (random.Uniform(0.5, 2), random.Uniform(0.05, 1.1), 1 + random.Below(8)))
        .Start(@"x_t,\quad x \leftarrow x - \eta \cdot 2x", s => Descent.Path(new ScalarDescent(s.η), w => 2 * w, s.X, s.T)[^1])
        .Equal(@"(1 - 2\eta)\, x_{t-1}", s => (1 - 2 * s.η) * Descent.Path(new ScalarDescent(s.η), w => 2 * w, s.X, s.T - 1)[^1])
        .Equal(@"(1 - 2\eta)^t\, x_0", s => new ScalarDescent(s.η).OnParabola(s.X, s.T), "once for every step: it converges where |1 − 2η| < 1");

    private static Derivation Modes() => new Derivation<(Matrix<double> H, Vector<double> X, double η)>(
        "modes", "On any quadratic each curvature has its own factor", "S0-036 S1-063 S4-004",
        random =>
        {
            Matrix<double> A = Matrix<double>.Build.DenseOfColumnMajor(3, 3, random.Normals(9));
            Matrix<double> H = A * A.Transpose();
            return ((H + H.Transpose()) / 2, Vector<double>.Build.Dense(random.Normals(3)), random.Uniform(0.01, 0.3));
        })
        .Start(@"x_t,\quad x \leftarrow x - \eta H x,\quad t = 3", s =>
            Descent.Path(new Quadratic(s.H), s.X.ToArray(), p => new GradientDescent(p, s.η), 3)[^1])
        .Equal(@"(I - \eta H)^t x_0", s => ((Matrix<double>.Build.DenseIdentity(3) - s.η * s.H).Power(3) * s.X).ToArray())
        .Equal(@"\sum_i (1 - \eta \lambda_i)^t\, (v_i \cdot x_0)\, v_i", s =>
        {
            var modes = s.H.Evd(Symmetricity.Symmetric);
            return Enumerable.Range(0, 3)
                .Select(i => Math.Pow(1 - s.η * modes.EigenValues[i].Real, 3) * (modes.EigenVectors.Column(i) * s.X) * modes.EigenVectors.Column(i))
                .Aggregate((a, b) => a + b).ToArray();
        }, "in the directions of the eigenvectors: stable where every |1 − ηλ| < 1");

    private static Derivation DeltaRule() => new Derivation<(double[] W, double[,] X, double[] Y, double η)>(
        "weight-step", "The averaged weight step is descent on E/m", "S1-080 S1-088",
        random => (random.Normals(3), Matrix(random, 3, 4), random.Uniforms(4, 0, 1), random.Uniform(0.5, 2)))
        .Start(@"w_i - \frac{\eta}{m} \frac{\partial E}{\partial w_i}", s =>
        {
            double[] dw = NumericalDerivative.Gradient(w => ScalarUnit.Error(Column(w), s.X, Row(s.Y)), s.W);
            return [.. s.W.Zip(dw, (w, d) => w - s.η * d / 4)];
        })
        .Printed("S1-088", @"w_i + \frac{1}{m} \sum_\mu x_i^\mu", s => [.. s.W.Select((w, i) => w + Enumerable.Range(0, 4).Average(μ => s.X[i, μ]))],
            "The error term δ and the learning rate η are lost: this step does not even depend on the targets.")
        .Numerically(@"w_i + \frac{\eta}{m} \sum_\mu (y^\mu - \hat y^\mu)\, \sigma'(h^\mu)\, x_i^\mu,\quad h^\mu = \sum_i w_i x_i^\mu", s =>
            [.. s.W.Select((w, i) => w + s.η / 4 * Enumerable.Range(0, 4).Sum(μ =>
            {
                double h = Enumerable.Range(0, 3).Sum(k => s.W[k] * s.X[k, μ]);
                return (s.Y[μ] - ScalarActivations.Sigmoid(h)) * ScalarActivations.SigmoidDerivative(h) * s.X[i, μ];
            }))], "the chain rule")
        .Equal(@"w_i + \eta\, \Delta w_i / m,\quad \Delta w_i = \sum_\mu \delta^\mu x_i^\mu", s => ScalarUnit.BatchEpoch(s.W, s.X, s.Y, s.η));

    private static Derivation Unbiased() => new Derivation<(LeastSquaresLine Loss, double[] θ)>(
        "unbiased", "One random record's gradient is right on average", "S2-095 S4-080",
        random => (new LeastSquaresLine(random.Normals(12), random.Normals(12)), random.Normals(2)))
        .Start(@"\mathbb{E}_i[\nabla \ell_i] = \frac{1}{N} \sum_{i=1}^{N} \nabla \ell_i", s =>
            [.. Enumerable.Range(0, 2).Select(k => Enumerable.Range(0, 12).Average(i => s.Loss.Gradient(s.θ, [i])[k]))])
        .Equal(@"\nabla \frac{1}{N} \sum_{i=1}^{N} \ell_i = \nabla L", s => s.Loss.Gradient(s.θ), "the gradient of a sum is the sum of the gradients")
        .Numerically(@"\nabla L \text{ by differences}", s => NumericalDerivative.Gradient(s.Loss.Value, s.θ));

    private static Derivation MiniBatches() => new Derivation<(LeastSquaresLine Loss, double[] θ)>(
        "mini-batches", "The mean of the gradients of equal batches is the whole gradient", "S1-144 S2-096 S3-047",
        random => (new LeastSquaresLine(random.Normals(12), random.Normals(12)), random.Normals(2)))
        .Start(@"\nabla L", s => s.Loss.Gradient(s.θ))
        .Equal(@"\frac{1}{N/B} \sum_{\mathcal{B}} \frac{1}{B} \sum_{i \in \mathcal{B}} \nabla \ell_i", s =>
        {
            int[][] batches = [.. Batches.Cut([.. Enumerable.Range(0, 12)], 4)];
            return [.. Enumerable.Range(0, 2).Select(k => batches.Average(b => s.Loss.Gradient(s.θ, b)[k]))];
        }, "every record is in one batch, and counts B/N · 1/B = 1/N");

    private static double[,] Matrix(RandomStream random, int rows, int columns)
    {
        var matrix = new double[rows, columns];
        for (int i = 0; i < rows * columns; i++)
        {
            matrix[i / columns, i % columns] = random.Normal();
        }

        return matrix;
    }

    private static double[,] Column(double[] w) => Matrix<double>.Build.DenseOfColumnArrays(w).ToArray();

    private static double[,] Row(double[] y) => Matrix<double>.Build.DenseOfRowArrays(y).ToArray();
}
