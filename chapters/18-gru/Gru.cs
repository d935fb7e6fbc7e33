using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.RecurrentNetworks;

namespace Reference.GatedRecurrentUnits;

/// <summary>
/// The GRU in PyTorch's form as a recurrent layer, (18.1), (18.2), (18.5), (18.6): one product with W_x for all steps,
/// then at each step two with W_h and the fused gates. Order r, z, n, with PyTorch's two biases.
/// </summary>
public sealed class Gru : Recurrent
{
    private readonly MatrixView W_x, W_h; // [3H × D], [3H × H]
    private readonly Workspace _Y = new(), _Q = new(), _Δx = new(), _Δh = new(), _turned = new();
    private readonly double[] _b; // of x, for r and z with that of h // [3H]
    private MatrixView Y, Q, Δx, Δh; // gates [3H × T·N], the product that r multiplies [H × T·N], δ [3H × T·N]
    private MatrixView? W_hᵀ; // laid out once a backward pass // [H × 3H]

    /// <summary>D ≥ 1 inputs and H ≥ 1 units. W_x is drawn, W_h like it unless it has an initializer of its own, the
    /// biases are drawn or 0.</summary>
    public Gru(
        int inputs, int units, Sequences sequences, Initializer weights, Initializer? recurrent = null,
        Initializer? bias = null)
        : this(
            sequences, Cell.Drawn("W_x", 3 * units, inputs, weights),
            Cell.Drawn("W_h", 3 * units, units, recurrent ?? weights),
            Cell.Drawn("b_x", 3 * units, 1, bias ?? Initializers.Zero),
            Cell.Drawn("b_h", 3 * units, 1, bias ?? Initializers.Zero))
    {
    }

    private Gru(Sequences sequences, Parameter W_x, Parameter W_h, Parameter b_x, Parameter b_h)
        : base(
            "GRU", W_x.Value.ColumnCount, W_h.Value.ColumnCount, W_h.Value.ColumnCount, sequences, W_x, W_h, b_x,
            b_h)
    {
        (this.W_x, this.W_h, _b) = (W_x.Value.View(), W_h.Value.View(), new double[3 * Outputs]);
        Stored =
        [
            StoredTensor.Matrix("weight_ih_l0", W_x), StoredTensor.Matrix("weight_hh_l0", W_h),
            StoredTensor.Vector("bias_ih_l0", b_x), StoredTensor.Vector("bias_hh_l0", b_h),
        ];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<StoredTensor> Stored { get; }

    /// <inheritdoc/>
    public override ILayer Shared() => new Gru(Sequences, Parameters[0], Parameters[1], Parameters[2], Parameters[3])
        { Returns = Returns, Reversed = Reversed };

    /// <summary>r, z, n of step t of the last pass. // [3H × N]</summary>
    public MatrixView Gates(int t) => Y.Columns(t * State(0).ColumnCount, State(0).ColumnCount);

    /// <inheritdoc/>
    protected override void Begin(MatrixView x, int N)
    {
        (Y, Q, W_hᵀ) = (_Y.Of(3 * Outputs, x.ColumnCount), _Q.Of(Outputs, x.ColumnCount), null);
        Parameters[2].Values.CopyTo(_b);
        Kernels.Axpby(1, Parameters[3].Values[..(2 * Outputs)], 1, _b.AsSpan(0, 2 * Outputs));
        Y.Product(W_x, x); // (18.1) (18.2) (18.5), for all steps
    }

    /// <inheritdoc/>
    protected override void Step(int t, MatrixView before, MatrixView after)
    {
        int H = Outputs, N = after.ColumnCount;
        MatrixView y = Y.Columns(t * N, N), q = Q.Columns(t * N, N);
        y.Rows(0, 2 * H).AddProduct(W_h.Rows(0, 2 * H), before); // (18.1) (18.2)
        q.Product(W_h.Rows(2 * H, H), before); // (18.5)
        Kernels.GruGates(
            _b, Parameters[3].Values[(2 * H)..], y.Span, q.Span, before.Span, after.Span); // (18.5) (18.6)
    }

    /// <inheritdoc/>
    protected override void StepBackward(
        int t, MatrixView before, MatrixView after, MatrixView dAfter, MatrixView dBefore)
    {
        int N = after.ColumnCount;
        MatrixView turned = W_hᵀ ?? Turn(), y = Y.Columns(t * N, N), q = Q.Columns(t * N, N);
        MatrixView δx = Δx.Columns(t * N, N), δh = Δh.Columns(t * N, N);
        Kernels.GruGatesGradient(
            y.Span, q.Span, before.Span, dAfter.Span, δx.Span, δh.Span, dBefore.Span, Outputs); // (18.7)–(18.9)
        dBefore.AddProduct(turned, δh); // (18.10)
    }

    /// <inheritdoc/>
    protected override void End(MatrixView x, MatrixView before, MatrixView? dx)
    {
        Parameters[0].AccumulateProduct(Δx, x.T); // (18.11)
        Parameters[1].AccumulateProduct(Δh, before.T); // (18.11)
        Parameters[2].Gradient.View().AddSumOfColumns(Δx); // (18.11)
        Parameters[3].Gradient.View().AddSumOfColumns(Δh); // (18.11)
        dx?.Product(W_x.T, Δx); // (18.10)
        W_hᵀ = null;
    }

    // Products with a matrix laid out in the order of reading are faster, and a sequence has many of them.
    private MatrixView Turn()
    {
        (Δx, Δh) = (_Δx.Of(Y.RowCount, Y.ColumnCount), _Δh.Of(Y.RowCount, Y.ColumnCount));
        MatrixView turned = _turned.Of(Outputs, 3 * Outputs);
        turned.CopyFrom(W_h.T);
        W_hᵀ = turned;
        return turned;
    }
}
