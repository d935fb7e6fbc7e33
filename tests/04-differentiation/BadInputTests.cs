using MathNet.Numerics.LinearAlgebra;
using static Reference.Testing.BadInput;

namespace Reference.Differentiation.Tests;

public class BadInputTests
{
    private static readonly Tensor Table = Tensor.Of(new double[,] { { 1, 2, 3 }, { 4, 5, 6 } });

    private static void RefusesNow(Action action, params string[] parts)
    {
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(action);
        Assert.All(parts, part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
    }

    private static Matrix<double> M(int rows, int columns, double value = 0.5) => Matrix<double>.Build.Dense(rows, columns, value);

    // (4.2) S4-047: both shapes are named.
    [Fact]
    public void Shapes_that_do_not_broadcast_are_named()
    {
        Refuses(() => _ = Table + Tensor.Of(1, 2), "[2, 3]", "[2]");
        Refuses(() => _ = Table * Tensor.Ones(3, 3), "[2, 3]", "[3, 3]");
        Refuses(() => Table.BroadcastTo(1, 3), "[2, 3]", "[1, 3]");
        Refuses(() => Table.BroadcastTo(6), "[2, 3]", "[6]");
        Refuses(() => TensorShape.Broadcast([2], [3]), "[2]", "[3]");
        var tape = new MatrixTape();
        Refuses(() => _ = tape.Variable(M(2, 3)) + tape.Variable(M(3, 2)), "[2, 3]", "[3, 2]");
    }

    // S4-039 S2-051: seven elements are no 6 × 1; nor do two sizes of −1 make sense.
    [Fact]
    public void Views_that_do_not_fit_are_named()
    {
        Tensor seven = Tensor.Of(0, 1, 2, 3, 4, 5, 6);
        Refuses(() => seven.View(6, 1), "7 elements", "[6, 1]");
        Refuses(() => seven.View(-1, 2), "7 elements", "[-1, 2]");
        Refuses(() => seven.Reshape(8), "7 elements", "[8]");
        Refuses(() => seven.View(-1, -1), "at least 1");
        Refuses(() => seven.View(0, 7), "at least 1", "[0, 7]");
        RefusesNow(() => Table.Transpose().View(6), "contiguous", "[3, 2]", "Reshape");
        RefusesNow(() => Table.Slice(1, 0, 2).View(4), "[2, 2]", "[3, 1]");
    }

    // S4-042: bounds of slices.
    [Theory]
    [InlineData(0, 0, 3)]
    [InlineData(0, -1, 1)]
    [InlineData(1, 2, 2)]
    [InlineData(1, 3, 2)]
    public void Slices_out_of_range_are_named(int dimension, int start, int end) =>
        Refuses(() => Table.Slice(dimension, start, end), "[2, 3]", $"{start}:{end}", $"dimension {dimension}");

    // S2-051 S0-040: indices and dimensions.
    [Fact]
    public void Indices_and_dimensions_out_of_range_are_named()
    {
        Refuses(() => _ = Table[2, 0], "[2, 3]", "[2, 0]");
        Refuses(() => _ = Table[0, -1], "[0, -1]");
        Refuses(() => _ = Table[0], "[2, 3]", "[0]");
        Refuses(() => Table.Slice(2, 0, 1), "0 … 1; got 2");
        Refuses(() => Table.Unsqueeze(3), "0 … 2; got 3");
        Refuses(() => Table.Transpose(0, 2), "0 … 1; got 2");
        RefusesNow(() => Tensor.Ones(2, 2, 2).Transpose(), "[2, 2, 2]");
        RefusesNow(() => Table.Item(), "[2, 3]");
    }

    // S4-047: a broadcast view repeats one number, so writing to one element would write to several.
    [Fact]
    public void A_broadcast_view_is_not_written_to()
    {
        Tensor repeated = Tensor.Of(1, 2, 3).BroadcastTo(2, 3);
        RefusesNow(() => repeated[0, 0] = 5, "[2, 3]", "[0, 1]");
        RefusesNow(() => repeated.Assign(Table), "[2, 3]");
    }

    // S2-052 S4-050: sizes, counts and non-finite elements.
    [Fact]
    public void Empty_shapes_and_non_finite_elements_are_refused()
    {
        Refuses(() => Tensor.Zeros(2, 0), "at least 1", "[2, 0]");
        Refuses(() => Tensor.Ones(-2), "[-2]");
        Refuses(() => Tensor.Of(), "at least 1");
        Refuses(() => TensorShape.Count(1 << 20, 1 << 20), "elements");
        Refuses(() => Tensor.Of(1, double.NaN), "element 1 is NaN");
        Refuses(() => Tensor.Scalar(double.PositiveInfinity), "Infinity");
        Refuses(() => Table[0, 0] = double.NaN, "NaN");
        Refuses(() => Table.Map(Math.Log).Map(x => 1 / x), "element 0");
        Refuses(() => Tensor.Linspace(0, 1, 1), "2");
        Refuses(() => Tensor.Linspace(double.NaN, 1, 3), "NaN");
    }

    // S4-046 S4-053 S4-177: products want vectors and matrices that fit.
    [Fact]
    public void Products_that_do_not_fit_are_named()
    {
        Refuses(() => Tensor.Of(1, 2, 3).MatMul(Tensor.Of(4, 5, 6)), "[3] and [3]");
        Refuses(() => Table.MatMul(Table), "[2, 3] and [2, 3]");
        Refuses(() => Table.Dot(Table), "[2, 3]");
        Refuses(() => Tensor.Of(1, 2).Dot(Tensor.Of(1, 2, 3)), "[2] and [3]");
        Refuses(() => ScalarMatrices.Product(new double[2, 3], new double[2, 3]), "[2 × 3] and [2 × 3]");
        Refuses(() => MatrixEquations.Product(M(2, 3), M(2, 3)), "[2 × 3] and [2 × 3]");
        Refuses(() => ScalarMatrices.Sum(new double[2, 3], new double[3, 2]), "[2 × 3]", "[3 × 2]");
        Refuses(() => MatrixEquations.Sum(M(2, 3), M(3, 2)), "[2 × 3]", "[3 × 2]");
        var tape = new MatrixTape();
        Refuses(() => _ = tape.Variable(M(2, 3)) * tape.Variable(M(2, 3)), "[2 × 3] and [2 × 3]");
        Refuses(() => tape.Variable(M(2, 3)).Above(tape.Variable(M(2, 2))), "[2 × 3] and [2 × 2]");
        Refuses(() => tape.Variable(M(2, 3)).Rows(1, 2), "[2 × 3]", "2 from 1");
    }

    // S2-038 S2-039: inverses of what has none.
    [Fact]
    public void Matrices_without_inverse_are_refused()
    {
        Refuses(() => ScalarMatrices.Inverse(new double[,] { { 1, 2 }, { 2, 4 } }), "determinant");
        Refuses(() => ScalarMatrices.Determinant(new double[2, 3]), "2 × 2", "[2 × 3]");
        Refuses(() => ScalarMatrices.Scaled(double.NaN, new double[1, 1]), "NaN");
        Refuses(() => MatrixEquations.Scaled(double.NaN, M(1, 1)), "NaN");
        Refuses(() => ScalarMatrices.Transpose(new[,] { { double.NaN } }), "NaN");
        Refuses(() => MatrixEquations.Hadamard(M(1, 1), M(1, 1, double.NaN)), "NaN");
        Refuses(() => MillionSums.OneByOne([1], [1, 2]), "1 and 2");
        Refuses(() => MillionSums.Vectorized([1], [1, 2]), "1 and 2");
        Refuses(() => MillionSums.Boxed([1.0], [1.0, 2.0]), "1 and 2");
    }

    // (4.17) (4.18) (4.20) S2-053: steps.
    [Fact]
    public void Steps_that_are_no_steps_are_refused()
    {
        foreach (double h in new[] { 0, -1e-5, double.NaN, 1e-17 })
        {
            Refuses(() => DifferenceQuotients.Forward(Math.Exp, 1, h), "h", $"{h}");
            Refuses(() => DifferenceQuotients.Central(Math.Exp, 1, h), "h", $"{h}");
            Refuses(() => DifferenceQuotients.Richardson(Math.Exp, 1, h), "h");
        }

        Refuses(() => ScalarDerivatives.SecantSlope(Math.Exp, 1, 0), "h ≠ 0");
        Refuses(() => DifferenceQuotients.Central(Math.Log, 0, 0.1), "NaN");
        Refuses(() => BestStep.Central(0, 1), "f", "0");
        Refuses(() => BestStep.ForwardError(0, 1, 1), "h", "0");
        Refuses(() => ScalarDerivatives.PowerDerivative(0, -1), "Infinity");
        Refuses(() => ScalarDerivatives.PowerDerivative(double.NaN, 2), "NaN");
        Refuses(() => SaddleCost.Descend(1, 1, 0, 5), "α", "0");
        Refuses(() => SaddleCost.Descend(double.NaN, 1, 0.1, 5), "NaN");
        Refuses(() => DifferentiationExperiments.MeasureErrors(0));
    }

    // S2-060 S2-061: what cannot be differentiated.
    [Fact]
    public void Backward_wants_a_scalar_that_requires_a_gradient()
    {
        var tape = new MatrixTape();
        MatrixNode x = tape.Variable(M(2, 3));
        Refuses(() => tape.Backward(x.Tanh()), "[1 × 1]", "[2 × 3]");
        Refuses(() => tape.Backward(x.Tanh(), M(3, 2)), "[2 × 3]", "[3 × 2]");
        Refuses(() => tape.Backward(x.Tanh(), M(2, 3, double.NaN)), "NaN");
        Refuses(() => tape.Backward(tape.Constant(M(1, 1))), "without gradient");
        Refuses(() => new MatrixTape().Backward(x.Sum()), "this tape");
        Refuses(() => _ = x + new MatrixTape().Variable(M(2, 3)), "one tape");
        Refuses(() => tape.Variable(M(1, 1, double.NaN)), "NaN");
        Refuses(() => tape.Constant(M(1, 1, double.NaN)), "NaN");
        Refuses(() => tape.Variable(M(1, 1, -1)).Log(), "'ln'", "NaN");
        Refuses(() => tape.Variable(M(1, 1, 0)).Log(), "'ln'");

        var scalars = new ScalarTape();
        ScalarNode y = scalars.Variable(1);
        Refuses(() => scalars.Backward(scalars.Constant(1) * 2), "without gradient");
        Refuses(() => scalars.Backward(y.Detach()), "without gradient");
        Refuses(() => new ScalarTape().Backward(y * 2), "this tape");
        Refuses(() => _ = y + new ScalarTape().Variable(1), "one tape");
        Refuses(() => scalars.Variable(double.NaN), "NaN");
        Refuses(() => (y - 2).Log(), "'ln'", "NaN");
        Refuses(() => _ = y / 0, "'/'", "Infinity");
        Refuses(() => (y - 1).Pow(0.5), "Infinity");
        Refuses(() => (y * 1000).Exp(), "'exp'", "Infinity");
        using (scalars.NoGrad())
        {
            Refuses(() => scalars.Assign(y, double.NaN), "NaN");
        }
    }
}
