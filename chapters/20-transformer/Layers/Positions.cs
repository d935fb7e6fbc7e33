using MathNet.Numerics.LinearAlgebra.Double;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.RecurrentNetworks;

namespace Reference.Transformers;

/// <summary>
/// Adds to each token the vector of its place, (20.6), learned or made of waves, (20.1). X, Y [D × N·T].
/// S0-174, S0-175, S0-176, S0-194, S1-276, S2-237, S2-238, S2-239.
/// </summary>
public sealed class Positions : Layer
{
    private readonly Sequences _sequences;
    private readonly MatrixView P; // [D × longest]
    private readonly bool _learned;

    /// <summary>Learned vectors for so many places, drawn.</summary>
    public Positions(int width, int longest, Sequences sequences, Initializer start)
        : this(sequences, true, Cell.Drawn("P", width, longest, start))
    {
    }

    /// <summary>Waves for so many places; D is even.</summary>
    public Positions(int width, int longest, Sequences sequences)
        : this(sequences, false, new Parameter("P", Waves(width, longest)))
    {
    }

    private Positions(Sequences sequences, bool learned, Parameter P)
        : base(learned ? "learned positions" : "positions", P.Value.RowCount, P.Value.RowCount, learned ? [P] : [])
    {
        ArgumentNullException.ThrowIfNull(sequences);
        (_sequences, _learned, Table, this.P) = (sequences, learned, P, P.Value.View());
        Stored = learned ? [StoredTensor.Transposed("weight", P)] : [];
    }

    /// <summary>A column for each place.</summary>
    public Parameter Table { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<StoredTensor> Stored { get; }

    /// <summary>The same table for other sequences.</summary>
    public Positions For(Sequences sequences) => new(sequences, _learned, Table);

    /// <inheritdoc/>
    public override ILayer Shared() => new Positions(_sequences, _learned, Table);

    /// <inheritdoc/>
    protected override void Forward(MatrixView X, MatrixView Y)
    {
        int T = _sequences.Steps;
        if (T > P.ColumnCount || X.ColumnCount % T != 0)
        {
            throw new ArgumentException(
                $"Expected samples of at most {P.ColumnCount} tokens, [{Inputs} × N·T]; got {X} for T = {T}.");
        }

        Y.CopyFrom(X);
        for (int n = 0; n < X.ColumnCount; n += T)
        {
            Y.Columns(n, T).Add(P.Columns(0, T)); // (20.6)
        }
    }

    /// <inheritdoc/>
    protected override void Backward(MatrixView X, MatrixView Y, MatrixView dY, MatrixView? dX)
    {
        int T = _sequences.Steps;
        if (_learned)
        {
            MatrixView dP = Table.Gradient.View().Columns(0, T);
            for (int n = 0; n < dY.ColumnCount; n += T)
            {
                dP.Add(dY.Columns(n, T)); // (20.6)
            }
        }

        dX?.CopyFrom(dY);
    }

    private static DenseMatrix Waves(int width, int longest)
    {
        if (width % 2 != 0)
        {
            throw new ArgumentException($"Expected an even number of rows for pairs of waves; got {width}.");
        }

        return DenseMatrix.OfColumnArrays(
            Enumerable.Range(0, longest).Select(p => ScalarPositions.Sinusoid(p, width)));
    }
}
