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

    private static Matrix<double> M(int rows, int columns) => Matrix<double>.Build.Dense(rows, columns, 0.5);

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

    // S4-039 S2-051: seven elements are no 6 × 1, and two sizes of −1 make no sense.
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

    // S4-042 S2-051 S0-040: slices, indices and dimensions.
    [Fact]
    public void Indices_and_dimensions_out_of_range_are_named()
    {
        foreach ((int dimension, int start, int end) in new[] { (0, 0, 3), (0, -1, 1), (1, 2, 2), (1, 3, 2) })
        {
            Refuses(() => Table.Slice(dimension, start, end), "[2, 3]", $"{start}:{end}", $"dimension {dimension}");
        }

        Refuses(() => _ = Table[2, 0], "[2, 3]", "[2, 0]");
        Refuses(() => _ = Table[0, -1], "[0, -1]");
        Refuses(() => _ = Table[0], "[2, 3]", "[0]");
        Refuses(() => Table.Slice(2, 0, 1), "0 … 1; got 2");
        Refuses(() => Table.Unsqueeze(3), "0 … 2; got 3");
        Refuses(() => Table.Transpose(0, 2), "0 … 1; got 2");
        Refuses(() => Table.Transpose(-1, 0), "0 … 1; got -1");
        RefusesNow(() => Tensor.Ones(2, 2, 2).Transpose(), "[2, 2, 2]");
        RefusesNow(() => Table.Item(), "[2, 3]");
    }

    // S4-047: writing to one element of a broadcast view would write to several; a size of 1 repeats nothing.
    [Fact]
    public void A_broadcast_view_is_not_written_to()
    {
        Tensor repeated = Tensor.Of(1, 2, 3).BroadcastTo(2, 3), one = Tensor.Zeros(1).BroadcastTo(1, 1);
        RefusesNow(() => repeated[0, 0] = 5, "[2, 3]", "[0, 1]");
        RefusesNow(() => repeated.Assign(Table), "[2, 3]");
        one[0, 0] = 3;
        Assert.Equal(3, one[0, 0]);
    }

    // S2-052 S4-050: sizes and counts.
    [Fact]
    public void Empty_shapes_are_refused()
    {
        Refuses(() => Tensor.Zeros(2, 0), "at least 1", "[2, 0]");
        Refuses(() => Tensor.Ones(-2), "[-2]");
        Refuses(() => Tensor.Of(), "at least 1");
        Refuses(() => TensorShape.Count(1 << 20, 1 << 20), "elements");
        Refuses(() => Tensor.Linspace(0, 1, 1), "2");
    }

    // S4-042 S4-046 S4-053 S4-177 S2-038: products and assignments whose shapes do not fit.
    [Fact]
    public void Products_that_do_not_fit_are_named()
    {
        Refuses(() => Table.Slice(1, 0, 2).Assign(Table), "[2, 3]", "[2, 2]");
        Refuses(() => Tensor.Of(1, 2, 3).MatMul(Tensor.Of(4, 5, 6)), "[3] and [3]");
        Refuses(() => Table.MatMul(Table), "[2, 3] and [2, 3]");
        Refuses(() => Tensor.Ones(2).MatMul(Tensor.Ones(2, 2)), "[m, k] and [k, n]", "[2]");
        Refuses(() => Table.Dot(Table), "[2, 3]");
        Refuses(() => Tensor.Of(1, 2).Dot(Tensor.Of(1, 2, 3)), "[2] and [3]");
        Refuses(() => ScalarMatrices.Product(new double[2, 3], new double[4, 2]), "columns of A", "3 and 4");
        Refuses(() => ScalarMatrices.Sum(new double[2, 3], new double[3, 3]), "shape [2 × 3] of A", "[3 × 3]");
        Refuses(() => ScalarMatrices.Sum(new double[2, 3], new double[2, 4]), "shape [2 × 3] of A", "[2 × 4]");
        Refuses(() => ScalarMatrices.Determinant(new double[3, 3]), "2 × 2", "9");
        Refuses(() => MatrixEquations.Product(M(2, 3), M(2, 3)));
        Refuses(() => MatrixEquations.Sum(M(2, 3), M(3, 2)));
        var tape = new MatrixTape();
        Refuses(() => _ = tape.Variable(M(2, 3)) * tape.Variable(M(2, 3)), "[2 × 3] and [2 × 3]");
        Refuses(() => tape.Variable(M(2, 3)).Above(tape.Variable(M(2, 2))), "[2 × 3] and [2 × 2]");
        foreach ((int start, int count) in new[] { (-1, 1), (0, 0), (0, 4), (2, 2) })
        {
            Refuses(() => tape.Variable(M(3, 2)).Rows(start, count), "row inside [3 × 2]",
                $"got {count} from {start}");
        }
    }

    // S2-060: a loss is one number of this tape that requires a gradient.
    [Fact]
    public void Backward_needs_a_scalar_that_requires_a_gradient()
    {
        foreach ((int rows, int columns) in new[] { (1, 2), (2, 1), (2, 3) })
        {
            Refuses(() => MatrixTape.Gradient(x => x.Exp(), M(rows, columns)), "[1 × 1]", $"[{rows} × {columns}]");
        }

        var tape = new MatrixTape();
        MatrixNode x = tape.Variable(M(2, 3));
        Refuses(() => tape.Backward(x.Tanh(), M(3, 2)), "[2 × 3]", "[3 × 2]");
        Refuses(() => tape.Backward(tape.Constant(M(1, 1))), "without gradient");
        Refuses(() => new MatrixTape().Backward(x.Sum()), "this tape");
        Refuses(() => _ = x + new MatrixTape().Variable(M(2, 3)), "one tape");

        var scalars = new ScalarTape();
        ScalarNode y = scalars.Variable(1);
        Refuses(() => scalars.Backward(scalars.Constant(1) * 2), "without gradient");
        Refuses(() => scalars.Backward(y.Detach()), "without gradient");
        Refuses(() => new ScalarTape().Adjoints(y * 2), "this tape");
        Refuses(() => _ = y + new ScalarTape().Variable(1), "one tape");
    }

    // S2-061: only leaves are assigned, while nothing is recorded, and keep their shape.
    [Fact]
    public void Assignments_while_recording_are_refused()
    {
        var tape = new MatrixTape();
        MatrixNode leaf = tape.Variable(M(1, 2)), made = leaf.Exp();
        RefusesNow(() => tape.Assign(leaf, M(1, 2)), "a leaf of shape [1 × 2] while recording");
        using IDisposable pause = tape.NoGrad();
        RefusesNow(() => tape.Assign(made, M(1, 2)), "'exp' of shape [1 × 2] while not recording");
        Refuses(() => tape.Assign(leaf, M(2, 1)), "[1 × 2]", "[2 × 1]");
        var scalars = new ScalarTape();
        RefusesNow(() => scalars.Assign(scalars.Variable(2), 3), "a leaf of value 2 while recording");
    }

    // S4-176 S4-177: a placeholder without a tensor, a node that does not exist, a name given twice.
    [Fact]
    public void A_graph_names_what_is_missing()
    {
        var graph = new DataFlowGraph();
        int a = graph.Placeholder("a");
        Refuses(() => graph.Run(a, new Dictionary<string, Tensor> { ["b"] = Tensor.Scalar(1) }), "'a'", "(b)");
        Refuses(() => graph.Placeholder("a"), "'a'");
        Refuses(() => graph.Operation("f", [1], v => v[0]), "0 … 0; got 1");
        Refuses(() => graph.Order(-1), "got -1");
    }
}
