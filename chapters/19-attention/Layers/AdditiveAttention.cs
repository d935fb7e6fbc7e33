using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.RecurrentNetworks;

namespace Reference.Attention;

/// <summary>
/// Additive attention of one query a sample to a memory of M states, step after step: e = v·tanh(W_q s + b + W_k h), a
/// softmax, and the weighted mean of the states, (19.2), (19.3). S2-240, S3-185.
/// </summary>
public sealed class AdditiveAttention
{
    private readonly Parameter W_q, b_q, W_k, v;
    private readonly Workspace _P = new(), _dP = new(), _U = new(), _α = new(), _G = new(), _dG = new(), _dH = new(),
        _de = new();

    private MatrixView H, P, dP, dH, U, α, G, dG; // M columns a sample; U and α for every step
    private int N, M;

    /// <summary>Queries of so many rows, states of so many, compared in k rows; all is drawn alike.</summary>
    public AdditiveAttention(int query, int state, int width, Initializer weights)
        : this(
            Cell.Drawn("W_q", width, query, weights), Cell.Drawn("b_q", width, 1, weights),
            Cell.Drawn("W_k", width, state, weights), Cell.Drawn("v", width, 1, weights))
    {
    }

    private AdditiveAttention(Parameter W_q, Parameter b_q, Parameter W_k, Parameter v) =>
        (this.W_q, this.b_q, this.W_k, this.v) = (W_q, b_q, W_k, v);

    /// <summary>W_q, b_q, W_k, v.</summary>
    public IReadOnlyList<Parameter> Parameters => [W_q, b_q, W_k, v];

    /// <summary>∂L/∂H of the last backward pass. // [w × N·M]</summary>
    public MatrixView MemoryGradient => dH;

    /// <summary>The same parameters with a workspace of its own.</summary>
    public AdditiveAttention Shared() => new(W_q, b_q, W_k, v);

    /// <summary>Begins a pass over a memory that stays the same, W_k h computed once. // H [w × N·M]</summary>
    public void Begin(MatrixView memory, int samples, int steps)
    {
        (H, N, M) = (memory, samples, memory.ColumnCount / samples);
        (P, U) = (_P.Of(v.Value.RowCount, N * M), _U.Of(v.Value.RowCount, steps * N * M));
        (α, G) = (_α.Of(M, steps * N), _G.Of(v.Value.RowCount, N));
        P.Product(W_k.Value.View(), H); // (19.2)
    }

    /// <summary>The contexts of a step. // s [query × N] → c [w × N]</summary>
    public void Step(int t, MatrixView s, MatrixView c)
    {
        G.Product(W_q.Value.View(), s);
        G.AddColumn(b_q.Value.View()); // (19.2)
        for (int n = 0; n < N; n++)
        {
            MatrixView u = Kept(U, t, n), e = α.Columns(t * N + n, 1);
            u.CopyFrom(P.Columns(n * M, M));
            u.AddColumn(G.Columns(n, 1));
            u.Map(Kernels.Tanh, u); // (19.2)
            e.Product(u.T, v.Value.View()); // (19.2)
            Kernels.Softmax(e.Span, e.Span); // (19.3)
            c.Columns(n, 1).Product(H.Columns(n * M, M), e); // (19.3)
        }
    }

    /// <summary>The weights of a step, a sample a column. // [M × N]</summary>
    public MatrixView Weights(int t) => α.Columns(t * N, N);

    /// <summary>Begins a backward pass.</summary>
    public void BeginBackward()
    {
        (dP, dH, dG) = (_dP.Of(P.RowCount, P.ColumnCount), _dH.Of(H.RowCount, H.ColumnCount), _dG.Of(G.RowCount, N));
        dP.Fill(0);
        dH.Fill(0);
    }

    /// <summary>Adds ∂L/∂s of a step to ds, from ∂L/∂c; steps go backwards. // s, ds [query × N]; c, dc [w ×
    /// N]</summary>
    public void StepBackward(int t, MatrixView s, MatrixView dc, MatrixView ds)
    {
        MatrixView de = _de.Of(M, 1);
        for (int n = 0; n < N; n++)
        {
            MatrixView u = Kept(U, t, n), h = H.Columns(n * M, M), a = α.Columns(t * N + n, 1), d = dc.Columns(n, 1);
            de.Product(h.T, d); // ∂L/∂c·h
            double mean = Kernels.Dot(a.Span, de.Span); // ∂L/∂c·c
            for (int j = 0; j < M; j++)
            {
                de[j, 0] = a[j, 0] * (de[j, 0] - mean); // (19.4)
            }

            dH.Columns(n * M, M).AddProduct(d, a.T); // (19.3)
            v.Gradient.View().AddProduct(u, de); // (19.2)
            MatrixView δ = u; // not needed again
            for (int j = 0; j < M; j++)
            {
                Span<double> column = δ.Column(j);
                for (int k = 0; k < column.Length; k++)
                {
                    column[k] = de[j, 0] * v.Values[k] * (1 - column[k]) * (1 + column[k]); // (19.5)
                }
            }

            dP.Columns(n * M, M).Add(δ);
            dG.Columns(n, 1).Fill(0);
            dG.Columns(n, 1).AddSumOfColumns(δ); // (19.5)
        }

        W_q.AccumulateProduct(dG, s.T);
        b_q.Gradient.View().AddSumOfColumns(dG);
        ds.AddProduct(W_q.Value.View().T, dG);
    }

    /// <summary>Ends a backward pass: W_k, and the memory.</summary>
    public void EndBackward()
    {
        W_k.AccumulateProduct(dP, H.T);
        dH.AddProduct(W_k.Value.View().T, dP);
    }

    private MatrixView Kept(MatrixView all, int t, int n) => all.Columns((t * N + n) * M, M);
}
