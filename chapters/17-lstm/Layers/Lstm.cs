using MathNet.Numerics.LinearAlgebra.Double;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.RecurrentNetworks;

namespace Reference.LongShortTermMemory;

/// <summary>
/// The LSTM as a recurrent layer: one product with W_x for all steps, then at each step one with W_h and the fused
/// gates, (17.4)–(17.7); the gradients of the weights are one product again. The state is h above C; weights and files
/// have PyTorch's order i, f, g, o. S2-204, S3-168, S4-190, S4-191.
/// </summary>
public sealed class Lstm : Recurrent
{
    private readonly MatrixView W_x, W_h, b; // [4H × D], [4H × H], [4H × 1]
    private readonly Workspace _Z = new(), _A = new(), _Δ = new(), _turned = new();
    private MatrixView Z, A, Δ; // gates [4H × T·N], tanh C [H × T·N], δ [4H × T·N]
    private MatrixView? W_hᵀ; // laid out once a backward pass // [H × 4H]

    /// <summary>D ≥ 1 inputs and H ≥ 1 units. W_x is drawn, W_h like it unless it has an initializer of its own, b is
    /// drawn or 0; <paramref name="forgetBias"/> is added to that of the forget gate, (17.13): 1 in Keras.</summary>
    public Lstm(
        int inputs, int units, Sequences sequences, Initializer weights, Initializer? recurrent = null,
        Initializer? bias = null, double forgetBias = 0)
        : this(
            sequences, Cell.Drawn("W_x", 4 * units, inputs, weights),
            Cell.Drawn("W_h", 4 * units, units, recurrent ?? weights),
            Cell.Drawn("b", 4 * units, 1, bias ?? Initializers.Zero))
    {
        Require.Finite(forgetBias);
        foreach (ref double value in Parameters[2].Values.Slice(units, units))
        {
            value += forgetBias; // (17.13)
        }
    }

    /// <summary>A layer of given weights, which are copied.</summary>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public Lstm(StackedLstm weights, Sequences sequences)
        : this(
            sequences, new Parameter("W_x", weights.W_x), new Parameter("W_h", weights.W_h),
            new Parameter("b", weights.b))
    {
    }

    private Lstm(Sequences sequences, Parameter W_x, Parameter W_h, Parameter b)
        : base(
            "LSTM", W_x.Value.ColumnCount, W_h.Value.ColumnCount, 2 * W_h.Value.ColumnCount, sequences, W_x, W_h, b)
    {
        int rows = 4 * Outputs;
        if (W_x.Value.RowCount != rows || W_h.Value.RowCount != rows || b.Value.RowCount != rows)
        {
            throw new ArgumentException(
                $"Expected W_x [{rows} × D], W_h [{rows} × {Outputs}] and b [{rows} × 1]; got {W_x.Value.View()}, "
                    + $"{W_h.Value.View()} and {b.Value.View()}.", nameof(W_h));
        }

        (this.W_x, this.W_h, this.b) = (W_x.Value.View(), W_h.Value.View(), b.Value.View());
        Stored = Cell.Named(W_x, W_h, b);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<StoredTensor> Stored { get; }

    /// <summary>A copy of the weights.</summary>
    public StackedLstm Weights => new(W_x.ToMatrix(), W_h.ToMatrix(), b.ToMatrix());

    /// <inheritdoc/>
    public override ILayer Shared() =>
        new Lstm(Sequences, Parameters[0], Parameters[1], Parameters[2]) { Returns = Returns, Reversed = Reversed };

    /// <summary>i, f, g, o of step t of the last pass. // [4H × N]</summary>
    public MatrixView Gates(int t) => Z.Columns(t * State(0).ColumnCount, State(0).ColumnCount);

    /// <inheritdoc/>
    protected override void Begin(MatrixView x, int N)
    {
        (Z, A) = (_Z.Of(4 * Outputs, x.ColumnCount), _A.Of(Outputs, x.ColumnCount));
        W_hᵀ = null;
        Z.Product(W_x, x); // (17.7), for all steps
    }

    /// <inheritdoc/>
    protected override void Step(int t, MatrixView before, MatrixView after)
    {
        int N = after.ColumnCount;
        MatrixView z = Z.Columns(t * N, N), a = A.Columns(t * N, N);
        z.AddProduct(W_h, before.Rows(0, Outputs)); // (17.7)
        Kernels.LstmGates(b.Span, z.Span, before.Span, after.Span, a.Span); // (17.4) (17.6) (17.7)
    }

    /// <inheritdoc/>
    protected override void StepBackward(
        int t, MatrixView before, MatrixView after, MatrixView dAfter, MatrixView dBefore)
    {
        int N = after.ColumnCount;
        MatrixView turned = W_hᵀ ?? Turn();
        MatrixView y = Z.Columns(t * N, N), a = A.Columns(t * N, N), δ = Δ.Columns(t * N, N);
        Kernels.LstmGatesGradient(y.Span, before.Span, a.Span, dAfter.Span, dBefore.Span, δ.Span,
            Outputs); // (17.8) (17.9)
        dBefore.Rows(0, Outputs).AddProduct(turned, δ); // (17.10)
    }

    /// <inheritdoc/>
    protected override void End(MatrixView x, MatrixView before, MatrixView? dx)
    {
        Parameters[0].AccumulateProduct(Δ, x.T); // (17.11)
        Parameters[1].AccumulateProduct(Δ, before.Rows(0, Outputs).T); // (17.11)
        Parameters[2].Gradient.View().AddSumOfColumns(Δ); // (17.11)
        dx?.Product(W_x.T, Δ); // (17.10)
        W_hᵀ = null;
    }

    // Products with a matrix laid out in the order of reading are faster, and a sequence has many of them.
    private MatrixView Turn()
    {
        Δ = _Δ.Of(Z.RowCount, Z.ColumnCount);
        MatrixView turned = _turned.Of(Outputs, 4 * Outputs);
        turned.CopyFrom(W_h.T);
        W_hᵀ = turned;
        return turned;
    }
}
