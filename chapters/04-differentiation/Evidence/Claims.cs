using Reference.Book;
using static Reference.Differentiation.NotesExamples;

namespace Reference.Differentiation;

/// <summary>Statements and listings of the notes on tensors and derivatives that a counterexample refutes.</summary>
public static class DifferentiationClaims
{
    /// <summary>All of them, in order of rows.</summary>
    public static IReadOnlyList<Claim> All { get; } =
    [
        new("S2-046", "Tensor Type: Scalar, Shape: 0D, Example: 5 (and 1D for [5, 10, 15], 2D for [[1, 2], [3, 4]])",
            "Those are ranks; the shapes are (), (3) and (2, 2).",
            "[5, 10, 15] and [5, 10] have the same rank and different shapes.",
            () => Tensor.Of(5, 10, 15).Rank == Tensor.Of(5, 10).Rank
                && Tensor.Of(5, 10, 15).Shape[0] != Tensor.Of(5, 10).Shape[0]),
        new("S2-049", "revenue = torch.tensor([100,23,45]); revenue.t() → to transpose",
            "A tensor of rank 1 has one dimension and stays as it is. unsqueeze(0) makes a row, unsqueeze(1) a "
                + "column.",
            "The transpose of [100, 23, 45] has the shape [3] again.",
            () => Tensor.Of(100, 23, 45).Transpose().Shape is [3], ErratumKind.Listing),
        new("S2-061", ".backward(): Computes gradients for all tensors in the graph.",
            "It fills the gradient of the leaves that require one, and adds to what is there.",
            "After a backward pass through y = (2x)² the inner node 2x has no gradient; x has.",
            () => Differentiated(3, x => 2 * x, doubled => doubled.Pow(2)) is { Inner: null, Leaf: 24 }),
        new("S4-042", "To change: torch_x[3:5] = torch.tensor([6, 8, 10])",
            "The slice [3:5] has two elements, 3 and 4: give two values, or assign to [3:6].",
            "The shapes [3] and [2] do not broadcast.",
            () => Claim.Refuses(() => Tensor.Of(0, 1, 2, 3, 4, 5).Slice(0, 3, 5).Assign(Tensor.Of(6, 8, 10))),
            ErratumKind.Listing),
        new("S4-052", "tensor = torch.tensor(data); .shape()",
            "shape is an attribute: tensor.shape, or tensor.size(). size() and numel() are methods.",
            "The shape of three rows of two is [3, 2] itself, which cannot be called.",
            () => Tensor.Of(new double[3, 2]) is { Shape: [3, 2], Count: 6 }, ErratumKind.Listing),
        new("S4-057", "f(u, v) = 4v + u² (above the code and again below it)",
            "f(u, v) = uv + u², whose partial derivatives are the v + 2u and u that the notes give.",
            "At (1, 2) the gradient of 4v + u² is (2, 4), and v + 2u and u are 4 and 1.",
            () => Partials((u, v) => 4 * v + u.Pow(2), 1, 2) is (_, 2, 4)
                && Partials((u, v) => u * v + u.Pow(2), 1, 2) is (_, 4, 1), ErratumKind.OurText),
        new("S4-057", "u = torch.tensor(1, requires_grad=True); f = u * v + u * 2",
            "u ** 2 is the square, and only floating-point tensors can require a gradient: 1.0, not 1.",
            "At (1, 2) the listing gives 4 instead of 3; that ∂f/∂u is 4 both ways hides it.",
            () => Partials((u, v) => u * v + u * 2, 1, 2) is (4, 4, 1)
                && Partials((u, v) => u * v + u.Pow(2), 1, 2) is (3, 4, 1), ErratumKind.Listing),
        new("S4-058", "data 4, grad_fn None, grad 8, is_leaf False",
            "y = x² is no leaf: its grad_fn is PowBackward0, and it keeps no gradient.",
            "On the tape the operation of y is 'pow', and its gradient is empty after the backward pass.",
            () => Differentiated(2, x => x.Pow(2), y => y) is { Operation: "pow", Inner: null, Leaf: 4 }),
        new("S4-177", "c = tf.matmul(a, b), for a = [1., 2., 3.] and b = [4., 5., 6.]",
            "matmul needs matrices. The dot product of two vectors is tf.tensordot(a, b, 1) = 32.",
            "The matrix product of two tensors of rank 1 is refused; their dot product is 32.",
            () => Claim.Refuses(() => Tensor.Of(1, 2, 3).MatMul(Tensor.Of(4, 5, 6))) && SessionDot() == 32,
            ErratumKind.Listing),
    ];

    // A backward pass from outer(inner(x)): what the inner node and the leaf x keep of it.
    private static (string? Operation, double? Inner, double? Leaf) Differentiated(
        double at, Func<ScalarNode, ScalarNode> inner, Func<ScalarNode, ScalarNode> outer)
    {
        var tape = new ScalarTape();
        ScalarNode x = tape.Variable(at), v = inner(x);
        tape.Backward(outer(v));
        return (v.Operation, v.Gradient, x.Gradient);
    }
}
