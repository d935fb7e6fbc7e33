using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.RecurrentNetworks;

namespace Reference.Attention;

/// <summary>
/// H heads of attention, each on its own rows of the projections of X and of a memory M, and a projection of what they
/// return, (19.16), (19.17). Tokens are columns, the tokens of a sample neighbours. S1-243, S1-250, S1-252, S2-241,
/// S2-244, S2-255.
/// </summary>
public sealed class MultiHeadAttention
{
    private readonly Parameter _in, _inBias, _out, _outBias;
    private readonly int _heads;
    private readonly TiledAttention _attention = new();
    private readonly Workspace _Q = new(), _KV = new(), _Z = new(), _Y = new(), _dQ = new(), _dKV = new(),
        _dZ = new(), _dX = new(), _dM = new();

    private int[] _visible = [];
    private (MatrixView X, MatrixView M, MatrixView Q, MatrixView KV, MatrixView Z, int N) _last;

    /// <summary>D rows in and out, H heads of D/H rows each; biases begin at 0.</summary>
    /// <exception cref="ArgumentException">H does not divide D.</exception>
    public MultiHeadAttention(int width, int heads, Initializer weights)
        : this(
            Cell.Drawn("in_proj_weight", 3 * width, width, weights),
            Cell.Drawn("in_proj_bias", 3 * width, 1, Initializers.Zero),
            Cell.Drawn("out_proj.weight", width, width, weights),
            Cell.Drawn("out_proj.bias", width, 1, Initializers.Zero), heads)
    {
    }

    private MultiHeadAttention(Parameter inWeight, Parameter inBias, Parameter outWeight, Parameter outBias, int heads)
    {
        (_in, _inBias, _out, _outBias, _heads) = (inWeight, inBias, outWeight, outBias, heads);
        _ = HeadWidth(Width, heads);
        Stored =
        [
            StoredTensor.Matrix("in_proj_weight", _in), StoredTensor.Vector("in_proj_bias", _inBias),
            StoredTensor.Matrix("out_proj.weight", _out), StoredTensor.Vector("out_proj.bias", _outBias),
        ];
    }

    /// <summary>D, the rows of a token.</summary>
    public int Width => _out.Value.RowCount;

    /// <summary>H.</summary>
    public int Heads => _heads;

    /// <summary>d = D/H, the rows of a query or key of one head. S2-243, S2-247</summary>
    /// <exception cref="ArgumentException">H does not divide D.</exception>
    public static int HeadWidth(int width, int heads) =>
        width >= 1 && heads >= 1 && width % heads == 0
            ? width / heads
            : throw new ArgumentException($"Expected a number of heads that divides the width {width}; got {heads}.");

    /// <summary>W_q, W_k, W_v one above the other [3D × D] and their biases, W_o [D × D] and its bias.</summary>
    public IReadOnlyList<Parameter> Parameters => [_in, _inBias, _out, _outBias];

    /// <summary>The parameters under PyTorch's names.</summary>
    public IReadOnlyList<StoredTensor> Stored { get; }

    /// <summary>The same parameters with a workspace of its own.</summary>
    public MultiHeadAttention Shared() => new(_in, _inBias, _out, _outBias, _heads);

    /// <summary>Y of N samples whose tokens X look at the tokens M; M = X is self-attention.
    /// // X, Y [D × N·n], M [D × N·m]</summary>
    /// <exception cref="ArgumentException">Not D rows, columns that are no multiple of N, or another mask.</exception>
    public MatrixView Forward(MatrixView X, MatrixView M, int samples, AttentionMask mask = default)
    {
        (int n, int m) = (Tokens(X, samples), Tokens(M, samples));
        mask.Check(samples, n, m);
        MatrixView Q = _Q.Of(Width, X.ColumnCount), KV = _KV.Of(2 * Width, M.ColumnCount);
        Q.Product(W(0, Width), X);
        Q.AddColumn(b(0, Width)); // (19.16)
        KV.Product(W(Width, 2 * Width), M);
        KV.AddColumn(b(Width, 2 * Width)); // (19.16)
        MatrixView Z = _Z.Of(Width, X.ColumnCount), Y = _Y.Of(Width, X.ColumnCount);
        _attention.Forward(
            Blocks(Q, samples), Blocks(KV.Rows(0, Width), samples), Blocks(KV.Rows(Width, Width), samples),
            Visible(mask, samples, n, m), _heads, Blocks(Z, samples)); // (19.7)–(19.9)
        Y.Product(_out.Value.View(), Z);
        Y.AddColumn(_outBias.Value.View()); // (19.17)
        _last = (X, M, Q, KV, Z, samples);
        return Y;
    }

    /// <summary>
    /// Adds the gradients of the parameters and returns those of X and of M; of self-attention their sum is wanted.
    /// // dY, dX [D × N·n]; dM [D × N·m]
    /// </summary>
    /// <exception cref="InvalidOperationException">No forward pass came before.</exception>
    public (MatrixView dX, MatrixView dM) Backward(MatrixView dY)
    {
        (MatrixView X, MatrixView M, MatrixView Q, MatrixView KV, MatrixView Z, int N) = _last;
        if (N == 0)
        {
            throw new InvalidOperationException("Expected a forward pass before the backward pass of the attention.");
        }

        _out.AccumulateProduct(dY, Z.T);
        _outBias.Gradient.View().AddSumOfColumns(dY);
        MatrixView dZ = _dZ.Of(Width, X.ColumnCount), dQ = _dQ.Of(Width, X.ColumnCount),
            dKV = _dKV.Of(2 * Width, M.ColumnCount);
        dZ.Product(_out.Value.View().T, dY);
        _attention.Backward(
            Blocks(Z, N), Blocks(dZ, N), Blocks(dQ, N), Blocks(dKV.Rows(0, Width), N),
            Blocks(dKV.Rows(Width, Width), N)); // (19.10)–(19.14)
        MatrixView dW = _in.Gradient.View(), db = _inBias.Gradient.View();
        dW.Rows(0, Width).AddProduct(dQ, X.T);
        dW.Rows(Width, 2 * Width).AddProduct(dKV, M.T);
        db.Rows(0, Width).AddSumOfColumns(dQ);
        db.Rows(Width, 2 * Width).AddSumOfColumns(dKV);
        MatrixView dX = _dX.Of(Width, X.ColumnCount), dM = _dM.Of(Width, M.ColumnCount);
        dX.Product(W(0, Width).T, dQ);
        dM.Product(W(Width, 2 * Width).T, dKV);
        return (dX, dM);
    }

    /// <summary>
    /// The weights of a head of the last pass, computed again for a reader: a query a row. // [n × m]
    /// </summary>
    public double[,] Weights(int sample, int head)
    {
        (_, _, MatrixView Q, MatrixView KV, _, int N) = _last;
        MatrixView q = Blocks(Q, N)[sample * _heads + head], k = Blocks(KV.Rows(0, Width), N)[sample * _heads + head];
        double[,] S = ScalarAttention.Scores(
            q.ToMatrix().Transpose().ToArray(), k.ToMatrix().Transpose().ToArray());
        return ScalarAttention.Weights(S, _visible[(sample * q.ColumnCount)..((sample + 1) * q.ColumnCount)]);
    }

    private MatrixView W(int first, int count) => _in.Value.View().Rows(first, count);

    private MatrixView b(int first, int count) => _inBias.Value.View().Rows(first, count);

    private MatrixViews Blocks(MatrixView X, int samples) => X.SplitColumns(samples).SplitRows(_heads);

    private int[] Visible(in AttentionMask mask, int samples, int n, int m)
    {
        if (_visible.Length != samples * n)
        {
            _visible = new int[samples * n];
        }

        for (int i = 0; i < _visible.Length; i++)
        {
            _visible[i] = mask.Visible(i / n, i % n, n, m); // (19.15)
        }

        return _visible;
    }

    private int Tokens(MatrixView X, int samples) =>
        X.RowCount == Width && samples >= 1 && X.ColumnCount >= samples && X.ColumnCount % samples == 0
            ? X.ColumnCount / samples
            : throw new ArgumentException(
                $"Expected the tokens of {samples} samples, [{Width} × {samples}·n] with n at least 1; got {X}.");
}
