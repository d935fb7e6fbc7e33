using MathNet.Numerics.LinearAlgebra.Double;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.RecurrentNetworks;

/// <summary>h_t = σ(W x_t + U h_{t−1} + b), (16.1): Keras's SimpleRNN, PyTorch's RNN. Its outputs are its states; a
/// dense layer behind it makes y_t of each, (16.2). S1-194, S2-179, S3-153, S3-156, S4-027.</summary>
public sealed class Elman : Recurrent
{
    private readonly MatrixView W, U, b; // [H × D], [H × H], [H × 1]
    private readonly CellActivation σ;
    private readonly Workspace _A = new();
    private MatrixView _a; // a_t in the forward pass, δ_t in the backward pass // [H × T·N]

    /// <summary>D ≥ 1 inputs and H ≥ 1 units; W is drawn, U like W unless it has an initializer of its own, b is
    /// drawn or 0.</summary>
    public Elman(
        int inputs, int units, Sequences sequences, Initializer weights, Initializer? recurrent = null,
        Initializer? bias = null, CellActivation? activation = null)
        : this(
            sequences, activation ?? CellActivation.Tanh,
            Cell.Drawn("W", units, inputs, weights), Cell.Drawn("U", units, units, recurrent ?? weights),
            Cell.Drawn("b", units, 1, bias ?? Initializers.Zero))
    {
    }

    private Elman(Sequences sequences, CellActivation activation, Parameter W, Parameter U, Parameter b)
        : base("Elman", W.Value.ColumnCount, W.Value.RowCount, W.Value.RowCount, sequences, W, U, b)
    {
        (this.W, this.U, this.b, σ) = (W.Value.View(), U.Value.View(), b.Value.View(), activation);
        Stored = Cell.Named(W, U, b);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<StoredTensor> Stored { get; }

    /// <inheritdoc/>
    public override ILayer Shared() =>
        new Elman(Sequences, σ, Parameters[0], Parameters[1], Parameters[2])
            { Returns = Returns, Reversed = Reversed };

    /// <inheritdoc/>
    protected override void Begin(MatrixView x, int N)
    {
        _a = _A.Of(Outputs, x.ColumnCount);
        _a.Product(W, x); // (16.1), for all steps
        _a.AddColumn(b); // (16.1)
    }

    /// <inheritdoc/>
    protected override void Step(int t, MatrixView before, MatrixView after)
    {
        MatrixView a = _a.Columns(t * after.ColumnCount, after.ColumnCount);
        a.AddProduct(U, before); // (16.1)
        after.Map(σ.Value, a); // (16.1)
    }

    /// <inheritdoc/>
    protected override void StepBackward(
        int t, MatrixView before, MatrixView after, MatrixView dAfter, MatrixView dBefore)
    {
        MatrixView δ = _a.Columns(t * after.ColumnCount, after.ColumnCount);
        δ.Map(σ.Gradient, after, dAfter); // (16.4)
        dBefore.AddProduct(U.T, δ); // (16.5)
    }

    /// <inheritdoc/>
    protected override void End(MatrixView x, MatrixView before, MatrixView? dx)
    {
        Parameters[0].AccumulateProduct(_a, x.T); // (16.7)
        Parameters[1].AccumulateProduct(_a, before.T); // (16.7)
        Parameters[2].Gradient.View().AddSumOfColumns(_a); // (16.7)
        dx?.Product(W.T, _a); // (16.6)
    }
}
