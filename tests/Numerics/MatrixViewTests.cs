using MathNet.Numerics.LinearAlgebra.Double;

namespace Reference.Numerics.Tests;

/// <summary>Views against copies and loops, over random shapes, leading dimensions, steps and transposes.</summary>
public sealed class MatrixViewTests
{
    [Property]
    public void A_view_holds_the_elements_of_its_block(Seed seed)
    {
        var random = new RandomStream(seed.Value);
        var block = new RandomView(random, random.Below(6), random.Below(6));
        double[,] copy = block.Copy();
        Assert.Equal(copy, Elements(block.View));
        Assert.Equal(copy, Elements(block.View.ToMatrix()));
        Assert.Equal(copy, Elements(block.View.T.T));
        var (rows, columns) = (Block(random, block.View.RowCount), Block(random, block.View.ColumnCount));
        double[,] inner = Elements(block.View.Rows(rows.First, rows.Count).Columns(columns.First, columns.Count));
        double[,] outer = Elements(block.View.Columns(columns.First, columns.Count).Rows(rows.First, rows.Count));
        var expected = new double[rows.Count, columns.Count];
        for (int i = 0; i < rows.Count; i++)
        {
            for (int j = 0; j < columns.Count; j++)
            {
                expected[i, j] = copy[rows.First + i, columns.First + j];
                Assert.Equal(expected[i, j], block.View.T[columns.First + j, rows.First + i]);
            }
        }

        Assert.Equal(expected, inner);
        Assert.Equal(expected, outer);
    }

    [Property]
    public void A_product_of_views_is_the_triple_loop_and_changes_nothing_around_it(Seed seed)
    {
        var random = new RandomStream(seed.Value);
        int m = random.Below(9), n = random.Below(9), k = random.Below(9);
        double α = random.Normal();
        RandomView a = new(random, m, k), b = new(random, k, n), c = new(random, m, n);
        double[,] product = Product(a.Copy(), b.Copy());
        double[] around = c.Around();
        c.View.Product(a.View, b.View);
        Near(product, c.Copy(), 1);
        c.View.AddProduct(a.View, b.View, α);
        Near(product, c.Copy(), 1 + α);
        Assert.Equal(around, c.Around());
    }

    [Property]
    public void A_reshaped_view_has_the_same_numbers_in_the_order_of_columns(Seed seed)
    {
        var random = new RandomStream(seed.Value);
        int a = 1 + random.Below(4), b = 1 + random.Below(4), c = 1 + random.Below(4);
        var all = new MatrixView(random.Normals(a * (b * c + 1)), a, b * c + 1);
        MatrixView view = all.Columns(1, b * c);
        Assert.Equal(view.Span, view.Reshape(a * b, c).Span);
        Assert.Equal(view.Column(b - 1), view.Reshape(a * b, c).Column(0)[^a..]);
        view.Reshape(a * b, c)[a * b - 1, c - 1] = 7;
        Assert.Equal(7, view[a - 1, b * c - 1]);
    }

    [Fact]
    public void A_matrix_of_MathNet_is_a_view_of_its_own_values()
    {
        var matrix = DenseMatrix.OfArray(new double[,] { { 1, 2, 3 }, { 4, 5, 6 } });
        MatrixView view = matrix;
        view[1, 2] = 7;
        Assert.Equal(7, matrix[1, 2]);
        Assert.Equal([2, 5], view.Column(1));
        Assert.Equal("[2 × 3]", view.ToString());
        Assert.Equal(0, default(MatrixView).ToMatrix().RowCount + default(MatrixView).Span.Length);
    }

    [Fact]
    public void What_does_not_fit_is_refused_with_both_shapes()
    {
        MatrixView a = new(2, 4), b = new(5, 3), c = new(2, 3), wide = new(2, 6);
        Refused<ArgumentException>(() => c.Product(a, b), "product of the shape [2 × 3]; got [2 × 4]·[5 × 3]");
        Refused<ArgumentException>(() => c.Product(a, b.T), "product of the shape [2 × 3]; got [2 × 4]·[3 × 5]");
        Refused<ArgumentException>(() => c.Product(new(3, 5), b), "product of the shape [2 × 3]; got [3 × 5]·[5 × 3]");
        Refused<ArgumentException>(() => c.T.Product(a, b), "product of the shape [2 × 3]; got");
        Refused<ArgumentException>(() => wide.Columns(0, 2).Product(wide.Columns(1, 2), new(2, 2)), "must lie apart");
        Refused<ArgumentException>(() => a.Reshape(3, 3), "as many elements as [2 × 4]; got [3 × 3]");
        Refused<ArgumentException>(() => a.Reshape(-2, -4), "as many elements as [2 × 4]; got [-2 × -4]");
        Refused<InvalidOperationException>(
            () => a.Rows(0, 1).Reshape(2, 2), "[1 × 4] cannot be reshaped to [2 × 2]: its columns are 2");
        Refused<InvalidOperationException>(() => a.T.Reshape(2, 4), "to [2 × 4]: it is a transpose");
        Refused<InvalidOperationException>(() => _ = a.Columns(0, 2, 2).Span.Length, "[2 × 2] is not contiguous: its");
        Refused<InvalidOperationException>(() => a.T.Columns(0, 1, 2), "step 1 in the transpose [4 × 2]; got 2");
        Refused<ArgumentException>(() => _ = new MatrixView(new double[5], 2, 3), "6 values for [2 × 3]; got 5");
        OutOfRange(() => _ = new MatrixView([], -1, 3), "rows");
        OutOfRange(() => _ = new MatrixView([], 3, -1), "columns");
    }

    [Fact]
    public void A_block_outside_the_matrix_is_refused()
    {
        var x = new MatrixView(2, 6);
        OutOfRange(() => x.Rows(1, 2), "rows of [2 × 6]; got first 1, count 2, step 1.");
        OutOfRange(() => x.Rows(-1, 1), "rows of [2 × 6]; got first -1, count 1, step 1.");
        OutOfRange(() => x.Rows(0, -1), "rows of [2 × 6]; got first 0, count -1, step 1.");
        OutOfRange(() => x.Rows(3, 0), "rows of [2 × 6]; got first 3, count 0, step 1.");
        OutOfRange(() => x.T.Columns(1, 2), "rows of [2 × 6]; got first 1, count 2, step 1.");
        OutOfRange(() => x.Columns(1, 3, 3), "columns of [2 × 6]; got first 1, count 3, step 3.");
        OutOfRange(() => x.Columns(0, 1, 0), "step 0.");
        OutOfRange(() => _ = x[2, 0], "i");
        OutOfRange(() => _ = x[0, -1], "j");
        Assert.Equal((2, 2), (x.Columns(1, 2, 4).RowCount, x.Columns(1, 2, 4).ColumnCount));
        Assert.Equal(0, x.Rows(2, 0).RowCount);
    }

    private static void OutOfRange(Action action, string message)
        => Refused<ArgumentOutOfRangeException>(action, message);

    internal static void Refused<TException>(Action action, string message)
        where TException : Exception
        => Assert.Contains(message, Assert.Throws<TException>(action).Message, StringComparison.Ordinal);

    internal static double[,] Elements(MatrixView view)
    {
        var elements = new double[view.RowCount, view.ColumnCount];
        for (int i = 0; i < view.RowCount; i++)
        {
            for (int j = 0; j < view.ColumnCount; j++)
            {
                elements[i, j] = view[i, j];
            }
        }

        return elements;
    }

    internal static double[,] Product(double[,] a, double[,] b)
    {
        var product = new double[a.GetLength(0), b.GetLength(1)];
        for (int i = 0; i < a.GetLength(0); i++)
        {
            for (int j = 0; j < b.GetLength(1); j++)
            {
                for (int p = 0; p < b.GetLength(0); p++)
                {
                    product[i, j] += a[i, p] * b[p, j];
                }
            }
        }

        return product;
    }

    internal static void Near(double[,] expected, double[,] actual, double factor = 1)
    {
        Assert.Equal((expected.GetLength(0), expected.GetLength(1)), (actual.GetLength(0), actual.GetLength(1)));
        double[] numbers = [.. expected.Cast<double>()];
        double tolerance = 1e-14 * (10 + numbers.Select(Math.Abs).DefaultIfEmpty().Max()) * (1 + Math.Abs(factor));
        Assert.All(numbers.Zip(actual.Cast<double>()), p => Assert.Equal(factor * p.First, p.Second, tolerance));
    }

    private static (int First, int Count) Block(RandomStream random, int all)
    {
        int first = random.Below(all + 1);
        return (first, random.Below(all - first + 1));
    }
}
