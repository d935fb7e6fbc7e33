using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Transformers;

/// <summary>y = x + F(x): the gradient reaches x even where F lets none through. S1-268.</summary>
public sealed class Residual : IStateful
{
    private readonly ILayer _inner;
    private readonly Workspace _Y = new(), _dX = new();

    /// <summary>F returns as many rows as it takes.</summary>
    /// <exception cref="ArgumentException">It does not.</exception>
    public Residual(ILayer inner)
    {
        ArgumentNullException.ThrowIfNull(inner);
        _inner = inner.Inputs == inner.Outputs
            ? inner
            : throw new ArgumentException(
                $"Expected a layer of as many rows out as in; got {inner.Name} [{inner.Inputs} → {inner.Outputs}].");
    }

    /// <inheritdoc/>
    public string Name => $"residual {_inner.Name}";

    /// <inheritdoc/>
    public int Inputs => _inner.Inputs;

    /// <inheritdoc/>
    public int Outputs => _inner.Outputs;

    /// <inheritdoc/>
    public IReadOnlyList<Parameter> Parameters => _inner.Parameters;

    /// <inheritdoc/>
    public IReadOnlyList<StoredTensor> Stored => _inner.Stored;

    /// <inheritdoc/>
    public IReadOnlyList<StoredTensor> State => _inner is IStateful stateful ? stateful.State : [];

    /// <inheritdoc/>
    public MatrixView Forward(MatrixView X, Mode mode = Mode.Training)
    {
        MatrixView F = _inner.Forward(X, mode), Y = _Y.Of(X.RowCount, X.ColumnCount);
        Y.CopyFrom(X);
        Y.Add(F);
        return Y;
    }

    /// <inheritdoc/>
    public MatrixView Backward(MatrixView dY, bool inputGradient = true)
    {
        MatrixView dF = _inner.Backward(dY), dX = _dX.Of(dY.RowCount, dY.ColumnCount);
        dX.CopyFrom(dY);
        dX.Add(dF);
        return dX;
    }

    /// <inheritdoc/>
    public ILayer Shared() => new Residual(_inner.Shared());
}
