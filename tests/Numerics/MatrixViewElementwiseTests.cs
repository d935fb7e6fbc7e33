using static Reference.Numerics.Tests.MatrixViewTests;

namespace Reference.Numerics.Tests;

/// <summary>Operations on the elements and columns of views against loops, with nothing changed around them.</summary>
public sealed class MatrixViewElementwiseTests
{
    [Property]
    public void Operations_on_elements_are_loops(Seed seed)
    {
        var random = new RandomStream(seed.Value);
        int rows = random.Below(6), columns = random.Below(6);
        bool transposed = random.Bernoulli(0.5);
        RandomView New() => new(random, rows, columns, transposed);
        RandomView x = New(), y = New();
        double[,] a = x.Copy(), b = y.Copy();
        Check(New(), z => z.Fill(3), (_, _, _) => 3);
        Check(New(), z => z.CopyFrom(x.View), (_, a, _) => a);
        Check(New(), z => z.Add(x.View), (c, a, _) => c + a);
        Check(New(), z => z.Map(Kernels.Relu, x.View), (_, a, _) => Math.Max(a, 0));
        Check(New(), z => z.Map(Kernels.Relu, z), (c, _, _) => Math.Max(c, 0));
        Check(New(), z => z.Map(Kernels.ReluGradient, x.View, y.View), (_, a, b) => a > 0 ? b : 0);
        Check(New(), z => z.PointwiseProduct(x.View, y.View), (_, a, b) => a * b);
        Check(New(), z => z.AddPointwiseProduct(x.View, y.View), (c, a, b) => Math.FusedMultiplyAdd(a, b, c));
        Check(new(random, rows, columns, !transposed), z => z.CopyFrom(x.View), (_, a, _) => a);
        Assert.Equal(a, x.Copy());

        void Check(RandomView z, Action<MatrixView> operation, Func<double, double, double, double> formula)
        {
            double[,] expected = z.Copy();
            for (int i = 0; i < rows; i++)
            {
                for (int j = 0; j < columns; j++)
                {
                    expected[i, j] = formula(expected[i, j], a[i, j], b[i, j]);
                }
            }

            double[] around = z.Around();
            operation(z.View);
            Assert.Equal(expected, z.Copy());
            Assert.Equal(around, z.Around());
        }
    }

    // In blocks of eight by eight, of which the last overlap.
    [Property]
    public void A_transpose_is_copied_in_blocks(Seed seed)
    {
        RandomStream random = seed.Stream();
        int rows = 1 + random.Below(30), columns = 1 + random.Below(30);
        RandomView from = new(random, rows, columns, false), to = new(random, rows, columns, true);
        double[] around = to.Around();
        to.View.CopyFrom(from.View);
        Assert.Equal(from.Copy(), to.Copy());
        Assert.Equal(around, to.Around());
    }

    [Fact]
    public void Matrices_are_transposed_one_after_another_on_any_number_of_threads()
    {
        var random = new RandomStream(5);
        foreach ((int rows, int columns, int count) in ((int, int, int)[])[(3, 5, 2), (16, 25, 700), (1, 9, 1)])
        {
            double[] x = random.Normals(rows * columns * count), expected = new double[x.Length];
            for (int n = 0; n < count; n++)
            {
                new MatrixView(x, rows, columns * count).Columns(n * columns, columns).T.ToMatrix().Values
                    .CopyTo(expected, n * rows * columns);
            }

            foreach (int threads in new[] { 1, 2, 7 })
            {
                double[] y = new double[x.Length];
                Kernels.Transpose(rows, columns, x, y, threads);
                Assert.Equal(expected, y);
            }
        }

        Refused<ArgumentException>(() => Kernels.Transpose(2, 2, new double[6], new double[6]), "columns of 4 rows");
        Refused<ArgumentException>(() => Kernels.Transpose(2, 2, new double[4], new double[8]), "expected 4, got 8");
        Refused<ArgumentOutOfRangeException>(() => Kernels.Transpose(0, 2, new double[4], new double[4]), "rows");
        double[] same = new double[4];
        Refused<ArgumentException>(() => Kernels.Transpose(2, 2, same, same), "apart");
    }

    [Fact]
    public unsafe void Memory_is_aligned_to_a_line_or_as_another_is()
    {
        double[] other = new double[100];
        fixed (double* all = other, whole = MatrixView.Aligned(3, 5).Span)
        {
            Assert.Equal(0, (nint)whole % 64);
            Assert.Equal(0, MatrixView.Aligned(3, 5).Span.ToArray().Sum());
            for (int i = 0; i < 9; i++)
            {
                fixed (double* place = MatrixView.Beside(other.AsSpan(i)).Span)
                {
                    Assert.Equal((nint)(all + i) % 64, (nint)place % 64);
                }
            }
        }
    }

    [Property]
    public void A_column_is_added_to_all_and_all_to_a_column(Seed seed)
    {
        var random = new RandomStream(seed.Value);
        int rows = 1 + random.Below(6), columns = random.Below(6);
        RandomView y = new(random, rows, columns, false), b = new(random, rows, 1, false);
        double[,] before = y.Copy(), bias = b.Copy();
        double[] around = y.Around();
        y.View.AddColumn(b.View);
        Assert.All(Places(), p => Assert.Equal(before[p.I, p.J] + bias[p.I, 0], y.Copy()[p.I, p.J]));
        b.View.AddSumOfColumns(y.View);
        foreach ((int i, int j) in Places())
        {
            bias[i, 0] += y.Copy()[i, j];
        }

        Assert.Equal(bias, b.Copy());
        Assert.Equal(around, y.Around());

        IEnumerable<(int I, int J)> Places()
            => Enumerable.Range(0, rows).SelectMany(i => Enumerable.Range(0, columns), (i, j) => (i, j));
    }

    // Gates are interleaved in memory and share no element.
    [Fact]
    public void One_gate_may_be_computed_from_another_of_the_same_matrix()
    {
        var z = new MatrixView([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], 6, 2);
        z.Rows(4, 2).PointwiseProduct(z.Rows(0, 2), z.Rows(2, 2));
        Assert.Equal([1, 2, 3, 4, 3, 8, 7, 8, 9, 10, 63, 80], z.Span);
        z.Rows(0, 2).CopyFrom(z.Rows(4, 2));
        Assert.Equal([3, 8, 3, 4, 3, 8, 63, 80, 9, 10, 63, 80], z.Span);
    }

    [Fact]
    public void What_does_not_fit_is_refused_with_both_shapes()
    {
        MatrixView x = new(2, 3), z = new(3, 2), square = new(3, 3), b = new(3, 1);
        Refused<ArgumentException>(() => z.CopyFrom(x), "x to have the shape [3 × 2] of the result; got [2 × 3]");
        Refused<ArgumentException>(() => z.Map(Kernels.Tanh, x), "shape [3 × 2] of the result; got [2 × 3]");
        Refused<ArgumentException>(() => z.PointwiseProduct(z, x), "y to have the shape [3 × 2] of the result");
        Refused<ArgumentException>(() => z.Add(x.T), "x is a transpose");
        Refused<ArgumentException>(() => z.AddColumn(x.Columns(0, 1)), "of as many rows; got [2 × 1] and [3 × 2]");
        Refused<ArgumentException>(() => z.AddColumn(z), "a column and a matrix of as many rows; got [3 × 2]");
        Refused<ArgumentException>(() => x.Columns(0, 1).AddSumOfColumns(z), "got [2 × 1] and [3 × 2]");
        Refused<ArgumentException>(() => b.AddSumOfColumns(x.T), "a column and a matrix of as many rows");
        Refused<ArgumentException>(() => square.Columns(1, 2).CopyFrom(square.Columns(0, 2)), "lie apart");
        Refused<ArgumentException>(() => square.Rows(1, 2).CopyFrom(square.Rows(0, 2)), "lie apart");
        Refused<ArgumentException>(() => square.Rows(0, 2).CopyFrom(square.Rows(1, 2)), "lie apart");
        Refused<ArgumentException>(() => square.CopyFrom(square.T), "lie apart");
        Refused<ArgumentException>(() => square.AddColumn(square.Columns(1, 1)), "lie apart");
        Refused<ArgumentException>(() => square.Rows(0, 2).AddColumn(square.Rows(0, 2).Columns(1, 1)), "lie apart");
    }
}
