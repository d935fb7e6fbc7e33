using System.Runtime.CompilerServices;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Networks;

/// <summary>Shape checks, buffers and the last training pass of a layer of D ≥ 1 rows in and K ≥ 1 out.</summary>
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
    public virtual IReadOnlyList<StoredTensor> Stored { get; } = StoredTensor.WeightAndBias(parameters);

    /// <inheritdoc/>
    public MatrixView Forward(MatrixView X, Mode mode = Mode.Training)
    {
        if (X.RowCount != Inputs || X.ColumnCount == 0)
        {
            throw new ArgumentException(
                $"Expected the input of {Name} to be [{Inputs} × N] with N at least 1; got {X}.", nameof(X));
        }

        MatrixView Y = _Y.Of(Outputs, ColumnsOf(X.ColumnCount));
        if (mode == Mode.Training)
        {
            Train(X, Y);
        }
        else
        {
            Forward(X, Y);
        }

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

        if (dY.RowCount != Outputs || dY.ColumnCount != Y.ColumnCount)
        {
            throw new ArgumentException(
                $"Expected the gradient of {Name} to have the shape {Y} of its output; got {dY}.", nameof(dY));
        }

        MatrixView? dX = inputGradient && HasInputGradient ? _dX.Of(Inputs, X.ColumnCount) : default(MatrixView?);
        Backward(X, Y, dY, dX);
        return dX ?? default;
    }

    /// <inheritdoc/>
    public abstract ILayer Shared();

    /// <summary>The columns of the output for N ≥ 1 of the input: N, or N·T where a sample becomes a
    /// sequence.</summary>
    protected virtual int ColumnsOf(int columns) => columns;

    /// <summary>Whether ∂L/∂X exists; not for token ids.</summary>
    protected virtual bool HasInputGradient => true;

    /// <summary>Y ← f(X). // X [D × N], Y [K × N]</summary>
    protected abstract void Forward(MatrixView X, MatrixView Y);

    /// <summary>The same in training, for layers that differ there. // X [D × N], Y [K × N]</summary>
    protected virtual void Train(MatrixView X, MatrixView Y) => Forward(X, Y);

    /// <summary>Adds ∂L/∂θ and writes ∂L/∂X, unless dX is null. // X, dX [D × N]; Y, dY [K × N]</summary>
    protected abstract void Backward(MatrixView X, MatrixView Y, MatrixView dY, MatrixView? dX);

    /// <summary>A number of rows, at least 1.</summary>
    protected static int Width(int width, [CallerArgumentExpression(nameof(width))] string name = "") =>
        width >= 1
            ? width
            : throw new ArgumentOutOfRangeException(name, $"Expected {name} to be at least 1; got {width}.");
}
