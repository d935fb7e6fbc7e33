using Reference.Networks;
using Reference.Numerics;

namespace Reference.Attention;

/// <summary>
/// Multi-head attention of the tokens of a sample to one another, as a layer between layers of tokens:
/// X [D × N·T] → [D × N·T]. S1-251, S1-253, S1-262.
/// </summary>
public sealed class SelfAttention : Layer
{
    private readonly MultiHeadAttention _attention;

    /// <summary>D rows, H heads, T tokens a sample; causal: no token sees a later one.</summary>
    /// <exception cref="ArgumentException">H does not divide D.</exception>
    public SelfAttention(int width, int heads, int tokens, Initializer weights, bool causal = false)
        : this(new MultiHeadAttention(width, heads, weights), tokens, causal)
    {
    }

    private SelfAttention(MultiHeadAttention attention, int tokens, bool causal)
        : base("self-attention", attention.Width, attention.Width, [.. attention.Parameters])
    {
        (_attention, Tokens, Mask) = (attention, Width(tokens), new(causal));
        Stored = attention.Stored;
    }

    /// <summary>T, the tokens of a sample in the passes to come.</summary>
    public int Tokens { get; set; }

    /// <summary>What the tokens of the next pass see.</summary>
    public AttentionMask Mask { get; set; }

    /// <inheritdoc/>
    public override IReadOnlyList<StoredTensor> Stored { get; }

    /// <inheritdoc cref="MultiHeadAttention.Weights"/>
    public double[,] Weights(int sample, int head) => _attention.Weights(sample, head);

    /// <inheritdoc/>
    public override ILayer Shared() => new SelfAttention(_attention.Shared(), Tokens, Mask.Causal);

    /// <inheritdoc/>
    protected override void Forward(MatrixView X, MatrixView Y)
    {
        if (X.ColumnCount % Tokens != 0)
        {
            throw new ArgumentException($"Expected samples of {Tokens} tokens, [{Inputs} × N·{Tokens}]; got {X}.");
        }

        Y.CopyFrom(_attention.Forward(X, X, X.ColumnCount / Tokens, Mask));
    }

    /// <inheritdoc/>
    protected override void Backward(MatrixView X, MatrixView Y, MatrixView dY, MatrixView? dX)
    {
        (MatrixView fromQueries, MatrixView fromMemory) = _attention.Backward(dY);
        if (dX is { } wanted)
        {
            wanted.CopyFrom(fromQueries);
            wanted.Add(fromMemory);
        }
    }
}
