using MathNet.Numerics.LinearAlgebra;

namespace Reference.Datasets.Tests;

public class SampleSetTests
{
    [Property]
    public void A_column_comes_back_as_it_was(RandomMatrix x, Seed seed)
    {
        var samples = new ColumnSamples(x.Matrix);
        int n = seed.Stream().Below(samples.Count);
        var column = new double[samples.Features];
        samples.CopyTo(n, column);
        Assert.Equal(x.Matrix.Column(n).ToArray(), column);
        new ColumnSamples(x.Matrix.ToArray()).CopyTo(n, column);
        Assert.Equal(x.Matrix.Column(n).ToArray(), column);
    }

    [Fact] // S4-059, S4-060
    public void A_set_is_built_indexed_and_has_a_length()
    {
        var set = new SampleSet(new ColumnSamples(new double[,] { { 1, 2, 3 }, { 4, 5, 6 } }), [2, 0, 1], 3);
        Assert.Equal(3, set.Count);
        Assert.Equal([2.0, 5.0], set[1].X);
        Assert.Equal([1.0, 0.0, 0.0], set[1].Y);
        Assert.Equal([2, 0, 1], set.Labels);
        Assert.Throws<ArgumentOutOfRangeException>(() => set[3]);
        Assert.Throws<ArgumentOutOfRangeException>(() => set[-1]);
    }

    [Fact]
    public void A_subset_keeps_its_order_and_may_repeat()
    {
        var points = new LabelledPoints(new double[,] { { 1, 2, 3 } }, [2, 0, 1], 3);
        SampleSet some = points.ToSampleSet().At([2, 0, 2]);
        Assert.Equal([3.0, 1.0, 3.0], Enumerable.Range(0, 3).Select(n => some[n].X[0]));
        Assert.Equal([1, 2, 1], some.Labels);
        SampleSet regression = new SampleSet(new ColumnSamples(points.X), new ColumnSamples(points.X)).At([1]);
        Assert.Equal((2.0, 2.0), (regression[0].X[0], regression[0].Y[0]));
        Assert.Empty(regression.Labels);
        Assert.Throws<ArgumentOutOfRangeException>(() => points.ToSampleSet().At([3]));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new Subset(new ColumnSamples(points.X), [0]).CopyTo(1, new double[1]));
    }

    [Fact]
    public void Wrong_sizes_and_labels_are_named()
    {
        var x = new ColumnSamples(Matrix<double>.Build.Dense(2, 3));
        Assert.Contains("3 and 2", Assert.Throws<ArgumentException>(() => new SampleSet(x, [0, 1], 2)).Message,
            StringComparison.Ordinal);
        Assert.Contains("sample 1 is 2", Assert.Throws<ArgumentOutOfRangeException>(() =>
            new OneHotLabels([0, 2], 2)).Message, StringComparison.Ordinal);
        Assert.Contains("of 2 numbers; got 3",
            Assert.Throws<ArgumentException>(() => x.CopyTo(0, new double[3])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new OneHotLabels([0], 2).CopyTo(0, new double[3]));
        Assert.Throws<ArgumentException>(() => new ColumnSamples(new double[,] { { double.NaN } }));
        Assert.Throws<ArgumentException>(() => new ColumnSamples(new double[2, 0]));
        Assert.Throws<ArgumentException>(() => new LabelledSentences(["a"], []));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LabelledSentences(["a"], [1]).At([1]));
    }

    [Fact]
    public void Sentences_of_given_indices_keep_their_labels()
    {
        LabelledSentences some = new LabelledSentences(["a", "b", "c"], [0, 1, 1]).At([2, 0, 2]);
        Assert.Equal(["c", "a", "c"], some.Texts);
        Assert.Equal([1, 0, 1], some.Labels);
    }
}
