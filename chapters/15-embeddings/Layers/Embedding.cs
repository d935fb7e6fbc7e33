using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Embeddings;

/// <summary>
/// A vector for each token id, (15.1): T ids a sample, whole numbers from 0 to V − 1 in a column, become T
/// neighbouring columns. Its gradient (15.2) is sparse: only the columns of ids in the batch are cleared, and by
/// gradient descent and AdaGrad updated. Ids have no gradient; that of a padding id stays 0. X [T × N] → Y [D × N·T];
/// W [D × V], in files <c>weight</c> [V × D]. S1-185, S3-264.
/// </summary>
public sealed class Embedding : Layer
{
    private readonly Parameter W;
    private readonly Workspace _copy = new();
    private int[] _ids = []; // of the last pass

    /// <summary>V ≥ 1 vectors of D ≥ 1 numbers, drawn, and T ≥ 1 ids a sample. The vector of the padding id starts
    /// at 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A size below 1, or a padding id that is not below V.</exception>
    public Embedding(int vocabulary, int dimension, Initializer weights, int tokens = 1, int? padding = null)
        : this(new Parameter("W", new DenseMatrix(Width(dimension), Width(vocabulary))), tokens, padding)
    {
        ArgumentNullException.ThrowIfNull(weights);
        weights(W.Values, vocabulary, dimension);
        if (padding is { } id)
        {
            W.Values.Slice(id * dimension, dimension).Clear();
        }
    }

    /// <summary>Given vectors, which are copied; all must be finite. // W [D × V]</summary>
    public Embedding(Matrix<double> W, int tokens = 1, int? padding = null)
        : this(new Parameter("W", W), tokens, padding)
    {
    }

    private Embedding(Parameter vectors, int tokens, int? padding)
        : base(
            $"embedding {vectors.Value.ColumnCount} → {vectors.Value.RowCount}", Width(tokens), vectors.Value.RowCount,
            vectors)
    {
        (W, Padding) = (vectors, padding);
        if (padding is { } id && (id < 0 || id >= Vocabulary))
        {
            throw new ArgumentOutOfRangeException(
                nameof(padding), $"Expected a padding id from 0 to {Vocabulary - 1}; got {id}.");
        }

        Stored = [StoredTensor.Transposed("weight", W)];
    }

    /// <summary>V, the number of ids.</summary>
    public int Vocabulary => W.Value.ColumnCount;

    /// <summary>T, the ids of a sample.</summary>
    public int Tokens => Inputs;

    /// <summary>The id that stands for no token, if there is one.</summary>
    public int? Padding { get; }

    /// <summary>The vectors as PyTorch's file holds them.</summary>
    public override IReadOnlyList<StoredTensor> Stored { get; }

    /// <summary>A layer with the same vectors for T ≥ 1 ids a sample.</summary>
    public Embedding WithTokens(int tokens) => new(W, tokens, Padding);

    /// <inheritdoc/>
    public override ILayer Shared() => WithTokens(Tokens);

    /// <inheritdoc/>
    protected override int ColumnsOf(int columns) => columns * Tokens;

    /// <inheritdoc/>
    protected override bool HasInputGradient => false;

    /// <inheritdoc/>
    protected override void Forward(MatrixView X, MatrixView Y)
    {
        Read(X);
        MatrixView w = W.Value.View();
        for (int c = 0; c < Y.ColumnCount; c++)
        {
            w.Column(_ids[c]).CopyTo(Y.Column(c)); // (15.1)
        }
    }

    /// <inheritdoc/>
    protected override void Backward(MatrixView X, MatrixView Y, MatrixView dY, MatrixView? dX)
    {
        MatrixView dy = _copy.Contiguous(dY);
        for (int c = 0; c < dy.ColumnCount; c++)
        {
            if (_ids[c] != Padding)
            {
                Span<double> dw = W.GradientColumn(_ids[c]);
                TensorPrimitives.Add(dw, dy.Column(c), dw); // (15.2)
            }
        }
    }

    private void Read(MatrixView X)
    {
        if (_ids.Length < X.RowCount * X.ColumnCount)
        {
            _ids = new int[X.RowCount * X.ColumnCount];
        }

        for (int n = 0; n < X.ColumnCount; n++)
        {
            for (int t = 0; t < X.RowCount; t++)
            {
                double id = X[t, n];
                if (!(id >= 0 && id < Vocabulary && id == Math.Floor(id)))
                {
                    throw new ArgumentException(
                        $"Expected whole ids from 0 to {Vocabulary - 1}; got {id:R} as token {t} of sample {n}.",
                        nameof(X));
                }

                _ids[n * X.RowCount + t] = (int)id;
            }
        }
    }
}
