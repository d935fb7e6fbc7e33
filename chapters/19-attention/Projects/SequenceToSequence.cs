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
    private readonly ILayer _letters, _read; // one table, for what the encoder and what the decoder reads
    private readonly Gru _encoder;
    private readonly Recurrent _decoder;
    private readonly Dense _head;
    private readonly Workspace _start = new(), _dLast = new();

    /// <summary>28 symbols, an embedding of 32, GRUs of 64; 40,348 parameters, or 62,748 with attention.</summary>
    public SequenceToSequence(bool attention, RandomStream random)
    {
        Initializer w = Initializers.Uniform(random, 1 / Math.Sqrt(Units)); // as PyTorch draws its GRU
        _letters = new Embedding(Symbols, Embedded, Initializers.Normal(random, 1));
        _read = _letters.Shared();
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
        MatrixView start = Encode(words, mode);
        return Decode(read, start, mode);
    }

    /// <summary>Adds the gradients of a training pass. // dZ [28 × N·T]</summary>
    public void Backward(MatrixView dZ)
    {
        _read.Backward(_decoder.Backward(_head.Backward(dZ)));
        MatrixView first = _decoder.StateGradient(0), dLast = _dLast.Of(Units, first.ColumnCount);
        dLast.CopyFrom(first.Rows(0, Units));
        MatrixView dStates = _decoder is AttentionDecoder attention ? attention.Attention.MemoryGradient : default;
        _letters.Backward(_encoder.Backward(dStates, dLast));
    }

    /// <summary>The answers, each symbol the most probable one after those before it. // words [N][M] → [N][M +
    /// 1]</summary>
    public int[][] Answer(int[][] words)
    {
        MatrixView state = Encode(words, Mode.Inference);
        int[] last = [.. words.Select(_ => ReversalTask.Start)];
        int[][] answers = [.. words.Select(word => new int[word.Length + 1])];
        for (int t = 0; t < answers[0].Length; t++)
        {
            MatrixView Z = Decode([.. last.Select(symbol => (int[])[symbol])], state, Mode.Inference);
            state = _decoder.LastState;
            for (int n = 0; n < words.Length; n++)
            {
                answers[n][t] = last[n] = Kernels.Argmax<double>(Z.Column(n));
            }
        }

        return answers;
    }

    // The decoder's first state: the encoder's last one, and no context yet. // [R × N]
    private MatrixView Encode(int[][] words, Mode mode)
    {
        _in.Expect(words[0].Length);
        MatrixView states = _encoder.Forward(_letters.Forward(ReversalTask.Ids(words), mode), mode);
        MatrixView start = _start.Of(_decoder.StateRows, words.Length);
        start.Fill(0);
        start.Rows(0, Units).CopyFrom(_encoder.LastState);
        if (_decoder is AttentionDecoder attention)
        {
            attention.Memory = states;
        }

        return start;
    }

    private MatrixView Decode(int[][] read, MatrixView state, Mode mode)
    {
        _out.Expect(read[0].Length);
        return _head.Forward(_decoder.Forward(_read.Forward(ReversalTask.Ids(read), mode), state, mode), mode);
    }
}
