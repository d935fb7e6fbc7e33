using MathNet.Numerics.LinearAlgebra;

namespace Reference.Differentiation.Tests;

/// <summary>The matrix tape against PyTorch's autograd in float64.</summary>
public class GoldenTests
{
    private static readonly Golden PyTorch = Golden.Read("04-differentiation");

    private static Matrix<double> Fill(string name, int rows, int columns) =>
        HashFill.Matrix($"04-differentiation/{name}", rows, columns);

    private static readonly Matrix<double> X = Fill("X", 3, 5), W = Fill("W", 4, 3), B = Fill("b", 4, 1);

    private static void Agrees(string name, Func<MatrixNode, MatrixNode> f, Matrix<double>? upstream = null)
    {
        Matrix<double> value = f(new MatrixTape().Variable(X)).Value;
        if (upstream is null)
        {
            PyTorch.Agrees($"{name}.value", value[0, 0]);
        }
        else
        {
            PyTorch.Agrees($"{name}.value", value);
        }

        PyTorch.Agrees($"{name}.gradient", MatrixTape.Gradient(f, X, upstream));
    }

    // (4.16) (4.18) (4.19) (4.20) S2-060: values and gradients of seven expressions.
    [Fact]
    public void Expressions_and_their_gradients_agree_with_PyTorch()
    {
        Matrix<double> upstream = Fill("upstream", 4, 5);
        Agrees("tanh_layer", x => (x.Tape.Constant(W) * x + x.Tape.Constant(B)).Tanh(), upstream);
        Agrees("softmax", x => (x.Tape.Constant(W) * x).Exp() / (x.Tape.Constant(W) * x).Exp().ColumnSums(), upstream);
        Agrees("row_norm", x => Centred(x) / (Centred(x).Pow(2).RowSums() / 5 + 0.1).Pow(0.5), Fill("upstream", 3, 5));
        Agrees("gram", x => (x.Transpose() * x).Exp().Mean());
        Agrees("waves", x => (x.Sin().Hadamard((2 * x).Cos()) / (x.Hadamard(x) + 1)).Sum());
        Agrees("relu_pieces", x => x.Rows(1, 2).Above(-x.Rows(0, 1)).Relu().Pow(3).Sum());
        Agrees("log_sigmoid", x => -(x.Tape.Constant(W) * x.Columns(1, 3)).Sigmoid().Log().Mean());
        Agrees("detached", x => x.Hadamard(x.Detach()).Sum());
    }

    private static MatrixNode Centred(MatrixNode x) => x - x.RowSums() / 5;

    // (4.17) S2-061 S4-055: two passes over one graph add up as PyTorch's do.
    [Fact]
    public void Accumulation_agrees_with_PyTorch()
    {
        var tape = new MatrixTape();
        (MatrixNode w, MatrixNode b) = (tape.Variable(W), tape.Variable(B));
        MatrixNode loss = (w * tape.Constant(X) + b).Tanh().Pow(2).Mean();
        tape.Backward(loss, retainGraph: true);
        tape.Backward(loss);
        PyTorch.Agrees("accumulated.W", w.Gradient!);
        PyTorch.Agrees("accumulated.b", b.Gradient!);
    }
}
