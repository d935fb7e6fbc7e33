using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.RecurrentNetworks;

/// <summary>A layer without parameters between sequences and columns.</summary>
public abstract class StepLayer(string name, int inputs, int outputs, Sequences sequences) : ILayer
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public int Inputs => inputs;

    /// <inheritdoc/>
    public int Outputs => outputs;

    /// <inheritdoc/>
    public IReadOnlyList<Parameter> Parameters => [];

    /// <inheritdoc/>
    public IReadOnlyList<StoredTensor> Stored => [];

    /// <summary>The number of steps.</summary>
    protected Sequences Sequences => sequences;

    /// <inheritdoc/>
    public MatrixView Forward(MatrixView X, Mode mode = Mode.Training) => X.RowCount == inputs && X.ColumnCount > 0
        ? Turn(X)
        : throw new ArgumentException($"Expected the input of {name} to be [{inputs} × N]; got {X}.", nameof(X));

    /// <inheritdoc/>
    public MatrixView Backward(MatrixView dY, bool inputGradient = true) => TurnBack(dY);

    /// <inheritdoc/>
    public abstract ILayer Shared();

    /// <summary>The output.</summary>
    protected abstract MatrixView Turn(MatrixView X);

    /// <summary>The gradient of the input.</summary>
    protected abstract MatrixView TurnBack(MatrixView dY);
}

/// <summary>Samples with their steps in one column become sequences, [D·T × N] → [D × N·T]: the same numbers in the
/// same order. A set of samples keeps sequences so; T is that of the sequences when it is made.</summary>
public sealed class SplitSteps(int rows, Sequences sequences)
    : StepLayer("split steps", rows * sequences.Steps, rows, sequences)
{
    /// <inheritdoc/>
    public override ILayer Shared() => new SplitSteps(Outputs, Sequences);

    /// <inheritdoc/>
    protected override MatrixView Turn(MatrixView X) => X.Reshape(Outputs, X.ColumnCount * (Inputs / Outputs));

    /// <inheritdoc/>
    protected override MatrixView TurnBack(MatrixView dY) => dY.Reshape(Inputs, dY.ColumnCount / (Inputs / Outputs));
}

/// <summary>The way back, [K × N·T] → [K·T × N], for a loss over all outputs of a sample.</summary>
public sealed class JoinSteps(int rows, Sequences sequences)
    : StepLayer("join steps", rows, rows * sequences.Steps, sequences)
{
    /// <inheritdoc/>
    public override ILayer Shared() => new JoinSteps(Inputs, Sequences);

    /// <inheritdoc/>
    protected override MatrixView Turn(MatrixView X) => X.Reshape(Outputs, X.ColumnCount / (Outputs / Inputs));

    /// <inheritdoc/>
    protected override MatrixView TurnBack(MatrixView dY) => dY.Reshape(Inputs, dY.ColumnCount * (Outputs / Inputs));
}

/// <summary>The same input at every step, [D × N] → [D × N·T]: one-to-many, as from an image to its caption.
/// S1-196, S2-190, S3-181, S3-260.</summary>
public sealed class RepeatSteps(int rows, Sequences sequences) : StepLayer("repeat", rows, rows, sequences)
{
    private readonly Workspace _Y = new(), _dX = new();

    /// <inheritdoc/>
    public override ILayer Shared() => new RepeatSteps(Inputs, Sequences);

    /// <inheritdoc/>
    protected override MatrixView Turn(MatrixView X)
    {
        int N = X.ColumnCount, T = Sequences.Steps;
        MatrixView Y = _Y.Of(Outputs, N * T);
        for (int t = 0; t < T; t++)
        {
            Y.Columns(t, N, T).CopyFrom(X);
        }

        return Y;
    }

    /// <inheritdoc/>
    protected override MatrixView TurnBack(MatrixView dY)
    {
        int T = Sequences.Steps, N = Sequences.SamplesOf(dY.ColumnCount, Name);
        MatrixView dX = _dX.Of(Inputs, N);
        dX.Fill(0);
        for (int t = 0; t < T; t++)
        {
            dX.Add(dY.Columns(t, N, T));
        }

        return dX;
    }
}

/// <summary>Passes token ids on, [T × N], and sets the mask: a step whose id is 0 is padding, before or behind the
/// words. T is that of the sequences when it is made. S3-157, S3-158.</summary>
public sealed class Masking(Sequences sequences)
    : StepLayer("masking", sequences.Steps, sequences.Steps, sequences)
{
    private bool[] _real = [];

    /// <inheritdoc/>
    public override ILayer Shared() => new Masking(Sequences);

    /// <inheritdoc/>
    protected override MatrixView Turn(MatrixView X)
    {
        int columns = X.RowCount * X.ColumnCount;
        _real = _real.Length == columns ? _real : new bool[columns];
        ReadOnlySpan<double> ids = X.Span;
        for (int i = 0; i < columns; i++)
        {
            _real[i] = ids[i] != 0;
        }

        Sequences.Expect(X.RowCount, _real);
        return X;
    }

    /// <inheritdoc/>
    protected override MatrixView TurnBack(MatrixView dY) => dY;
}
