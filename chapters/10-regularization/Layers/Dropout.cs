using Reference.Networks;
using Reference.Numerics;

namespace Reference.Regularization;

/// <summary>
/// Inverted dropout: in training every number is dropped with probability p, anew at every pass, and the others are
/// divided by 1 − p, (10.10); in inference nothing happens. S0-087, S0-088, S0-091, S1-134, S1-263, S4-145.
/// </summary>
public sealed class Dropout : Layer, IStateful
{
    private readonly double _p;
    private readonly RandomStream _random;
    private readonly Workspace _M = new();
    private MatrixView _mask;

    /// <summary>A layer of D ≥ 1 rows with p in [0, 1) and the stream that it draws from.</summary>
    public Dropout(int width, double p, RandomStream random)
        : base($"dropout {p}", width, width)
    {
        ArgumentNullException.ThrowIfNull(random);
        (_p, _random) = (p is >= 0 and < 1 ? p : throw new ArgumentOutOfRangeException(
            nameof(p), $"Expected the probability p that a unit is dropped to be in [0, 1); got {p}."), random);
        State = [StoredTensor.Stream("random", random)];
    }

    /// <summary>The stream, which belongs to a checkpoint.</summary>
    public IReadOnlyList<StoredTensor> State { get; }

    /// <summary>0 or 1/(1 − p) for each number of the last pass in training. // [D × N]</summary>
    public MatrixView Mask => _mask;

    /// <inheritdoc/>
    public override ILayer Shared() => new Dropout(Inputs, _p, _random);

    /// <inheritdoc/>
    protected override void Forward(MatrixView X, MatrixView Y) => Y.CopyFrom(X);

    /// <inheritdoc/>
    protected override void Train(MatrixView X, MatrixView Y)
    {
        _mask = _M.Of(X.RowCount, X.ColumnCount);
        double kept = 1 / (1 - _p);
        foreach (ref double m in _mask.Span)
        {
            m = _random.Uniform() >= _p ? kept : 0; // (10.10)
        }

        Y.PointwiseProduct(X, _mask); // (10.10)
    }

    /// <inheritdoc/>
    protected override void Backward(MatrixView X, MatrixView Y, MatrixView dY, MatrixView? dX) =>
        dX?.PointwiseProduct(dY, _mask); // (10.11)
}
