using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.RecurrentNetworks;

namespace Reference.Transformers;

/// <summary>
/// The notes' classifier of sentences: vectors of 128 numbers and 100 learned places, one encoder block with 8 heads
/// and 2,048 hidden rows, the mean over the tokens, one score. V·128 + 605,953 parameters. S0-185, S0-192, S0-210.
/// </summary>
public sealed class SentimentEncoder
{
    private readonly Sequences _sequences = new(1);
    private readonly TokenInput _input;
    private readonly Sequential _body;

    /// <summary>V tokens; other sizes for small examples. Dropout as PyTorch's block has it, weights of attention
    /// excepted. Vectors and places are drawn from N(0, 1).</summary>
    public SentimentEncoder(
        int vocabulary, RandomStream random, int width = 128, int heads = 8, int hidden = 2048, double dropout = 0.1)
    {
        _input = new(vocabulary, width, 100, _sequences, Initializers.Normal(random, 1));
        Block = new(
            new(width, heads, hidden, Dropout: dropout), _sequences, Initializers.Xavier(random), random);
        _body = new(Block, new MeanOverTokens(width, _sequences), new Dense(width, 1, Initializers.Xavier(random)));
        Parameters = [.. _input.Parameters, .. _body.Parameters];
    }

    /// <summary>Those of all parts.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>The block, whose attention a figure may show.</summary>
    public EncoderBlock Block { get; }

    /// <summary>A score for each text; padding is masked. // texts [N][≤ 100] → [1 × N]</summary>
    public MatrixView Forward(int[][] texts, Mode mode = Mode.Training) =>
        _body.Forward(_input.Forward(texts, mode), mode);

    /// <summary>Adds the gradients of a training pass. // dZ [1 × N]</summary>
    public void Backward(MatrixView dZ) => _input.Backward(_body.Backward(dZ));

    /// <summary>Of praise, for each text. // [N]. S0-199</summary>
    public double[] Probabilities(params int[][] texts) =>
        [.. Forward(texts, Mode.Inference).ToMatrix().Row(0).Select(Activations.ScalarActivations.Sigmoid)];
}
