using MathNet.Numerics.LinearAlgebra;
using static Reference.Testing.BadInput;

namespace Reference.Differentiation.Tests;

/// <summary>Where something begins to be wrong: one size of two, one end of two, one side of two.</summary>
public class BoundsTests
{
    private static Matrix<double> M(int rows, int columns) => Matrix<double>.Build.Dense(rows, columns, 1);

    // Next to 1 the numbers below lie half as far apart as those above, and next to −1 those above.
    [Theory]
    [InlineData(1, 1e-16)]
    [InlineData(-1, 1e-16)]
    [InlineData(1e20, 1)]
    public void A_step_must_move_to_both_sides(double x, double h)
    {
        Refuses(() => DifferenceQuotients.Forward(Math.Sin, x, h), "moves x", "swallows");
        Refuses(() => DifferenceQuotients.Central(Math.Sin, x, h), "moves x", "swallows");
    }

    [Fact]
    public void A_place_must_be_finite()
    {
        Refuses(() => DifferenceQuotients.Central(_ => 1, double.NaN, 0.1), "Expected x to be a finite number", "NaN");
        Refuses(() => SaddleCost.Descend(0, double.NaN, 0.1, 1), "Expected l to be a finite number", "NaN");
        Refuses(() => SaddleCost.Descend(0, 0, 0.1, -1), "steps", "-1");
        Refuses(() => ScalarMatrices.Determinant(new[,] { { 1, double.NaN }, { 0, 1 } }), "A", "NaN");
        Refuses(() => ScalarMatrices.Sum(new[,] { { double.NaN } }, new[,] { { 1.0 } }), "A", "NaN");
        Refuses(() => Tensor.Linspace(double.NegativeInfinity, 1, 3), "Expected start to be a finite number");
        Refuses(() => Tensor.Linspace(0, double.PositiveInfinity, 3), "Expected end to be a finite number");
    }

    [Fact]
    public void Only_a_single_number_can_be_differentiated()
    {
        foreach (var (rows, columns) in new[] { (1, 2), (2, 1), (2, 2) })
        {
            var tape = new MatrixTape();
            MatrixNode y = tape.Variable(M(rows, columns)).Exp();
            Refuses(() => tape.Backward(y), "a scalar, [1 × 1]", $"[{rows} × {columns}]");
        }
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 0)]
    [InlineData(0, 4)]
    [InlineData(2, 2)]
    public void Rows_lie_inside_the_matrix(int start, int count)
        => Refuses(() => new MatrixTape().Variable(M(3, 2)).Rows(start, count), "at least one row inside [3 × 2]", $"got {count} from {start}");

    [Fact]
    public void Both_sizes_of_both_matrices_must_fit()
    {
        Refuses(() => ScalarMatrices.Sum(new double[2, 3], new double[1, 3]), "[2 × 3]", "[1 × 3]");
        Refuses(() => ScalarMatrices.Sum(new double[2, 3], new double[2, 1]), "[2 × 3]", "[2 × 1]");
        Refuses(() => Tensor.Ones(2).MatMul(Tensor.Ones(2, 2)), "[m, k] and [k, n]", "[2]");
        Refuses(() => Tensor.Ones(2, 2).MatMul(Tensor.Ones(2)), "[m, k] and [k, n]", "[2]");
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, -1)]
    [InlineData(2, 0)]
    [InlineData(0, 2)]
    public void Dimensions_that_change_places_must_exist(int first, int second)
        => Refuses(() => Tensor.Ones(2, 3).Transpose(first, second), "a dimension 0 … 1", $"got {(first is 0 ? second : first)}");

    // S2-049: contiguous elements need no copy, and what is written through one shape is read through the other.
    [Fact]
    public void Another_shape_shares_contiguous_elements_and_copies_others()
    {
        Tensor x = Tensor.Zeros(2, 3), view = x.Reshape(3, 2), copy = x.Transpose().Reshape(6);
        x[0, 1] = 7;
        Assert.Equal(7, view[0, 1]);
        Assert.DoesNotContain(7.0, copy.ToArray());
    }

    // S4-047: a dimension of size 1 has nothing to share, so it may be written to after broadcasting.
    [Fact]
    public void One_element_broadcast_to_one_can_be_written()
    {
        Tensor x = Tensor.Zeros(1).BroadcastTo(1, 1);
        x[0, 0] = 3;
        Assert.Equal(3, x[0, 0]);
    }

    // The slope of ReLU at 0 is 0, as PyTorch has it.
    [Fact]
    public void Relu_is_flat_at_its_kink()
    {
        var tape = new MatrixTape();
        MatrixNode x = tape.Variable(Matrix<double>.Build.DenseOfArray(new[,] { { -1, 0, 2.0 } }));
        tape.Backward(x.Relu().Sum());
        Assert.Equal([0, 0, 1], x.Gradient!.ToRowMajorArray());
    }

    [Fact]
    public void A_refused_assignment_says_what_the_node_is_and_whether_the_tape_runs()
    {
        var tape = new MatrixTape();
        MatrixNode leaf = tape.Variable(M(1, 2)), made = leaf.Exp();
        Says(() => tape.Assign(leaf, M(1, 2)), "a leaf of shape [1 × 2] while recording");
        Says(() => tape.Assign(made, M(1, 2)), "'exp' of shape [1 × 2] while recording");
        using IDisposable pause = tape.NoGrad();
        Says(() => tape.Assign(made, M(1, 2)), "'exp' of shape [1 × 2] while not recording");

        var scalars = new ScalarTape();
        ScalarNode number = scalars.Variable(2);
        Says(() => scalars.Assign(number, 3), "a leaf of value 2 while recording");
        Says(() => scalars.Assign(number.Exp(), 3), "'exp' of value 7.38");

        static void Says(Action action, string part)
            => Assert.Contains(part, Assert.Throws<InvalidOperationException>(action).Message, StringComparison.Ordinal);
    }
}
