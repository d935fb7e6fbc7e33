using Reference.Embeddings;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.RecurrentNetworks;
using Reference.Regularization;
using Reference.Transformers;

namespace Reference.LanguageModels;

/// <summary>
/// A decoder-only transformer: X₀ = E[id] + P, blocks of causal attention and GELU with norms before them, and scores
/// Z = W LN(X_L) of the token after each token, (21.2). ids [T × N] → Z [V × N·T], the tokens of a sample
/// neighbours. S1-219, S1-300, S1-301, S1-264.
/// </summary>
public sealed class Gpt : IStateful
{
    private readonly Sequences _sequences;
    private readonly Embedding _tokens;
    private readonly Positions _positions;
    private readonly Sequential _body;
    private readonly Dense _head;
    private readonly Parameter[] _left; // biases that are left out: always 0

    /// <summary>All weights and vectors are drawn with deviation 0.02, as GPT-2 does; dropout draws from the same
    /// stream. The head has V outputs, or another number, such as one for a reward.</summary>
    /// <exception cref="ArgumentException">The configuration is no GPT's.</exception>
    public Gpt(GptConfiguration configuration, RandomStream random, int? outputs = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        Configuration = configuration.Checked();
        (int V, int T, int D, int H, int L, double rate, bool bias) = configuration;
        Initializer weights = Initializers.Normal(random, 0.02);
        _sequences = new(T);
        _tokens = new(V, D, weights);
        _positions = new(D, T, _sequences, weights);
        var shape = new BlockShape(D, H, 4 * D, Norm.Before, Gelu: true, rate);
        Blocks = [.. Enumerable.Range(0, L).Select(_ => new EncoderBlock(
            shape, _sequences, weights, random, causal: true))];
        FinalNorm = new(D);
        _body = new([.. rate > 0 ? [new Dropout(D, rate, random)] : Array.Empty<ILayer>(), .. Blocks, FinalNorm]);
        _head = new(D, outputs ?? V, weights);
        Parameter[] all = [.. _tokens.Parameters, .. _positions.Parameters, .. _body.Parameters, .. _head.Parameters];
        _left = [.. all.Where(p => p == _head.Parameters[1] || !bias && IsBias(p))];
        Parameters = [.. all.Except(_left)];
        Stored =
        [
            .. _tokens.Stored.Select(t => t.Under("embedding")),
                .. _positions.Stored.Select(t => t.Under("positions")),
            .. Blocks.SelectMany((block, l) => block.Stored.Select(t => t.Under($"blocks.{l}")))
                .Concat(FinalNorm.Stored.Select(t => t.Under("norm")))
                .Where(t => bias || !t.Name.EndsWith("bias", StringComparison.Ordinal)),
            _head.Stored[0].Under("head"),
        ];
    }

    /// <summary>The settings.</summary>
    public GptConfiguration Configuration { get; }

    /// <summary>The blocks, whose attention of the last pass a figure may show.</summary>
    public IReadOnlyList<EncoderBlock> Blocks { get; }

    /// <inheritdoc/>
    public string Name => "GPT";

    /// <inheritdoc/>
    public int Inputs => Configuration.ContextSize;

    /// <inheritdoc/>
    public int Outputs => _head.Outputs;

    /// <inheritdoc/>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <inheritdoc/>
    public IReadOnlyList<StoredTensor> Stored { get; }

    /// <inheritdoc/>
    public IReadOnlyList<StoredTensor> State => [.. _body.State.DistinctBy(tensor => tensor.Name)];

    /// <summary>The vectors of tokens. // [D × V]</summary>
    public Parameter TokenVectors => _tokens.Parameters[0];

    /// <summary>The vectors of places. // [D × T]</summary>
    public Parameter PlaceVectors => _positions.Table;

    internal LayerNormalization FinalNorm { get; }

    internal MatrixView HeadWeights => _head.Parameters[0].Value.View();

    /// <summary>Scores of the token after each. // ids [T × N] → Z [V × N·T]</summary>
    /// <exception cref="ArgumentException">No tokens, more than the context holds, or ids out of range.</exception>
    public MatrixView Forward(MatrixView X, Mode mode = Mode.Training)
    {
        int T = X.RowCount;
        if (T < 1 || T > Configuration.ContextSize)
        {
            throw new ArgumentException(
                $"Expected 1 to {Configuration.ContextSize} tokens a sample, the size of the context; got {X}.");
        }

        if (T != _sequences.Steps)
        {
            _sequences.Expect(T);
        }

        MatrixView ids = X.Reshape(1, X.RowCount * X.ColumnCount);
        MatrixView X0 = _positions.Forward(_tokens.Forward(ids, mode), mode); // (21.2)
        return _head.Forward(_body.Forward(X0, mode), mode); // (21.2)
    }

    /// <summary>Adds the gradients of a training pass; ids have none. // dZ [V × N·T]</summary>
    public MatrixView Backward(MatrixView dY, bool inputGradient = true)
    {
        _tokens.Backward(_positions.Backward(_body.Backward(_head.Backward(dY))));
        foreach (Parameter p in _left)
        {
            p.ZeroGradient();
        }

        return default;
    }

    /// <summary>A model of its own with the same numbers.</summary>
    public Gpt Copy(int? outputs = null)
    {
        var copy = new Gpt(Configuration, new RandomStream(0), outputs);
        foreach ((StoredTensor mine, StoredTensor its) in Stored.Zip(copy.Stored))
        {
            if (outputs is null || mine.Name != "head.weight")
            {
                its.Load(mine.Save());
            }
        }

        return copy;
    }

    /// <inheritdoc/>
    public ILayer Shared() => throw new NotSupportedException("A GPT is used once in a pass; see Copy.");

    private static bool IsBias(Parameter p) =>
        p.Name.Contains("bias", StringComparison.Ordinal) || p.Name.StartsWith("b ", StringComparison.Ordinal)
            || p.Name.StartsWith('β');
}
