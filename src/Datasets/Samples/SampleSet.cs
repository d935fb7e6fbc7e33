using Reference.Numerics;

namespace Reference.Datasets;

/// <summary>Samples with their targets, indexed and of a known length (S4-059,
/// S4-060).</summary>
public sealed class SampleSet
{
    /// <summary>Inputs with targets of any kind (regression).</summary>
    /// <exception cref="ArgumentException">Not one target for each input.</exception>
    public SampleSet(ISamples x, ISamples y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        Require.SameLength(x.Count, nameof(x), y.Count, nameof(y));
        (X, Y) = (x, y);
    }

    /// <summary>Inputs with the class of each (classification): the targets are one-hot columns.</summary>
    /// <exception cref="ArgumentException">Not one label for each input, or a label that is no class.</exception>
    public SampleSet(ISamples x, IReadOnlyList<int> labels, int classes)
        : this(x, new OneHotLabels(labels, classes))
    {
    }

    /// <summary>The inputs. // [D × N]</summary>
    public ISamples X { get; }

    /// <summary>The targets. // [K × N]</summary>
    public ISamples Y { get; }

    /// <summary>The classes of the samples; empty when the targets are not classes. // [N]</summary>
    public IReadOnlyList<int> Labels => Y is OneHotLabels classes ? classes.Labels : [];

    /// <summary>N.</summary>
    public int Count => X.Count;

    /// <summary>One sample and its target, as the notes' <c>__getitem__</c> returns them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is outside the set.</exception>
    public (double[] X, double[] Y) this[int index]
    {
        get
        {
            double[] x = new double[X.Features], y = new double[Y.Features];
            X.CopyTo(index, x);
            Y.CopyTo(index, y);
            return (x, y);
        }
    }

    /// <summary>The samples of these indices, in this order, without copying them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside the set.</exception>
    public SampleSet At(IReadOnlyList<int> indices) => Y is OneHotLabels classes
        ? new(new Subset(X, indices), new OneHotLabels([.. indices.Select(i => classes.Labels[i])], classes.Features))
        : new(new Subset(X, indices), new Subset(Y, indices));
}
