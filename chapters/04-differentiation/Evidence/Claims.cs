using Reference.Book;
using static Reference.Differentiation.NotesExamples;

namespace Reference.Differentiation;

/// <summary>What the notes state about tensors and derivatives and a counterexample refutes.</summary>
public static class DifferentiationClaims
{
    /// <summary>All of them, in order of rows.</summary>
    public static IReadOnlyList<Claim> All { get; } =
    [
        new("S2-039", "A square matrix has an inverse.", "A square matrix of determinant ≠ 0 has one.",
            "[[1, 2], [2, 4]] is square, and its determinant is 0.",
            () => ScalarMatrices.Determinant(Singular) == 0 && Refused(() => ScalarMatrices.Inverse(Singular))),
        new("S2-046", "The shapes of a scalar, a vector and a matrix are 0D, 1D and 2D.",
            "Those are ranks; the shapes of 5, [5, 10, 15] and [[1, 2], [3, 4]] are (), (3) and (2, 2).",
            "Two vectors of one rank have different shapes: [5, 10, 15] and [5, 10].",
            () => Tensor.Of(5, 10, 15).Rank == Tensor.Of(5, 10).Rank && Tensor.Of(5, 10, 15).Shape[0] != Tensor.Of(5, 10).Shape[0]),
        new("S2-049", "revenue.t() transposes the vector.",
            "A tensor of rank 1 has one dimension, which cannot change places: it stays as it is. A row needs unsqueeze(0), a column unsqueeze(1).",
            "The transpose of [100, 23, 45] has the shape [3] again.",
            () => Tensor.Of(100, 23, 45).Transpose().Shape is [3]),
        new("S2-057", "Cost(m, l) = 3m² + 2l² + 5ml + 23 is a cost.", "It has no minimum to descend to: (0, 0), where its gradient is 0, is a saddle.",
            "det H = −1 < 0; along (−0.634, 0.773) the cost sinks below 23 without end.",
            () => ScalarMatrices.Determinant(SaddleCost.Hessian.ToArray()) < 0 && SaddleCost.Value(-63.4, 77.3) < -400),
        new("S2-061", ".backward() computes gradients for all tensors in the graph.",
            "It fills the gradient of leaves that require one, adds to what is there, and starts from a scalar.",
            "After a backward pass through y = (2x)², the inner node 2x has no gradient and x has.",
            OnlyLeavesKeepGradients),
        new("S3-011", "A tensor is nothing but a matrix.", "A matrix is the tensor of rank 2; tensors have any rank.",
            "A 3 × 224 × 224 image has rank 3, and no transpose without saying which dimensions.",
            () => Tensor.Ones(3, 2, 2).Rank == 3 && Refused(() => Tensor.Ones(3, 2, 2).Transpose())),
        new("S4-042", "torch_x[3:5] = [6, 8, 10]", "The slice [3:5] has two elements, 3 and 4: give two values, or assign to [3:6].",
            "Shapes [3] and [2] do not broadcast.",
            () => Refused(() => ZeroToFive(x => x.Slice(0, 3, 5).Assign(Tensor.Of(6, 8, 10))))
                && ZeroToFive(x => x.Slice(0, 3, 6).Assign(Tensor.Of(6, 8, 10)))[5] == 10),
        new("S4-057", "f = u * v + u * 2 computes uv + u².", "u ** 2 does. And u and v must be floating-point numbers: 1.0, not 1.",
            "At (1, 2) the printed line gives 4 instead of 3; that ∂f/∂u is 4 both ways hides it.",
            () =>
            {
                var tape = new ScalarTape();
                (ScalarNode u, ScalarNode v) = (tape.Variable(1), tape.Variable(2));
                ScalarNode printed = u * v + u * 2;
                tape.Backward(printed);
                return printed.Value == 4 && ProductPlusSquare().F == 3 && u.Gradient == ProductPlusSquare().U;
            }),
        new("S4-058", "y = x² has grad_fn None and grad 8.", "y is no leaf: it remembers the operation that made it (PowBackward0), and keeps no gradient.",
            "On the tape y.Operation is 'pow' and y.Gradient is empty, before and after the backward pass.",
            () =>
            {
                var tape = new ScalarTape();
                ScalarNode y = tape.Variable(2).Pow(2);
                tape.Backward(y);
                return y is { Operation: "pow", Gradient: null, IsLeaf: false, Value: 4 };
            }),
        new("S4-177", "tf.matmul(a, b) multiplies [1, 2, 3] and [4, 5, 6].",
            "matmul wants matrices. The dot product of two vectors is tensordot(a, b, 1) = 32, their sum is [5, 7, 9].",
            "The matrix product of two tensors of rank 1 is refused; their dot product is 32.",
            () => Refused(() => Tensor.Of(1, 2, 3).MatMul(Tensor.Of(4, 5, 6))) && SessionDot() == 32),
    ];

    private static double[,] Singular => new double[,] { { 1, 2 }, { 2, 4 } };

    private static bool OnlyLeavesKeepGradients()
    {
        var tape = new ScalarTape();
        ScalarNode x = tape.Variable(3);
        ScalarNode doubled = 2 * x;
        tape.Backward(doubled.Pow(2));
        return doubled.Gradient is null && x.Gradient == 24;
    }

    private static bool Refused(Action action)
    {
        try
        {
            action();
            return false;
        }
        catch (Exception refusal) when (refusal is ArgumentException or InvalidOperationException)
        {
            return true;
        }
    }
}
