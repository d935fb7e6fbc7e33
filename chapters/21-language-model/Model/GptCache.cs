using Reference.Attention;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.LanguageModels;

/// <summary>
/// Keys and values of the tokens read so far, (21.14): a new token costs one column of every layer instead of a pass
/// over the whole context. The scores are those of <see cref="Gpt.Forward"/> in inference. Columns of a step are
/// neighbours here, so that the keys of a sample are every N-th column. S1-217.
/// </summary>
public sealed class GptCache
{
    private const double ε = 1e-5; // of the norms
    private readonly Gpt _model;
    private readonly int _samples;
    private readonly MatrixView[] _K, _V; // of each block [D × T·N]
    private readonly StoredAttention _attention = new();
    private readonly Workspace _X = new(), _N = new(), _Q = new(), _Z = new(), _F = new(), _scores = new(), _μ = new(),
        _1s = new();

    private int[] _visible = [];

    /// <summary>For N ≥ 1 samples that are read and written side by side.</summary>
    public GptCache(Gpt model, int samples = 1)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 1);
        (_model, _samples) = (model, samples);
        (int D, int columns) = (model.Configuration.EmbeddingDimension, model.Configuration.ContextSize * samples);
        _K = [.. model.Blocks.Select(_ => new MatrixView(D, columns))];
        _V = [.. model.Blocks.Select(_ => new MatrixView(D, columns))];
    }

    /// <summary>The tokens of a sample read so far.</summary>
    public int Length { get; private set; }

    /// <summary>Forgets all.</summary>
    public void Clear() => Length = 0;

    /// <summary>Reads n more tokens of each sample; scores of the one after them. // ids [N][n] → [V × N]</summary>
    /// <exception cref="ArgumentException">Not N samples of the same n ≥ 1 tokens, more than the context has left, or
    /// ids out of range.</exception>
    public MatrixView Read(params int[][] ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        GptConfiguration c = _model.Configuration;
        int n = ids.Length == 0 ? 0 : ids[0].Length, N = _samples, D = c.EmbeddingDimension;
        if (ids.Length != N || n < 1 || Array.Exists(ids, sample => sample.Length != n) || Length + n > c.ContextSize)
        {
            throw new ArgumentException(
                $"Expected {N} samples of the same 1 to {c.ContextSize - Length} tokens; got "
                    + $"[{string.Join(", ", ids.Select(sample => sample.Length))}].");
        }

        MatrixView X = _X.Of(D, n * N), E = _model.TokenVectors.Value.View(), P = _model.PlaceVectors.Value.View();
        for (int i = 0; i < n * N; i++)
        {
            int id = ids[i % N][i / N];
            X.Columns(i, 1).CopyFrom(id >= 0 && id < c.VocabularySize
                ? E.Columns(id, 1)
                : throw new ArgumentException($"Expected ids from 0 to {c.VocabularySize - 1}; got {id}."));
            X.Columns(i, 1).Add(P.Columns(Length + i / N, 1));
        }

        for (int l = 0; l < c.NumberOfLayers; l++)
        {
            Block(l, X, n);
        }

        Length += n;
        MatrixView Z = _scores.Of(_model.Outputs, N);
        Z.Product(_model.HeadWeights, Norm(X.Columns((n - 1) * N, N), _model.FinalNorm.Parameters));
        return Z;
    }

    // X ← X + MHA(LN(X)), X ← X + FFN(LN(X)), in the order of a block's parameters.
    private void Block(int l, MatrixView X, int n)
    {
        IReadOnlyList<Parameter> θ = _model.Blocks[l].Parameters;
        (int D, int N, int H, int m) = (X.RowCount, _samples, _model.Configuration.NumberOfHeads, Length + n);
        MatrixView A = Norm(X, θ), W = θ[2].Value.View(), b = θ[3].Value.View(), Q = _Q.Of(D, n * N),
            K = _K[l].Columns(Length * N, n * N), V = _V[l].Columns(Length * N, n * N), Z = _Z.Of(D, n * N);
        Affine(Q, W.Rows(0, D), A, b.Rows(0, D));
        Affine(K, W.Rows(D, D), A, b.Rows(D, D)); // (21.14)
        Affine(V, W.Rows(2 * D, D), A, b.Rows(2 * D, D)); // (21.14)
        for (int s = 0; s < N; s++)
        {
            _attention.Forward(
                Q.Columns(s, n, N).SplitRows(H), _K[l].Columns(s, m, N).SplitRows(H),
                _V[l].Columns(s, m, N).SplitRows(H), Visible(n), H, Z.Columns(s, n, N).SplitRows(H));
        }

        Affine(A, θ[4].Value.View(), Z, θ[5].Value.View());
        X.Add(A);
        MatrixView B = Norm(X, θ, 6), F = _F.Of(4 * D, n * N);
        Affine(F, θ[8].Value.View(), B, θ[9].Value.View());
        Kernels.Gelu(F.Span, F.Span);
        Affine(B, θ[10].Value.View(), F, θ[11].Value.View());
        X.Add(B);
    }

    private static void Affine(MatrixView Y, MatrixView W, MatrixView X, MatrixView b)
    {
        Y.Product(W, X);
        Y.AddColumn(b);
    }

    private MatrixView Norm(MatrixView X, IReadOnlyList<Parameter> θ, int first = 0)
    {
        MatrixView Y = _N.Of(X.RowCount, X.ColumnCount);
        Kernels.LayerNorm(
            X.Span, θ[first].Values, θ[first + 1].Values, ε, Y.Span, _μ.Of(1, X.ColumnCount).Span,
            _1s.Of(1, X.ColumnCount).Span);
        return Y;
    }

    // Query i of the new ones sees all before it and itself.
    private int[] Visible(int n)
    {
        _visible = _visible.Length == n ? _visible : new int[n];
        for (int i = 0; i < n; i++)
        {
            _visible[i] = Length + i + 1;
        }

        return _visible;
    }
}
