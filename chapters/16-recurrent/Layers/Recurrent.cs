using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.RecurrentNetworks;

/// <summary>What a recurrent layer passes on: Keras's <c>return_sequences</c>. S3-156, S3-280.</summary>
public enum Returns
{
    /// <summary>The output of every step, [K × N·T]; 0 where a step is padding.</summary>
    EveryStep,

    /// <summary>The output of the last real step, [K × N].</summary>
    LastStep,
}

/// <summary>
/// The loop over time of a recurrent layer, forward and backward; a cell is a class derived from it. The state of a
/// sample is a column of R numbers, whose first K are the output of the step: h of Elman's network and of a GRU, h
/// above c of an LSTM. Between layers a batch is [D × N·T], the steps of a sample one after another; inside, the N
/// samples of a step are neighbours, so that a step is one block of memory. Nothing is allocated within a sequence.
/// S2-180, S3-152.
/// </summary>
public abstract partial class Recurrent : ILayer
{
    private readonly Workspace _x = new(), _S = new(), _Y = new(), _dx = new(), _dS = new(), _dX = new();
    private (MatrixView x, MatrixView S, int T, int N) _last; // of the last training pass; T = 0 after another
    private MatrixView _states, _gradients; // [R × (T + 1)·N]
    private int _samples;

    /// <summary>D ≥ 1 inputs, K ≥ 1 outputs and R ≥ K numbers of state.</summary>
    protected Recurrent(
        string name, int inputs, int outputs, int stateRows, Sequences sequences, params Parameter[] parameters)
    {
        ArgumentNullException.ThrowIfNull(sequences);
        (Name, Inputs, Outputs, StateRows, Sequences, Parameters) =
            (name, inputs, outputs, stateRows, sequences, parameters);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public int Inputs { get; }

    /// <inheritdoc/>
    public int Outputs { get; }

    /// <summary>R.</summary>
    public int StateRows { get; }

    /// <summary>The number of steps, and the padding.</summary>
    public Sequences Sequences { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <inheritdoc/>
    public abstract IReadOnlyList<StoredTensor> Stored { get; }

    /// <summary>What is passed on.</summary>
    public Returns Returns { get; init; } = Returns.EveryStep;

    /// <summary>Whether the sequence is read from its end: the second half of <see cref="Bidirectional"/>.</summary>
    public bool Reversed { get; init; }

    /// <summary>The state after the last step of the last pass, which may start the next one. // [R × N]</summary>
    public MatrixView LastState => State(_states.ColumnCount / Math.Max(_samples, 1) - 1);

    /// <summary>The state after t steps of the last pass; that of t = 0 is the initial one. // [R × N]</summary>
    public MatrixView State(int t) => _states.Columns(t * _samples, _samples);

    /// <summary>∂L/∂ of the state after t steps, by the last backward pass, the gradient of step t itself included;
    /// that of t = 0 is of the initial state. Where a step is padding it is 0. // [R × N]</summary>
    public MatrixView StateGradient(int t) => _gradients.Columns(t * _last.N, _last.N);

    /// <inheritdoc/>
    public MatrixView Forward(MatrixView X, Mode mode = Mode.Training) => Forward(X, default, mode);

    /// <summary>The output from an initial state; an empty one is 0. // X [D × N·T], initial [R × N] → [K × N·T] or
    /// [K × N]</summary>
    /// <exception cref="ArgumentException">Another shape; the message names both.</exception>
    public MatrixView Forward(MatrixView X, MatrixView initial, Mode mode = Mode.Training)
    {
        if (X.RowCount != Inputs)
        {
            throw new ArgumentException($"Expected the input of {Name} to be [{Inputs} × N·T]; got {X}.", nameof(X));
        }

        int T = Sequences.Steps, N = Sequences.SamplesOf(X.ColumnCount, Name);
        CheckState(initial, N, nameof(initial));
        MatrixView x = X, S = _S.Of(StateRows, (T + 1) * N), first = S.Columns(0, N);
        if (!IsSame(N))
        {
            x = _x.Of(Inputs, T * N);
            ToSteps(X, x, T, N);
        }

        if (initial.ColumnCount == 0)
        {
            first.Fill(0);
        }
        else
        {
            first.CopyFrom(initial);
        }

        Begin(x, N);
        for (int t = 0; t < T; t++)
        {
            MatrixView before = S.Columns(t * N, N), after = S.Columns((t + 1) * N, N);
            Step(t, before, after);
            KeepPadded(before, after, t, T);
        }

        (_states, _samples) = (S, N);
        _last = mode == Mode.Training ? (x, S, T, N) : default;
        return Output(S, T, N);
    }

    /// <inheritdoc/>
    public MatrixView Backward(MatrixView dY, bool inputGradient = true) => Backward(dY, default, inputGradient);

    /// <summary>The same, with a gradient of the last state too, as an encoder gets it from its decoder; either may be
    /// empty. S1-197 // dY [K × N·T] or [K × N], dLast [R × N] → dX [D × N·T]</summary>
    /// <exception cref="ArithmeticException">A gradient is not finite; the message names the step.</exception>
    public MatrixView Backward(MatrixView dY, MatrixView dLast, bool inputGradient = true)
    {
        (MatrixView x, MatrixView S, int T, int N) = _last;
        if (T == 0)
        {
            throw new InvalidOperationException(
                $"Expected a forward pass in training before the backward pass of {Name}.");
        }

        CheckState(dLast, N, nameof(dLast));
        MatrixView dS = _gradients = Upstream(dY, dLast, T, N);
        for (int t = T - 1; t >= 0; t--)
        {
            MatrixView dAfter = dS.Columns((t + 1) * N, N), dBefore = dS.Columns(t * N, N);
            if (!Kernels.AllFinite(dAfter.Span))
            {
                throw new ArithmeticException(
                    $"Expected the gradient of the state of {Name} to be finite; it is not at step {t + 1} of {T}.");
            }

            PassPadded(dAfter, dBefore, t, T);
            StepBackward(t, S.Columns(t * N, N), S.Columns((t + 1) * N, N), dAfter, dBefore);
        }

        if (!inputGradient)
        {
            End(x, S.Columns(0, T * N), null);
            return default;
        }

        MatrixView dx = _dx.Of(Inputs, T * N);
        End(x, S.Columns(0, T * N), dx);
        if (IsSame(N))
        {
            return dx;
        }

        MatrixView dX = _dX.Of(Inputs, N * T);
        FromSteps(dx, dX, T, N);
        return dX;
    }

    /// <inheritdoc/>
    public abstract ILayer Shared();

    /// <summary>Prepares a pass: what all steps can do at once, such as W·x + b. Block t of x, <c>x.Columns(t * N,
    /// N)</c>, is the input of step t. // x [D × T·N]</summary>
    protected abstract void Begin(MatrixView x, int N);

    /// <summary>The state after step t from that before it. // before, after [R × N]</summary>
    protected abstract void Step(int t, MatrixView before, MatrixView after);

    /// <summary>Adds to ∂L/∂ of the state before step t what comes from that after it, and keeps what
    /// <see cref="End"/> needs. It must be linear in dAfter, which is 0 for a sample whose step is padding.
    /// // all [R × N]</summary>
    protected abstract void StepBackward(
        int t, MatrixView before, MatrixView after, MatrixView dAfter, MatrixView dBefore);

    /// <summary>Adds ∂L/∂θ of all steps and writes ∂L/∂x, unless dx is null. // x, dx [D × T·N]; before, the states
    /// before each step [R × T·N]</summary>
    protected abstract void End(MatrixView x, MatrixView before, MatrixView? dx);

    private void CheckState(MatrixView state, int N, string name)
    {
        if (state.ColumnCount != 0 && (state.RowCount != StateRows || state.ColumnCount != N))
        {
            throw new ArgumentException(
                $"Expected {name} of {Name} to be a state [{StateRows} × {N}]; got {state}.", name);
        }
    }
}
