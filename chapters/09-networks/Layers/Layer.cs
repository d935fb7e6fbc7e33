using System.Runtime.CompilerServices;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Networks;

/// <summary>Shape checks, buffers and the last training pass of a layer; subclasses supply the equations.</summary>
/// <param name="name">The name in summaries and messages.</param>
/// <param name="inputs">D ≥ 1.</param>
/// <param name="outputs">K ≥ 1.</param>
/// <param name="parameters">What training changes.</param>
/// <exception cref="ArgumentOutOfRangeException">A size below 1.</exception>
public abstract class Layer(string name, int inputs, int outputs, params Parameter[] parameters) : ILayer
{
    private readonly Workspace _Y = new(), _dX = new();
    private (MatrixView X, MatrixView Y) _last; // of the last training pass; empty after another

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public int Inputs { get; } = Width(inputs);

    /// <inheritdoc/>
    public int Outputs { get; } = Width(outputs);

    /// <inheritdoc/>
    public IReadOnlyList<Parameter> Parameters => parameters;

    /// <inheritdoc/>
    public MatrixView Forward(MatrixView X, Mode mode = Mode.Training)
    {
        if (X.RowCount != Inputs || X.ColumnCount == 0)
        {
            throw new ArgumentException(
                $"Expected the input of {Name} to be [{Inputs} × N] with N at least 1; got {X}.", nameof(X));
        }

        MatrixView Y = _Y.Of(Outputs, X.ColumnCount);
        Forward(X, Y);
        _last = mode == Mode.Training ? (X, Y) : default;
        return Y;
    }

    /// <inheritdoc/>
    public MatrixView Backward(MatrixView dY, bool inputGradient = true)
    {
        (MatrixView X, MatrixView Y) = _last;
        if (X.ColumnCount == 0)
        {
            throw new InvalidOperationException(
                $"Expected a forward pass in training before the backward pass of {Name}.");
        }

        if (dY.RowCount != Outputs || dY.ColumnCount != X.ColumnCount)
        {
            throw new ArgumentException(
                $"Expected the gradient of {Name} to have the shape {Y} of its output; got {dY}.", nameof(dY));
        }

        MatrixView? dX = inputGradient ? _dX.Of(Inputs, X.ColumnCount) : default(MatrixView?);
        Backward(X, Y, dY, dX);
        return dX ?? default;
    }

    /// <inheritdoc/>
    public abstract ILayer Shared();

    /// <summary>Y ← f(X).</summary>
    /// <param name="X">// [D × N]</param>
    /// <param name="Y">// [K × N]</param>
    protected abstract void Forward(MatrixView X, MatrixView Y);

    /// <summary>Adds the gradients of the parameters and writes that of the input, if it is wanted.</summary>
    /// <param name="X">The input. // [D × N]</param>
    /// <param name="Y">The output. // [K × N]</param>
    /// <param name="dY">∂L/∂Y. // [K × N]</param>
    /// <param name="dX">∂L/∂X, or null. // [D × N]</param>
    protected abstract void Backward(MatrixView X, MatrixView Y, MatrixView dY, MatrixView? dX);

    /// <summary>A number of rows, at least 1.</summary>
    private protected static int Width(int width, [CallerArgumentExpression(nameof(width))] string name = "") =>
        width >= 1
            ? width
            : throw new ArgumentOutOfRangeException(name, $"Expected {name} to be at least 1; got {width}.");
}
