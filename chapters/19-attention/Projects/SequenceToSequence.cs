using Reference.Embeddings;
using Reference.GatedRecurrentUnits;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.RecurrentNetworks;

namespace Reference.Attention;

/// <summary>
/// An encoder that reads a word and a decoder that writes the answer symbol by symbol: from the encoder's last state
/// alone, or with attention to all of its states. Both share one embedding. S3-183, S3-184, S3-185.
/// </summary>
public sealed class SequenceToSequence
{
    private const int Symbols = ReversalTask.Symbols, Embedded = 32, Units = 64;

    private readonly Sequences _in = new(1), _out = new(1);
    private readonly Embedding _letters;
    private readonly Gru _encoder;
    private readonly Recurrent _decoder;
    private readonly Dense _head;
    private readonly Workspace _start = new(), _dLast = new();

    /// <summary>28 symbols, an embedding of 32, GRUs of 64; 40,348 parameters, or 62,748 with attention.</summary>
    public SequenceToSequence(bool attention, RandomStream random)
    {
        Initializer w = Initializers.Uniform(random, 1 / Math.Sqrt(Units)); // as PyTorch draws its GRU
        _letters = new(Symbols, Embedded, Initializers.Normal(random, 1));
        _encoder = new(Embedded, Units, _in, w, bias: w);
        _decoder = attention
            ? new AttentionDecoder(Embedded, Units, Units, Units, _out, w)
            : new Gru(Embedded, Units, _out, w, bias: w);
        Initializer head = Initializers.InverseRoot(random);
        _head = new(_decoder.Outputs, Symbols, head, head);
        Parameters = [.. new ILayer[] { _letters, _encoder, _decoder, _head }.SelectMany(layer => layer.Parameters)];
    }

    /// <summary>Those of all parts.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>The attention, or null.</summary>
    public AdditiveAttention? Attention => (_decoder as AttentionDecoder)?.Attention;

    /// <summary>
    /// Scores of every step for words of one length, where the decoder reads what came before: the right answer in
    /// training, (19.1). // words [N][M], read [N][T] → [28 × N·T]
    /// </summary>
    public MatrixView Forward(int[][] words, int[][] read, Mode mode = Mode.Training)
    {
        (int N, int M, int T) = (words.Length, words[0].Length, read[0].Length);
        _in.Expect(M);
        _out.Expect(T);
        MatrixView states = _encoder.Forward(Embed(0, words), mode), start = _start.Of(_decoder.StateRows, N);
        start.Fill(0);
        start.Rows(0, Units).CopyFrom(_encoder.LastState);
        if (_decoder is AttentionDecoder attention)
        {
            attention.Memory = states;
        }

        return _head.Forward(_decoder.Forward(Embed(1, read), start, mode), mode);
    }

    /// <summary>Adds the gradients of a training pass. // dZ [28 × N·T]</summary>
    public void Backward(MatrixView dZ)
    {
        MatrixView dRead = _decoder.Backward(_head.Backward(dZ));
        _embeddings[1].Backward(dRead);
        MatrixView first = _decoder.StateGradient(0), dLast = _dLast.Of(Units, first.ColumnCount);
        dLast.CopyFrom(first.Rows(0, Units));
        MatrixView dStates = _decoder is AttentionDecoder attention ? attention.Attention.MemoryGradient : default;
        _embeddings[0].Backward(_encoder.Backward(dStates, dLast));
    }

    /// <summary>The answers, each symbol the most probable one after those before it. // words [N][M] → [N][M +
    /// 1]</summary>
    public int[][] Answer(int[][] words)
    {
        int[][] read = [.. words.Select(word => new int[word.Length + 1])];
        int T = read[0].Length;
        for (int t = 0; t < T; t++)
        {
            int[] symbols = t == 0 ? [.. read.Select(_ => ReversalTask.Start)] : Argmax(words, read, t);
            for (int n = 0; n < words.Length; n++)
            {
                read[n][t] = symbols[n];
            }
        }

        int[] last = Argmax(words, read, T);
        return [.. read.Select((symbols, n) => (int[])[.. symbols[1..], last[n]])];
    }

    private int[] Argmax(int[][] words, int[][] read, int t)
    {
        MatrixView Z = Forward(words, [.. read.Select(symbols => symbols[..t])], Mode.Inference);
        return [.. words.Select((_, n) => Kernels.Argmax<double>(Z.Column(n * t + t - 1)))];
    }

    private readonly Embedding[] _embeddings = new Embedding[2];

    // The shared table in a workspace of its own for each use and length.
    private MatrixView Embed(int use, int[][] words)
    {
        if (_embeddings[use] is not { } layer || layer.Inputs != words[0].Length)
        {
            layer = _embeddings[use] = _letters.WithTokens(words[0].Length);
        }

        return layer.Forward(ReversalTask.Ids(words));
    }
}
