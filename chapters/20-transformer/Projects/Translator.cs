using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.RecurrentNetworks;
using Reference.Regularization;

namespace Reference.Transformers;

/// <summary>
/// Encoder and decoder with norms before the sublayers and one norm at each end; one embedding and one table of
/// positions for both, and a score for each symbol that may come next. S0-171, S1-203, S1-304, S2-232, S2-261…S2-264,
/// S3-190.
/// </summary>
public sealed class Translator
{
    private readonly Sequences _in = new(1), _out = new(1);
    private readonly TokenInput _read, _written; // one table of vectors and one of places for both
    private readonly EncoderBlock[] _encoder;
    private readonly DecoderBlock[] _decoder;
    private readonly LayerNormalization _encoded, _decoded;
    private readonly Dense _head;
    private readonly Workspace _dM = new();

    /// <summary>2 + 2 blocks of 64 channels, 4 heads and 256 hidden rows: 243,899 parameters for 59 symbols.</summary>
    public Translator(int symbols, RandomStream random, int blocks = 2, int width = 64, int heads = 4,
        int hidden = 256)
    {
        Initializer w = Initializers.Xavier(random), vectors = Initializers.Normal(random, 0.3);
        var shape = new BlockShape(width, heads, hidden, Norm.Before);
        _read = new(symbols, width, 40, _in, vectors);
        _written = _read.For(_out);
        _encoder = [.. Enumerable.Range(0, blocks).Select(_ => new EncoderBlock(shape, _in, w, random))];
        _decoder = [.. Enumerable.Range(0, blocks).Select(_ => new DecoderBlock(shape, _out, _in, w, random))];
        (_encoded, _decoded, _head) = (new(width), new(width), new(width, symbols, w));
        Parameters =
        [
            .. _read.Parameters, .. _encoder.SelectMany(b => b.Parameters), .. _encoded.Parameters,
            .. _decoder.SelectMany(b => b.Parameters), .. _decoded.Parameters, .. _head.Parameters,
        ];
    }

    /// <summary>Those of all parts.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>The last block of the decoder, whose attention to the input a figure may show.</summary>
    public DecoderBlock Last => _decoder[^1];

    /// <summary>
    /// Scores of every step, where the decoder reads what came before. Texts are padded to the longest of the batch.
    /// // → [symbols × N·T]
    /// </summary>
    public MatrixView Forward(int[][] texts, int[][] read, Mode mode = Mode.Training)
    {
        MatrixView M = _read.Forward(texts, mode);
        foreach (EncoderBlock block in _encoder)
        {
            M = block.Forward(M, mode);
        }

        M = _encoded.Forward(M, mode);
        MatrixView X = _written.Forward(read, mode);
        foreach (DecoderBlock block in _decoder)
        {
            X = block.Forward(X, M, mode);
        }

        return _head.Forward(_decoded.Forward(X, mode), mode);
    }

    /// <summary>Adds the gradients of a training pass. // dZ [symbols × N·T]</summary>
    public void Backward(MatrixView dZ)
    {
        MatrixView dX = _decoded.Backward(_head.Backward(dZ)), dM = default;
        foreach (DecoderBlock block in _decoder.Reverse())
        {
            (dX, MatrixView d) = block.Backward(dX);
            if (dM.ColumnCount == 0)
            {
                dM = _dM.Of(d.RowCount, d.ColumnCount);
                dM.CopyFrom(d);
            }
            else
            {
                dM.Add(d); // every block looks at the same memory
            }
        }

        _written.Backward(dX);
        dM = _encoded.Backward(dM);
        foreach (EncoderBlock block in _encoder.Reverse())
        {
            dM = block.Backward(dM);
        }

        _read.Backward(dM);
    }

    /// <summary>Greedy translations, each symbol the most probable one after those before it, up to the end. S1-305
    /// </summary>
    public int[][] Translate(int[][] texts, int start, int end, int longest)
    {
        int[][] read = [.. texts.Select(_ => (int[])[start])];
        for (int t = 1; t <= longest && read.Any(ids => !ids.Contains(end)); t++)
        {
            MatrixView Z = Forward(texts, read, Mode.Inference);
            read = [.. read.Select((ids, n) => (int[])[.. ids, Kernels.Argmax<double>(Z.Column(n * t + t - 1))])];
        }

        return [.. read.Select(ids => ids[1..])];
    }
}
