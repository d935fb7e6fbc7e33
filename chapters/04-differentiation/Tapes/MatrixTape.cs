using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Differentiation;

/// <summary>The tape of matrices: what an operation remembers is, for each input, the map that carries a gradient back
/// to it. Chapters derive gradients by hand without it, so tests compare the two.</summary>
/// <example><c>Matrix&lt;double&gt; dX = MatrixTape.Gradient(x => (W * x).Tanh(), X, upstream);</c></example>
public sealed class MatrixTape : Tape<MatrixNode, Matrix<double>, Func<Matrix<double>, Matrix<double>>>
{
    /// <summary>∂⟨upstream, f(x)⟩/∂x in one line, for comparison with a backward pass derived by hand.</summary>
    /// <param name="f">A function of one matrix.</param>
    /// <param name="x">Where; the result has its shape, and zeros where f does not depend on x. // [m × n]</param>
    /// <param name="upstream">∂L/∂f, of the shape of f(x); null for a loss, which is 1 × 1.</param>
    /// <exception cref="ArgumentException">Shapes do not fit, or f(x) needs an upstream.</exception>
    public static Matrix<double> Gradient(
        Func<MatrixNode, MatrixNode> f, Matrix<double> x, Matrix<double>? upstream = null)
    {
        var tape = new MatrixTape();
        MatrixNode leaf = tape.Variable(x), y = f(leaf);
        tape.Backward(y, upstream);
        return leaf.Gradient ?? Matrix<double>.Build.Dense(x.RowCount, x.ColumnCount);
    }

    /// <summary>Adds ∂⟨upstream, y⟩/∂x to the gradient of every leaf x that requires one and from which y [m × n] was
    /// made, (4.17). The upstream ∂L/∂y [m × n] may be missing for a loss, which is 1 × 1. The graph is freed unless
    /// it is retained for another pass.</summary>
    /// <exception cref="ArgumentException">y needs no gradient, or an upstream of its shape is missing.</exception>
    /// <exception cref="InvalidOperationException">A pass before this one has freed the graph.</exception>
    public void Backward(MatrixNode y, Matrix<double>? upstream = null, bool retainGraph = false)
    {
        if (upstream is null && y.Value is not { RowCount: 1, ColumnCount: 1 })
        {
            throw new ArgumentException(
                $"Expected a scalar, [1 × 1], to differentiate; got {y.Shape}. Sum it, or give ∂L/∂y.", nameof(y));
        }

        upstream ??= Matrices.Ones(1, 1);
        RequireMatrix.SameShape(y.Value, upstream, nameof(y));
        PassBack(y, upstream, retainGraph);
    }

    private protected override Matrix<double> Collect(
        Matrix<double>? sum, Matrix<double> adjoint, Func<Matrix<double>, Matrix<double>> back) =>
        sum is null ? back(adjoint) : sum + back(adjoint); // (4.16)

    private protected override MatrixNode Make(
        Matrix<double> value, bool requiresGrad, string? operation,
        (MatrixNode Node, Func<Matrix<double>, Matrix<double>> Derivative)[]? inputs) =>
        new(this, operation is null ? value.Clone() : value, requiresGrad, operation, inputs);
}
