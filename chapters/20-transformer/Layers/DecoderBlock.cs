using Reference.Attention;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.RecurrentNetworks;
using Reference.Regularization;

namespace Reference.Transformers;

/// <summary>
/// Causal self-attention, attention to the encoder's output, then a feed-forward network. Parameters are named as in
/// PyTorch's <c>TransformerDecoderLayer</c>. S1-205, S2-218, S2-260, S3-191.
/// </summary>
public sealed class DecoderBlock
{
    private readonly ILayer[] _first, _last; // self-attention; feed-forward
    private readonly LayerNormalization _norm;
    private readonly MultiHeadAttention _cross;
    private readonly ILayer[] _dropped;
    private readonly BlockShape _shape;
    private readonly Sequences _sequences, _memory;
    private readonly Workspace _Y = new(), _dX = new();
    private int[] _lengths = [];

    /// <summary>Tokens of one network, memory of another.</summary>
    public DecoderBlock(
        BlockShape shape, Sequences sequences, Sequences memory, Initializer weights, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(shape);
        (_shape, _sequences, _memory) = (shape, sequences, memory);
        var self = new SelfAttention(shape.Width, shape.Heads, sequences, weights, causal: true);
        _cross = new(shape.Width, shape.Heads, weights);
        LayerNormalization first = new(shape.Width), last = new(shape.Width);
        _norm = new(shape.Width);
        ILayer[] feedForward = shape.FeedForward(weights, random);
        _first = shape.Around(first, [self, .. shape.Dropped(shape.Width, random)]);
        _dropped = shape.Dropped(shape.Width, random);
        _last = shape.Around(last, feedForward);
        ILayer[] dense = [.. feedForward.OfType<Dense>()];
        Parameters =
        [
            .. _first.SelectMany(l => l.Parameters), .. _cross.Parameters, .. _norm.Parameters,
            .. _last.SelectMany(l => l.Parameters),
        ];
        Stored =
        [
            .. EncoderBlock.Named("self_attn", self), .. _cross.Stored.Select(t => t.Under("multihead_attn")),
            .. EncoderBlock.Named("linear1", dense[0]), .. EncoderBlock.Named("linear2", dense[1]),
            .. EncoderBlock.Named("norm1", first), .. EncoderBlock.Named("norm2", _norm),
            .. EncoderBlock.Named("norm3", last),
        ];
    }

    /// <summary>Those of all parts.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>Those of all parts under PyTorch's names.</summary>
    public IReadOnlyList<StoredTensor> Stored { get; }

    /// <summary>The attention to the memory, whose weights of the last pass a figure may show.</summary>
    public MultiHeadAttention Cross => _cross;

    /// <summary>// X, Y [D × N·T], M [D × N·T_m]</summary>
    public MatrixView Forward(MatrixView X, MatrixView M, Mode mode = Mode.Training)
    {
        MatrixView A = Through(_first, X, mode), Q = _shape.Norm == Norm.Before ? _norm.Forward(A, mode) : A;
        int N = X.ColumnCount / _sequences.Steps;
        MatrixView C = Through(_dropped, _cross.Forward(Q, M, N, AttentionMask.Of(_memory, N, ref _lengths)), mode);
        MatrixView Y = _Y.Of(X.RowCount, X.ColumnCount);
        Y.CopyFrom(A);
        Y.Add(C);
        return Through(_last, _shape.Norm == Norm.After ? _norm.Forward(Y, mode) : Y, mode); // (20.4) (20.5)
    }

    /// <summary>Adds the gradients of the parameters and returns those of X and of M.</summary>
    public (MatrixView dX, MatrixView dM) Backward(MatrixView dY)
    {
        MatrixView dC = Back(_last, dY);
        dC = _shape.Norm == Norm.After ? _norm.Backward(dC) : dC;
        (MatrixView dQ, MatrixView dM) = _cross.Backward(Back(_dropped, dC));
        dQ = _shape.Norm == Norm.Before ? _norm.Backward(dQ) : dQ;
        MatrixView dA = _dX.Of(dC.RowCount, dC.ColumnCount);
        dA.CopyFrom(dC);
        dA.Add(dQ);
        return (Back(_first, dA), dM);
    }

    private static MatrixView Through(ILayer[] layers, MatrixView X, Mode mode) =>
        layers.Aggregate(X, (x, layer) => layer.Forward(x, mode));

    private static MatrixView Back(ILayer[] layers, MatrixView dY) =>
        layers.Reverse().Aggregate(dY, (dy, layer) => layer.Backward(dy));
}
