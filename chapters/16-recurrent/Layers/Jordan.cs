using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.RecurrentNetworks;

/// <summary>h_t = σ_h(W x_t + U y_{t−1} + b), y_t = σ_y(V h_t + c), (16.3): the state that goes from step to step is
/// the output. S3-154.</summary>
public sealed class Jordan : Recurrent
{
    private readonly MatrixView W, U, b, V, c; // [H × D], [H × K], [H × 1], [K × H], [K × 1]
    private readonly CellActivation σh, σy;
    private readonly Workspace _H = new(), _Δ = new(), _Z = new();
    private MatrixView _h, _δ, _z; // _z: z_t forward, ε_t backward // [H × T·N], [H × T·N], [K × T·N]

    /// <summary>D inputs, H hidden units and K outputs, all at least 1; biases start at 0.</summary>
    public Jordan(
        int inputs, int units, int outputs, Sequences sequences, Initializer weights,
        CellActivation? hidden = null, CellActivation? output = null)
        : this(
            sequences, hidden ?? CellActivation.Tanh, output ?? CellActivation.Tanh,
            [
                Cell.Drawn("W", units, inputs, weights), Cell.Drawn("U", units, outputs, weights),
                Cell.Drawn("b", units, 1, Initializers.Zero), Cell.Drawn("V", outputs, units, weights),
                Cell.Drawn("c", outputs, 1, Initializers.Zero),
            ])
    {
    }

    private Jordan(Sequences sequences, CellActivation hidden, CellActivation output, Parameter[] p)
        : base("Jordan", p[0].Value.ColumnCount, p[3].Value.RowCount, p[3].Value.RowCount, sequences, p)
    {
        (σh, σy) = (hidden, output);
        (W, U, b, V, c) = (
            p[0].Value.View(), p[1].Value.View(), p[2].Value.View(), p[3].Value.View(), p[4].Value.View());
        Stored =
        [
            StoredTensor.Matrix("weight_ih", p[0]), StoredTensor.Matrix("weight_yh", p[1]),
            StoredTensor.Vector("bias_h", p[2]), StoredTensor.Matrix("weight_hy", p[3]),
            StoredTensor.Vector("bias_y", p[4]),
        ];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<StoredTensor> Stored { get; }

    /// <inheritdoc/>
    public override ILayer Shared() =>
        new Jordan(Sequences, σh, σy, [.. Parameters]) { Returns = Returns, Reversed = Reversed };

    /// <inheritdoc/>
    protected override void Begin(MatrixView x, int N)
    {
        (_h, _δ) = (_H.Of(W.RowCount, x.ColumnCount), _Δ.Of(W.RowCount, x.ColumnCount));
        _z = _Z.Of(Outputs, x.ColumnCount);
        _h.Product(W, x); // (16.3)
        _h.AddColumn(b); // (16.3)
    }

    /// <inheritdoc/>
    protected override void Step(int t, MatrixView before, MatrixView after)
    {
        int N = after.ColumnCount;
        MatrixView h = _h.Columns(t * N, N), z = _z.Columns(t * N, N);
        h.AddProduct(U, before); // (16.3)
        h.Map(σh.Value, h); // (16.3)
        z.Product(V, h); // (16.3)
        z.AddColumn(c); // (16.3)
        after.Map(σy.Value, z); // (16.3)
    }

    /// <inheritdoc/>
    protected override void StepBackward(
        int t, MatrixView before, MatrixView after, MatrixView dAfter, MatrixView dBefore)
    {
        int N = after.ColumnCount;
        MatrixView h = _h.Columns(t * N, N), δ = _δ.Columns(t * N, N), ε = _z.Columns(t * N, N);
        ε.Map(σy.Gradient, after, dAfter); // (16.8)
        δ.Product(V.T, ε); // (16.8)
        δ.Map(σh.Gradient, h, δ); // (16.8)
        dBefore.AddProduct(U.T, δ); // (16.8)
    }

    /// <inheritdoc/>
    protected override void End(MatrixView x, MatrixView before, MatrixView? dx)
    {
        Parameters[0].AccumulateProduct(_δ, x.T); // (16.7)
        Parameters[1].AccumulateProduct(_δ, before.T); // (16.7)
        Parameters[2].Gradient.View().AddSumOfColumns(_δ); // (16.7)
        Parameters[3].AccumulateProduct(_z, _h.T); // (16.7)
        Parameters[4].Gradient.View().AddSumOfColumns(_z); // (16.7)
        dx?.Product(W.T, _δ); // (16.6)
    }
}
