using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.LinearModels;
using Reference.Numerics;
using Reference.Verification;
using static Reference.Testing.BadInput;

namespace Reference.Networks.Tests;

public class DenseTests
{
    // (9.1) (9.2) (9.3) (9.4) S2-064: loops over indices, matrix equations and the layer are one thing.
    [Property]
    public void Scalar_equations_and_layer_agree(Seed seed)
    {
        RandomStream random = seed.Stream();
        int D = 1 + random.Below(7), K = 1 + random.Below(7), N = 1 + random.Below(7);
        Matrix<double> W = LayerCase.Random(random, K, D), b = LayerCase.Random(random, K, 1),
            X = LayerCase.Random(random, D, N), dY = LayerCase.Random(random, K, N);
        var layer = new Dense(W, b);
        Matrix<double> y = layer.Forward(X);
        Close(y.ToArray(), ScalarDense.Forward(W.ToArray(), b.Column(0).ToArray(), X.ToArray()));
        Close(y.ToArray(), DenseEquations.Forward(W, b.Column(0), X).ToArray());

        Matrix<double> dx = layer.Backward(dY);
        (double[,] dW, double[] db, double[,] dX) scalar = ScalarDense.Backward(W.ToArray(), X.ToArray(), dY.ToArray());
        (Matrix<double> dW, Vector<double> db, Matrix<double> dX) equations = DenseEquations.Backward(W, X, dY);
        Close(layer.Parameters[0].Gradient.ToArray(), scalar.dW);
        Close(layer.Parameters[0].Gradient.ToArray(), equations.dW.ToArray());
        Assert.True(RelativeError.ByNorm(layer.Parameters[1].Gradient.Column(0).ToArray(), scalar.db) < Tolerances.Equality);
        Assert.True(RelativeError.ByNorm(layer.Parameters[1].Gradient.Column(0), equations.db) < Tolerances.Equality);
        Close(dx.ToArray(), scalar.dX);
        Close(dx.ToArray(), equations.dX.ToArray());
    }

    // (9.1): the bias reaches every sample, and every sample of a batch is treated alone.
    [Fact]
    public void A_layer_by_hand()
    {
        var layer = new Dense(M(new double[,] { { 1, 2 }, { 3, 4 }, { 0, -1 } }), M(new double[,] { { 10 }, { 20 }, { 30 } }));
        Assert.Equal(M(new double[,] { { 13, 9 }, { 27, 19 }, { 29, 31 } }), layer.Forward(M(new double[,] { { 1, 1 }, { 1, -1 } })));
        Assert.Equal((2, 3, "Dense"), (layer.Inputs, layer.Outputs, layer.Name));
        Assert.Equal(["W [3 × 2]", "b [3]"], layer.Parameters.Select(p => p.Name));
    }

    [Fact]
    public void What_makes_no_layer_is_refused()
    {
        Refuses(() => _ = new Dense(0, 2, Initializers.Zero), "inputs", "at least 1", "got 0");
        Refuses(() => _ = new Dense(2, -1, Initializers.Zero), "outputs", "at least 1", "got -1");
        Refuses(() => _ = new Dense(M(new double[3, 2]), M(new double[2, 1])), "[3 × 1]", "[3 × 2]", "[2 × 1]");
        Refuses(() => _ = new Dense(M(new double[3, 2]), M(new double[3, 2])), "[3 × 1]", "[3 × 2]");
        Refuses(() => _ = new Dense(M(new[,] { { double.NaN } }), M(new double[1, 1])), "finite", "NaN");
        Assert.Throws<ArgumentNullException>(() => new Dense(2, 2, null!));
        Assert.Throws<ArgumentNullException>(() => new Dense(null!, M(new double[1, 1])));
        Assert.Throws<ArgumentNullException>(() => new Dense(M(new double[1, 1]), null!));
        Assert.Throws<ArgumentNullException>(() => Dense.Seeded(2, 2, null!));
        Refuses(() => ScalarDense.Forward(new double[2, 3], new double[3], new double[3, 1]), "rows of W", "2 and 3");
        Refuses(() => ScalarDense.Forward(new double[2, 3], new double[2], new double[2, 1]), "columns of W", "3 and 2");
        Refuses(() => ScalarDense.Forward(new[,] { { double.NaN } }, new double[1], new double[1, 1]), "W", "NaN");
        Refuses(() => ScalarDense.Forward(new double[1, 1], new double[1], new[,] { { double.NaN } }), "X", "NaN");
        Refuses(() => ScalarDense.Backward(new double[2, 3], new double[3, 4], new double[2, 5]), "4 and 5");
        Refuses(() => ScalarDense.Backward(new double[1, 1], new double[1, 1], new[,] { { double.NaN } }), "dY", "NaN");
        Refuses(() => DenseEquations.Forward(M(new double[2, 3]), Vector<double>.Build.Dense(3), M(new double[3, 1])), "2 and 3");
        Refuses(() => DenseEquations.Forward(M(new double[2, 3]), Vector<double>.Build.Dense(2), M(new double[2, 1])), "3 and 2");
        Refuses(() => DenseEquations.Backward(M(new double[2, 3]), M(new double[3, 4]), M(new double[2, 5])), "[2 × 4]", "[2 × 5]");
    }

    [Fact]
    public void Given_weights_are_copied()
    {
        Matrix<double> W = M(new double[,] { { 1 } });
        var layer = new Dense(W, M(new double[1, 1]));
        W[0, 0] = 5;
        Assert.Equal(1, layer.Parameters[0].Value[0, 0]);
    }

    // (9.17) S4-153: W row by row, then b, as the library draws them after manual_seed.
    [Fact]
    public void A_seeded_layer_holds_what_PyTorch_draws()
    {
        (float[,] weight, float[] bias) = new TorchRandom(3).Linear(4, 2);
        Dense layer = Dense.Seeded(4, 2, new TorchRandom(3));
        Assert.All(Enumerable.Range(0, 8), i => Assert.Equal(weight[i / 4, i % 4], layer.Parameters[0].Value[i / 4, i % 4]));
        Assert.All(Enumerable.Range(0, 2), k => Assert.Equal(bias[k], layer.Parameters[1].Value[k, 0]));
        Assert.All(layer.Parameters[0].Values.ToArray(), w => Assert.True(Math.Abs(w) <= 0.5)); // 1/√4
    }

    // (9.5) S4-137 S4-138: the kernels of the layers against chapter 02, value and slope.
    [Fact]
    public void Activation_layers_are_the_functions_of_chapter_02()
    {
        (ILayer Layer, Activation Of)[] pairs =
        [
            (new Relu(1), Activation.Relu), (new Sigmoid(1), Activation.Sigmoid), (new Tanh(1), Activation.Tanh),
            (new Gelu(1), Activation.Gelu), (new ActivationLayer(Activation.Elu, 1), Activation.Elu),
        ];
        double[] xs = [-30, -2.5, -1, -0.1, 0, 0.1, 1, 2.5, 30];
        foreach ((ILayer layer, Activation activation) in pairs)
        {
            Matrix<double> x = Matrix<double>.Build.Dense(1, xs.Length, xs);
            Matrix<double> y = layer.Forward(x), dx = layer.Backward(Matrix<double>.Build.Dense(1, xs.Length, 2));
            for (int i = 0; i < xs.Length; i++)
            {
                Assert.Equal(activation.Value(xs[i]), y[0, i], 1e-14);
                Assert.Equal(2 * activation.Derivative(xs[i]), dx[0, i], 1e-14);
            }

            Assert.Empty(layer.Parameters);
            Assert.Equal(activation.Name, layer.Name);
        }

        Refuses(() => _ = new Relu(0), "at least 1", "got 0");
        Refuses(() => _ = new Softmax(0), "at least 1", "got 0");
    }

    // (9.6) S4-018: with one unit the softmax is 1 and its gradient 0, whatever comes.
    [Property]
    public void A_softmax_layer_is_that_of_chapter_02_and_one_unit_learns_nothing(RandomMatrix scores)
    {
        var layer = new Softmax(scores.Matrix.RowCount);
        Assert.True(RelativeError.ByNorm(ActivationEquations.Softmax(scores.Matrix), layer.Forward(scores.Matrix)) < Tolerances.Equality);
        var one = new Softmax(1);
        Matrix<double> row = scores.Matrix.SubMatrix(0, 1, 0, scores.Matrix.ColumnCount);
        Assert.All(one.Forward(row).Enumerate(), p => Assert.Equal(1, p));
        Assert.All(one.Backward(row).Enumerate(), d => Assert.Equal(0, d));
    }

    [Fact]
    public void A_workspace_keeps_the_last_four_sizes()
    {
        var workspace = new Workspace(3);
        var kept = new[] { 1, 2, 3, 4 }.Select(n => workspace.For(n)).ToArray();
        Assert.All(kept, m => Assert.Equal(3, m.RowCount));
        Assert.All(new[] { 1, 2, 3, 4, 2, 1 }, n => Assert.Same(kept[n - 1], workspace.For(n)));
        workspace.For(9); // 3 waited longest
        Assert.All(new[] { 4, 2, 1 }, n => Assert.Same(kept[n - 1], workspace.For(n)));
        Assert.NotSame(kept[2], workspace.For(3));
        Assert.Equal(3, workspace.Rows);
        Refuses(() => _ = new Workspace(0), "rows", "got 0");
    }

    private static Matrix<double> M(double[,] values) => Matrix<double>.Build.DenseOfArray(values);

    private static void Close(double[,] expected, double[,] actual) => Assert.True(RelativeError.ByNorm(expected, actual) < Tolerances.Equality);
}
