using Reference.Attention;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.RecurrentNetworks;
using Reference.Regularization;

namespace Reference.Transformers;

/// <summary>Where a block normalizes.</summary>
public enum Norm
{
    /// <summary>The sum of input and sublayer, (20.4): the transformer of 2017, BERT.</summary>
    After,

    /// <summary>The input of a sublayer, (20.5): GPT-2.</summary>
    Before,
}

/// <summary>The sizes of a block: D rows, H heads, F hidden rows of the feed-forward network.</summary>
public sealed record BlockShape(
    int Width, int Heads, int Hidden, Norm Norm = Norm.After, bool Gelu = false, double Dropout = 0)
{
    /// <summary>D → F → D with ReLU or GELU, every token by itself, (20.3). S1-266, S1-270</summary>
    internal ILayer[] FeedForward(Initializer weights, RandomStream random) =>
    [
        new Dense(Width, Hidden, weights), Gelu ? new Gelu(Hidden) : new Relu(Hidden), .. Dropped(Hidden, random),
        new Dense(Hidden, Width, weights), .. Dropped(Width, random),
    ];

    /// <summary>A dropout layer, or none where nothing is dropped.</summary>
    internal ILayer[] Dropped(int width, RandomStream random) =>
        Dropout > 0 ? [new Dropout(width, Dropout, random)] : [];

    /// <summary>A sublayer with its norm and its residual, (20.4) or (20.5).</summary>
    internal ILayer[] Around(LayerNormalization norm, params ILayer[] sublayer) => Norm == Norm.After
        ? [new Residual(new Sequential(sublayer)), norm] // (20.4)
        : [new Residual(new Sequential([norm, .. sublayer]))]; // (20.5)
}

/// <summary>
/// Self-attention, then a feed-forward network, each with its residual and its norm. With a causal mask it is the
/// block of GPT. Parameters are named as in PyTorch's <c>TransformerEncoderLayer</c>. S0-171, S0-182, S1-204,
/// S1-214, S1-265, S1-271, S2-217, S3-190.
/// </summary>
public sealed class EncoderBlock : IStateful
{
    private readonly Sequential _run;

    /// <summary>Weights are drawn; dropout draws from the same stream.</summary>
    public EncoderBlock(
        BlockShape shape, Sequences sequences, Initializer weights, RandomStream random, bool causal = false)
    {
        ArgumentNullException.ThrowIfNull(shape);
        Attention = new(shape.Width, shape.Heads, sequences, weights, causal);
        LayerNormalization first = new(shape.Width), second = new(shape.Width);
        ILayer[] feedForward = shape.FeedForward(weights, random);
        _run = new(
        [
            .. shape.Around(first, [Attention, .. shape.Dropped(shape.Width, random)]),
            .. shape.Around(second, feedForward),
        ]);
        ILayer[] dense = [.. feedForward.OfType<Dense>()];
        Stored =
        [
            .. Named("self_attn", Attention), .. Named("linear1", dense[0]), .. Named("linear2", dense[1]),
            .. Named("norm1", first), .. Named("norm2", second),
        ];
    }

    private EncoderBlock(Sequential run, SelfAttention attention, IReadOnlyList<StoredTensor> stored) =>
        (_run, Attention, Stored) = (run, attention, stored);

    /// <summary>The attention, whose weights of the last pass a figure may show.</summary>
    public SelfAttention Attention { get; }

    /// <inheritdoc/>
    public string Name => "encoder block";

    /// <inheritdoc/>
    public int Inputs => _run.Inputs;

    /// <inheritdoc/>
    public int Outputs => _run.Outputs;

    /// <inheritdoc/>
    public IReadOnlyList<Parameter> Parameters => _run.Parameters;

    /// <inheritdoc/>
    public IReadOnlyList<StoredTensor> Stored { get; }

    /// <inheritdoc/>
    public IReadOnlyList<StoredTensor> State => _run.State;

    /// <inheritdoc/>
    public MatrixView Forward(MatrixView X, Mode mode = Mode.Training) => _run.Forward(X, mode);

    /// <inheritdoc/>
    public MatrixView Backward(MatrixView dY, bool inputGradient = true) => _run.Backward(dY, inputGradient);

    /// <inheritdoc/>
    public ILayer Shared() => new EncoderBlock((Sequential)_run.Shared(), Attention, Stored);

    /// <summary>The tensors of a part under its name.</summary>
    internal static IEnumerable<StoredTensor> Named(string name, ILayer layer) =>
        layer.Stored.Select(tensor => tensor.Under(name));
}
