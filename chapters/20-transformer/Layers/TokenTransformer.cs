using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.RecurrentNetworks;
using Reference.Regularization;

namespace Reference.Transformers;

/// <summary>
/// From ids to scores: E[id] + P, blocks, a last norm, and a linear layer with a score for each token. Without a mask
/// it is BERT's shape and fills gaps, (20.8); with a causal mask it is GPT's and predicts the next token, (20.9).
/// S1-214, S1-272, S1-273, S1-275, S1-277, S1-278, S1-306, S2-262.
/// </summary>
public sealed class TokenTransformer
{
    private readonly Sequences _sequences = new(1);
    private readonly TokenInput _input;
    private readonly Sequential _body;
    private readonly Dense _head;
    private readonly Workspace _chosen = new(), _dH = new();
    private int[]? _places;
    private int _columns;

    /// <summary>V tokens, texts of at most so many, L ≥ 1 blocks.</summary>
    public TokenTransformer(
        int vocabulary, int longest, BlockShape shape, int blocks, RandomStream random, bool causal = false)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentOutOfRangeException.ThrowIfLessThan(blocks, 1);
        Initializer w = Initializers.Xavier(random);
        _input = new(vocabulary, shape.Width, longest, _sequences, Initializers.Normal(random, 0.3));
        Blocks = [.. Enumerable.Range(0, blocks).Select(_ => new EncoderBlock(shape, _sequences, w, random, causal))];
        _body = new([.. Blocks, new LayerNormalization(shape.Width)]);
        _head = new(shape.Width, vocabulary, w);
        Parameters = [.. _input.Parameters, .. _body.Parameters, .. _head.Parameters];
    }

    /// <summary>Those of all parts.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>The blocks, whose attention a figure may show.</summary>
    public IReadOnlyList<EncoderBlock> Blocks { get; }

    /// <summary>A vector for each token, set by its context. // texts [N][≤ T] → [D × N·T]. S1-179, S1-213</summary>
    public MatrixView Encode(int[][] texts, Mode mode = Mode.Inference) =>
        _body.Forward(_input.Forward(texts, mode), mode);

    /// <summary>Scores at some places, token t of text n being n·T + t, or at all of them. // → [V × places]</summary>
    public MatrixView Forward(int[][] texts, int[]? places = null, Mode mode = Mode.Training)
    {
        MatrixView H = Encode(texts, mode);
        (_places, _columns) = (places, H.ColumnCount);
        if (places is not null)
        {
            MatrixView all = H;
            H = _chosen.Of(all.RowCount, places.Length);
            for (int i = 0; i < places.Length; i++)
            {
                all.Column(places[i]).CopyTo(H.Column(i));
            }
        }

        return _head.Forward(H, mode);
    }

    /// <summary>Adds the gradients of a training pass. // dZ [V × places]</summary>
    public void Backward(MatrixView dZ)
    {
        MatrixView dH = _head.Backward(dZ);
        if (_places is not null)
        {
            MatrixView chosen = dH;
            dH = _dH.Of(chosen.RowCount, _columns);
            dH.Fill(0);
            for (int i = 0; i < _places.Length; i++)
            {
                chosen.Column(i).CopyTo(dH.Column(_places[i]));
            }
        }

        _input.Backward(_body.Backward(dH));
    }
}
