using Reference.Networks;
using Reference.Numerics;
using Reference.RecurrentNetworks;

namespace Reference.Attention;

/// <summary>
/// Multi-head attention of the tokens of a sample to one another, as a layer between layers of tokens:
/// X [D × N·T] → [D × N·T]. A word gets another vector in another sentence. Padding is not looked at. S0-167, S1-251,
/// S1-253, S1-262, S2-226, S2-230, S2-244.
/// </summary>
public sealed class SelfAttention : Layer
{
    private readonly MultiHeadAttention _attention;
    private readonly Sequences _sequences;
    private readonly bool _causal;
    private int[] _lengths = [];

    /// <summary>D rows, H heads; causal: no token sees a later one.</summary>
    /// <exception cref="ArgumentException">H does not divide D.</exception>
    public SelfAttention(int width, int heads, Sequences sequences, Initializer weights, bool causal = false)
        : this(new MultiHeadAttention(width, heads, weights), sequences, causal)
    {
    }

    private SelfAttention(MultiHeadAttention attention, Sequences sequences, bool causal)
        : base("self-attention", attention.Width, attention.Width, [.. attention.Parameters])
    {
        ArgumentNullException.ThrowIfNull(sequences);
        (_attention, _sequences, _causal) = (attention, sequences, causal);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<StoredTensor> Stored => _attention.Stored;

    /// <inheritdoc cref="MultiHeadAttention.Weights"/>
    public double[,] Weights(int sample, int head) => _attention.Weights(sample, head);

    /// <inheritdoc/>
    public override ILayer Shared() => new SelfAttention(_attention.Shared(), _sequences, _causal);

    /// <inheritdoc/>
    protected override void Forward(MatrixView X, MatrixView Y)
    {
        int T = _sequences.Steps, N = X.ColumnCount / T;
        if (N * T != X.ColumnCount)
        {
            throw new ArgumentException($"Expected samples of {T} tokens, [{Inputs} × N·{T}]; got {X}.");
        }

        Y.CopyFrom(_attention.Forward(X, X, N, AttentionMask.Of(_sequences, N, ref _lengths, _causal)));
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
