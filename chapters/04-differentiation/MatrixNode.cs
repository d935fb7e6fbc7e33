using MathNet.Numerics.LinearAlgebra;

namespace Reference.Differentiation;

/// <summary>
/// One matrix on a <see cref="MatrixTape"/>: a leaf, or the result of an operation that remembers for each input how to carry a gradient back to it.
/// </summary>
public sealed partial class MatrixNode
{
    internal MatrixNode(
        MatrixTape tape, Matrix<double> value, bool requiresGrad, string? operation, (MatrixNode Node, Func<Matrix<double>, Matrix<double>> Back)[]? inputs) =>
        (Tape, Value, RequiresGrad, Operation, Inputs) = (tape, value, requiresGrad, operation, inputs);

    /// <summary>The matrix; not to be written to. // [m × n]</summary>
    public Matrix<double> Value { get; internal set; }

    /// <summary>What backward passes have added up so far, (4.22); null before the first and for everything but leaves that require it. // [m × n]</summary>
    public Matrix<double>? Gradient { get; internal set; }

    /// <summary>Whether operations on this node are recorded.</summary>
    public bool RequiresGrad { get; }

    /// <summary>The operation that made it (PyTorch's <c>grad_fn</c>), S0-059; null for a leaf.</summary>
    public string? Operation { get; }

    /// <summary>Whether no recorded operation made it.</summary>
    public bool IsLeaf => Operation is null;

    /// <summary>The tape on which the node stands; constants for an expression with it are made there.</summary>
    public MatrixTape Tape { get; }

    // The inputs, and for each the map from ∂L/∂this to ∂L/∂input; null for leaves, and once a backward pass has freed them.
    internal (MatrixNode Node, Func<Matrix<double>, Matrix<double>> Back)[]? Inputs { get; set; }

    /// <summary>The same matrix as a leaf that requires no gradient: nothing flows back through it.</summary>
    public MatrixNode Detach() => Tape.Constant(Value);

    /// <summary>The shape in words.</summary>
    internal string ShapeText => $"[{Value.RowCount} × {Value.ColumnCount}]";
}
