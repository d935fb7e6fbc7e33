using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.RecurrentNetworks;

/// <summary>
/// Two recurrent layers, one of which reads the sequence from its end; their outputs stand one above the other,
/// [→h_t; ←h_t], (16.12). The last output is that of each at the end of its own reading. S2-182.
/// </summary>
public sealed class Bidirectional : ILayer
{
    private readonly Recurrent _forward, _backward;
    private readonly Workspace _Y = new();

    /// <summary>Two layers over the same sequences, the second with <see cref="Recurrent.Reversed"/>.</summary>
    /// <exception cref="ArgumentException">They read in the same direction or differ in what they take or
    /// return.</exception>
    public Bidirectional(Recurrent forward, Recurrent backward)
    {
        ArgumentNullException.ThrowIfNull(forward);
        ArgumentNullException.ThrowIfNull(backward);
        if (forward.Reversed || !backward.Reversed || forward.Inputs != backward.Inputs
            || forward.Returns != backward.Returns || forward.Sequences != backward.Sequences)
        {
            throw new ArgumentException(
                "Expected a layer that reads forward and one that reads backward, with the same inputs, returns and "
                    + $"sequences; got {Shape(forward)} and {Shape(backward)}.", nameof(backward));
        }

        (_forward, _backward) = (forward, backward);
        Parameters = [.. forward.Parameters, .. backward.Parameters];
        Stored = [.. forward.Stored, .. backward.Stored.Select(tensor => tensor.Named($"{tensor.Name}_reverse"))];
    }

    /// <inheritdoc/>
    public string Name => $"bidirectional {_forward.Name}";

    /// <inheritdoc/>
    public int Inputs => _forward.Inputs;

    /// <inheritdoc/>
    public int Outputs => _forward.Outputs + _backward.Outputs;

    /// <inheritdoc/>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>PyTorch's names, those of the second layer with <c>_reverse</c>.</summary>
    public IReadOnlyList<StoredTensor> Stored { get; }

    /// <inheritdoc/>
    public MatrixView Forward(MatrixView X, Mode mode = Mode.Training)
    {
        MatrixView first = _forward.Forward(X, mode), second = _backward.Forward(X, mode);
        MatrixView Y = _Y.Of(Outputs, first.ColumnCount);
        Y.Rows(0, first.RowCount).CopyFrom(first); // (16.12)
        Y.Rows(first.RowCount, second.RowCount).CopyFrom(second); // (16.12)
        return Y;
    }

    /// <inheritdoc/>
    public MatrixView Backward(MatrixView dY, bool inputGradient = true)
    {
        if (dY.RowCount != Outputs)
        {
            throw new ArgumentException(
                $"Expected the gradient of {Name} to have {Outputs} rows; got {dY}.", nameof(dY));
        }

        MatrixView dX = _forward.Backward(dY.Rows(0, _forward.Outputs), inputGradient);
        MatrixView second = _backward.Backward(dY.Rows(_forward.Outputs, _backward.Outputs), inputGradient);
        if (inputGradient)
        {
            dX.Add(second);
        }

        return dX;
    }

    /// <inheritdoc/>
    public ILayer Shared() => new Bidirectional((Recurrent)_forward.Shared(), (Recurrent)_backward.Shared());

    private static string Shape(Recurrent layer) =>
        $"{layer.Name} [{layer.Inputs} → {layer.Outputs}, {layer.Returns}{(layer.Reversed ? ", reversed" : "")}]";
}
