using static Reference.Numerics.Tests.MatrixViewTests;

namespace Reference.Numerics.Tests;

/// <summary>Batches of views: heads, samples, and the heads of every sample.</summary>
public sealed class MatrixViewsTests
{
    [Property]
    public void Blocks_are_rows_and_columns_of_the_matrix(Seed seed)
    {
        var random = new RandomStream(seed.Value);
        int rows = 1 + random.Below(3), columns = 1 + random.Below(3);
        int H = 1 + random.Below(3), N = 1 + random.Below(3);
        MatrixView x = new RandomView(random, H * rows, N * columns).View;
        MatrixViews heads = x.SplitRows(H), samples = x.SplitColumns(N);
        MatrixViews rowsLast = samples.SplitRows(H), columnsLast = heads.SplitColumns(N);
        Assert.Equal((H, N, H * N, H * N), (heads.Count, samples.Count, rowsLast.Count, columnsLast.Count));
        for (int h = 0; h < H; h++)
        {
            Assert.Equal(Elements(x.Rows(h * rows, rows)), Elements(heads[h]));
            for (int n = 0; n < N; n++)
            {
                MatrixView block = x.Rows(h * rows, rows).Columns(n * columns, columns);
                Assert.Equal(Elements(x.Columns(n * columns, columns)), Elements(samples[n]));
                Assert.Equal(Elements(block), Elements(rowsLast[n * H + h]));
                Assert.Equal(Elements(block.T), Elements(columnsLast.T[h * N + n]));
            }
        }
    }

    [Property]
    public void A_batch_of_products_is_its_products_one_by_one(Seed seed)
    {
        var random = new RandomStream(seed.Value);
        int m = 1 + random.Below(4), n = 1 + random.Below(4), k = 1 + random.Below(4);
        int H = 1 + random.Below(3), N = 1 + random.Below(3);
        var (a, b, c) = (Batch(m, k), Batch(k, n), Batch(m, n));
        double[][,] expected =
            [.. Enumerable.Range(0, H * N).Select(i => Product(Elements(a.Views[i]), Elements(b.Views[i])))];
        double[] around = c.All.Around();
        c.Views.Product(a.Views, b.Views);
        Assert.All(Enumerable.Range(0, H * N), i => Near(expected[i], Elements(c.Views[i])));
        c.Views.AddProduct(a.Views, b.Views, 2);
        Assert.All(Enumerable.Range(0, H * N), i => Near(expected[i], Elements(c.Views[i]), 3));
        Assert.Equal(around, c.All.Around());

        // Matrices one after another, the heads of samples, or either turned over.
        (RandomView All, MatrixViews Views) Batch(int rows, int columns)
        {
            bool turned = random.Bernoulli(0.5), heads = random.Bernoulli(0.5);
            (rows, columns) = turned ? (columns, rows) : (rows, columns);
            var all = heads
                ? new RandomView(random, H * rows, N * columns)
                : new RandomView(random, rows, H * N * columns);
            MatrixViews samples = all.View.SplitColumns(N);
            MatrixViews views = heads ? samples.SplitRows(H) : samples.SplitColumns(H);
            return (all, turned ? views.T : views);
        }
    }

    [Fact]
    public void What_does_not_fit_is_refused_with_both_shapes()
    {
        MatrixView x = new(6, 12), y = new(6, 12), z = new(6, 12);
        Refused<ArgumentException>(() => x.SplitRows(4), "Expected 4 to divide the 6 rows of 1 × [6 × 12]");
        Refused<ArgumentException>(() => x.SplitRows(2).SplitColumns(5), "5 to divide the 12 columns of 2 × [3 × 12]");
        Refused<ArgumentOutOfRangeException>(() => x.SplitColumns(0), "count");
        Refused<InvalidOperationException>(
            () => x.SplitColumns(2).SplitRows(2).SplitColumns(2), "got 2 × 2 × [3 × 6] to split again");
        Refused<ArgumentOutOfRangeException>(() => _ = x.SplitRows(2)[2], "i");
        Refused<ArgumentException>(
            () => z.SplitRows(2).Product(x.SplitRows(2), y.SplitRows(2)),
            "product of the shape [3 × 12]; got [3 × 12]·[3 × 12]");
        Refused<ArgumentException>(
            () => z.SplitColumns(2).Product(x.SplitColumns(2), y.SplitRows(2).SplitColumns(2).SplitRows(1)),
            "product of the shape [6 × 6]; got [6 × 6]·[3 × 6]");
        Refused<ArgumentException>(
            () => z.SplitColumns(2).Product(x.SplitColumns(2), y.Columns(0, 6)),
            "split like the result, 2 × [6 × 6]; got 2 × [6 × 6] and 1 × [6 × 6]");
        MatrixView three = x.Columns(0, 4), other = z.Columns(0, 4);
        MatrixViews six = new MatrixView(2, 12).SplitColumns(6);
        Refused<ArgumentException>(
            () => other.SplitColumns(2).SplitRows(3).Product(six, three.SplitRows(3).SplitColumns(2)),
            "split like the result, 2 × 3 × [2 × 2]; got 6 × [2 × 2] and 3 × 2 × [2 × 2]");
        Refused<ArgumentException>(
            () => z.SplitColumns(2).Product(z.SplitColumns(2), y.SplitColumns(2)), "must lie apart");
    }
}
