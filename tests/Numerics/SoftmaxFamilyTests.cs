using System.Numerics;

namespace Reference.Numerics.Tests;

/// <summary>Laws of the softmax and its logarithm, along columns and along rows.</summary>
public sealed class SoftmaxFamilyTests
{
    private delegate void Kernel<T>(int rows, ReadOnlySpan<T> x, Span<T> y, VectorPath path);

    public static TheoryData<VectorPath> Paths => [.. VectorPaths.Available];

    private static Kernel<T>[] Family<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => [Kernels.SoftmaxColumns, Kernels.SoftmaxRows, Kernels.LogSoftmaxColumns, Kernels.LogSoftmaxRows];

    // Multiples of 1/64, so that adding an integer and subtracting it again is exact.
    private static T[] Sixtyfourths<T>(int count, double shift)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => [.. new RandomStream(3).Uniforms(count, -30, 30)
            .Select(v => T.CreateTruncating(Math.Round(v * 64) / 64 + shift))];

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_shift_changes_nothing(VectorPath path)
    {
        Shifted<double>(path);
        Shifted<float>(path);
    }

    private static void Shifted<T>(VectorPath path)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (Kernel<T> kernel in Family<T>())
        {
            for (int rows = 1; rows <= 20; rows++)
            {
                T[] x = Sixtyfourths<T>(rows * 7, 0), y = new T[rows * 7], z = new T[rows * 7];
                kernel(rows, x, y, path);
                kernel(rows, Sixtyfourths<T>(rows * 7, 1000), z, path);
                Assert.Equal(y, z);
            }
        }
    }

    // e^1000 overflows: only after subtracting the true maximum is the result finite.
    [Theory]
    [MemberData(nameof(Paths))]
    public void The_largest_number_is_found_wherever_it_stands(VectorPath path)
    {
        Largest<double>(path);
        Largest<float>(path);
    }

    private static void Largest<T>(VectorPath path)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T large = T.CreateTruncating(1000);
        for (int count = 1; count <= 70; count++)
        {
            for (int place = 0; place < count; place++)
            {
                T[] x = new T[count], p = new T[count], logarithm = new T[count];
                x[place] = large;
                Kernels.SoftmaxColumns(count, x, p, path);
                Kernels.LogSoftmaxColumns(count, x, logarithm, path);
                T[] byRows = new T[count], logarithmByRows = new T[count];
                Kernels.SoftmaxRows(1, x, byRows, path);
                Kernels.LogSoftmaxRows(1, x, logarithmByRows, path);
                Assert.Equal(x.Select(v => v / large), p);
                Assert.Equal(x.Select(v => v - large), logarithm);
                Assert.Equal(p, byRows);
                Assert.Equal(logarithm, logarithmByRows);
            }
        }
    }

    // pytorch/pytorch#11752: a large maximum swallows no ln 2; and e⁻⁵⁰ beside 1 is not lost, in columns and in rows.
    [Theory]
    [MemberData(nameof(Paths))]
    public void The_logarithm_keeps_its_digits(VectorPath path)
    {
        foreach ((double[] x, double expected) in new[] { (new[] { 1e16, 1e16 }, -Math.Log(2)),
            ([-1e300, 40, -10], -1.928749847963918e-22), ([0, -1, -2], -0.4076059644443803) })
        {
            double[] columns = new double[x.Length], rows = new double[x.Length];
            Kernels.LogSoftmaxColumns(x.Length, x, columns, path);
            Kernels.LogSoftmaxRows(1, x, rows, path);
            Assert.Equal(1, columns.Max() / expected, 1e-15);
            Assert.Equal(1, rows.Max() / expected, 1e-15);
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Memory_around_the_spans_is_neither_read_nor_written(VectorPath path)
    {
        Between<double>(path);
        Between<float>(path);
    }

    private static void Between<T>(VectorPath path)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        const int margin = 40;
        foreach (Kernel<T> kernel in Family<T>())
        {
            for (int rows = 1; rows <= 37; rows++)
            {
                T[] x = Sixtyfourths<T>(rows * 2, 0), expected = new T[rows * 2];
                kernel(rows, x, expected, path);
                T[] huge = [.. Enumerable.Repeat(T.CreateTruncating(1e30), margin)];
                T[] within = [.. huge, .. x, .. huge], result = [.. huge, .. x, .. huge];
                kernel(rows, within.AsSpan(margin, x.Length), result.AsSpan(margin, x.Length), path);
                Assert.Equal([.. huge, .. expected, .. huge], result);
            }
        }
    }

    [Fact]
    public void One_vector_is_one_column()
    {
        double[] y = new double[5], expected = new double[5];
        Kernels.SoftmaxColumns(5, [1, 2, 3, 4, 5], expected);
        Kernels.Softmax([1, 2, 3, 4, 5], y);
        Assert.Equal(expected, y);
        float[] single = new float[5], expectedSingle = new float[5];
        Kernels.SoftmaxColumns(5, [1f, 2, 3, 4, 5], expectedSingle);
        Kernels.Softmax([1f, 2, 3, 4, 5], single);
        Assert.Equal(expectedSingle, single);
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_refused_by_each()
    {
        double[] six = new double[6];
        foreach (Kernel<double> kernel in Family<double>())
        {
            Assert.Throws<ArgumentOutOfRangeException>("rows", () => kernel(0, six, six, VectorPaths.Best));
            Assert.Contains(
                "columns of 4 rows; got 6",
                Assert.Throws<ArgumentException>("x", () => kernel(4, six, six, VectorPaths.Best)).Message);
            Assert.Contains(
                "expected 6, got 3",
                Assert.Throws<ArgumentException>("y", () => kernel(3, six, new double[3], VectorPaths.Best)).Message);
            Assert.Throws<ArgumentException>(
                "y", () => kernel(2, six.AsSpan(0, 4), six.AsSpan(2, 4), VectorPaths.Best));
        }
    }
}
