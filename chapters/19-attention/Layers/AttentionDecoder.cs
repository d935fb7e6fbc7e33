using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.RecurrentNetworks;

namespace Reference.Attention;

/// <summary>
/// A GRU whose input is joined by a context: at each step its state asks an additive attention for a mean of the
/// encoder's states, (19.6). The state of a sample is s above c, and both are passed on. S3-185.
/// </summary>
public sealed class AttentionDecoder : Recurrent
{
    private readonly MatrixView W_x, W_c, W_h; // [3H × D], [3H × w], [3H × H]
    private readonly Workspace _Y = new(), _Q = new(), _S = new(), _Δx = new(), _Δh = new(), _ds = new(), _dc = new(),
        _s = new(), _c = new();

    private readonly double[] _b;
    private MatrixView Y, Q, C, Δx, Δh; // of all steps

    /// <summary>D inputs, H units, states of w rows in the memory, compared in k rows; all is drawn alike.</summary>
    public AttentionDecoder(
        int inputs, int units, int memory, int width, Sequences sequences, Initializer weights)
        : this(
            sequences, new AdditiveAttention(units, memory, width, weights),
            Cell.Drawn("W_x", 3 * units, inputs + memory, weights), Cell.Drawn("W_h", 3 * units, units, weights),
            Cell.Drawn("b_x", 3 * units, 1, weights), Cell.Drawn("b_h", 3 * units, 1, weights),
            memory)
    {
    }

    private AttentionDecoder(
        Sequences sequences, AdditiveAttention attention, Parameter W_x, Parameter W_h, Parameter b_x, Parameter b_h,
        int memory)
        : base(
            "attention decoder", W_x.Value.ColumnCount - memory, W_h.Value.ColumnCount + memory,
            W_h.Value.ColumnCount + memory, sequences, [W_x, W_h, b_x, b_h, .. attention.Parameters])
    {
        (Attention, Units, MemoryRows) = (attention, W_h.Value.ColumnCount, memory);
        MatrixView W = W_x.Value.View();
        (this.W_x, W_c, this.W_h) = (W.Columns(0, Inputs), W.Columns(Inputs, memory), W_h.Value.View());
        _b = new double[3 * Units];
        Stored =
        [
            StoredTensor.Matrix("weight_ih_l0", W_x), StoredTensor.Matrix("weight_hh_l0", W_h),
            StoredTensor.Vector("bias_ih_l0", b_x), StoredTensor.Vector("bias_hh_l0", b_h),
            StoredTensor.Matrix("query.weight", Attention.Parameters[0]),
            StoredTensor.Vector("query.bias", Attention.Parameters[1]),
            StoredTensor.Matrix("key.weight", Attention.Parameters[2]),
            StoredTensor.Vector("v", Attention.Parameters[3]),
        ];
    }

    /// <summary>The attention, whose weights of the last pass a figure may show.</summary>
    public AdditiveAttention Attention { get; }

    /// <summary>H.</summary>
    public int Units { get; }

    /// <summary>w.</summary>
    public int MemoryRows { get; }

    /// <summary>The encoder's states that the next pass looks at, a sample after the other. // [w × N·M]</summary>
    public MatrixView Memory { get; set; }

    /// <inheritdoc/>
    public override IReadOnlyList<StoredTensor> Stored { get; }

    /// <inheritdoc/>
    public override ILayer Shared() => new AttentionDecoder(
        Sequences, Attention.Shared(), Parameters[0], Parameters[1], Parameters[2], Parameters[3], MemoryRows)
        { Returns = Returns, Reversed = Reversed };

    /// <inheritdoc/>
    protected override void Begin(MatrixView x, int N)
    {
        if (Memory.RowCount != MemoryRows || Memory.ColumnCount == 0 || Memory.ColumnCount % N != 0)
        {
            throw new ArgumentException(
                $"Expected the states of {N} encoded samples, [{MemoryRows} × {N}·M]; got {Memory}.");
        }

        Attention.Begin(Memory, N, x.ColumnCount / N);
        (Y, Q, C) = (
            _Y.Of(3 * Units, x.ColumnCount), _Q.Of(Units, x.ColumnCount), _c.Of(MemoryRows, x.ColumnCount));
        Parameters[2].Values.CopyTo(_b);
        Kernels.Axpby(1, Parameters[3].Values[..(2 * Units)], 1, _b.AsSpan(0, 2 * Units));
        Y.Product(W_x, x); // (19.6), for all steps
    }

    /// <inheritdoc/>
    protected override void Step(int t, MatrixView before, MatrixView after)
    {
        int N = after.ColumnCount;
        MatrixView s1 = _s.Contiguous(before.Rows(0, Units)), c = C.Columns(t * N, N), s = _S.Of(Units, N);
        Attention.Step(t, s1, c); // (19.2) (19.3)
        MatrixView y = Y.Columns(t * N, N), q = Q.Columns(t * N, N);
        y.AddProduct(W_c, c); // (19.6)
        y.Rows(0, 2 * Units).AddProduct(W_h.Rows(0, 2 * Units), s1);
        q.Product(W_h.Rows(2 * Units, Units), s1);
        Kernels.GruGates(_b, Parameters[3].Values[(2 * Units)..], y.Span, q.Span, s1.Span, s.Span); // (19.6)
        after.Rows(0, Units).CopyFrom(s);
        after.Rows(Units, MemoryRows).CopyFrom(c);
    }

    /// <inheritdoc/>
    protected override void StepBackward(
        int t, MatrixView before, MatrixView after, MatrixView dAfter, MatrixView dBefore)
    {
        int N = after.ColumnCount;
        if (t == Y.ColumnCount / N - 1)
        {
            Attention.BeginBackward();
            (Δx, Δh) = (_Δx.Of(Y.RowCount, Y.ColumnCount), _Δh.Of(Y.RowCount, Y.ColumnCount));
        }

        MatrixView s1 = _s.Contiguous(before.Rows(0, Units)), ds = _S.Contiguous(dAfter.Rows(0, Units)),
            ds1 = _ds.Of(Units, N), dc = _dc.Of(MemoryRows, N);
        MatrixView δx = Δx.Columns(t * N, N), δh = Δh.Columns(t * N, N);
        ds1.Fill(0);
        Kernels.GruGatesGradient(
            Y.Columns(t * N, N).Span, Q.Columns(t * N, N).Span, s1.Span, ds.Span, δx.Span, δh.Span, ds1.Span, Units);
        ds1.AddProduct(W_h.T, δh);
        dc.CopyFrom(dAfter.Rows(Units, MemoryRows));
        dc.AddProduct(W_c.T, δx); // (19.6)
        Attention.StepBackward(t, s1, dc, ds1); // (19.4) (19.5)
        dBefore.Rows(0, Units).Add(ds1);
    }

    /// <inheritdoc/>
    protected override void End(MatrixView x, MatrixView before, MatrixView? dx)
    {
        Attention.EndBackward();
        MatrixView dW = Parameters[0].Gradient.View();
        dW.Columns(0, Inputs).AddProduct(Δx, x.T);
        dW.Columns(Inputs, MemoryRows).AddProduct(Δx, C.T);
        Parameters[1].AccumulateProduct(Δh, before.Rows(0, Units).T);
        Parameters[2].Gradient.View().AddSumOfColumns(Δx);
        Parameters[3].Gradient.View().AddSumOfColumns(Δh);
        dx?.Product(W_x.T, Δx);
    }
}
