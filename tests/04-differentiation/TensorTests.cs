using Reference.Numerics;

namespace Reference.Differentiation.Tests;

public class TensorTests
{
    private static int[] RandomShape(RandomStream random, int leastRank = 0) =>
        [.. Enumerable.Range(0, leastRank + random.Below(4 - leastRank)).Select(_ => 1 + random.Below(4))];

    private static IEnumerable<int[]> Indices(int[] shape) => shape.Aggregate(
        (IEnumerable<int[]>)[[]],
        (heads, size) => heads.SelectMany(head => Enumerable.Range(0, size).Select(i => (int[])[.. head, i])));

    // S0-039 S0-040 S0-043 S0-044 S0-045 S2-046 S2-048 S3-011 S4-038 S4-052: ranks 0 to 3, their shapes and elements.
    [Fact]
    public void Rank_counts_dimensions_and_shape_lists_their_sizes()
    {
        Assert.Equal(55, Tensor.Of(55, 60, 65, 70, 75)[0]);
        Assert.Equal((0, 1, 9.0), (Tensor.Scalar(9).Rank, Tensor.Scalar(9).Count, Tensor.Scalar(9).Item()));
        Assert.Empty(Tensor.Scalar(42).Shape);
        Assert.Equal([4], Tensor.Of(1, 2, 3, 4).Shape);
        Tensor table = Tensor.Of(new double[,] { { 1, 2, 3 }, { 4, 5, 6 } });
        Assert.Equal([2, 3], table.Shape);
        Assert.Equal((2, 6, 4.0), (table.Rank, table.Count, table[1, 0]));
        Assert.Equal([1, 2, 3, 4, 5, 6], table.ToArray());
        Assert.Equal(3, Tensor.Ones(2, 3, 4).Rank);
    }

    // S0-046: a random image has 150,528 elements of mean 0 and variance 1, to a few standard errors (0.0026).
    [Fact]
    public void A_random_image_is_standard_normal()
    {
        Tensor image = Tensor.Normal(new RandomStream(1), 3, 224, 224);
        Assert.Equal([3, 224, 224], image.Shape);
        Assert.Equal(150_528, image.Count);
        Assert.InRange(image.Mean(), -0.011, 0.011);
        Assert.InRange((image * image).Mean(), 0.985, 1.015);
    }

    // (4.1) S4-052: row-major strides give every index its own position, in order of counting.
    [Property]
    public void Strides_number_the_elements_in_order(Seed seed)
    {
        RandomStream random = seed.Stream();
        int[] shape = RandomShape(random), strides = TensorShape.Strides(shape);
        int[] positions = [.. Indices(shape).Select(index => index.Zip(strides, (i, s) => i * s).Sum())];
        Assert.Equal(Enumerable.Range(0, TensorShape.Count(shape)), positions);
        Tensor tensor = Tensor.Normal(random, shape);
        Assert.Equal(tensor.ToArray(), Indices(shape).Select(index => tensor[index]));
    }

    // S2-050 S2-051 S4-039 S4-041: writing to a tensor is seen in its views; −1 finds the missing size.
    [Fact]
    public void A_view_shares_memory_and_keeps_the_order()
    {
        Tensor units = Tensor.Of(new double[,] { { 200, 220 }, { 150, 180 }, { 300, 330 } });
        Tensor flat = units.View(-1);
        Assert.Equal([200, 220, 150, 180, 300, 330], flat.ToArray());
        units[2, 1] = 345;
        Assert.Equal(345, flat[5]);
        Assert.Equal([7, 1], Tensor.Of(0, 1, 2, 3, 4, 5, 6).View(-1, 1).Shape);
        Assert.Equal([2, 3], units.View(2, -1).Shape);
    }

    // The stride of a size of 1 is never used: an added dimension or a transposed column is still in order.
    [Fact]
    public void Sizes_of_one_do_not_break_contiguity()
    {
        Tensor x = Tensor.Of(10, 20, 30, 40, 50), row = x.Unsqueeze(0);
        Assert.True(row.IsContiguous);
        row.View(5)[1] = 7;
        Assert.Equal(7, x[1]);
        Assert.Equal([1, 2, 3], Tensor.Of(new double[,] { { 1 }, { 2 }, { 3 } }).Transpose().View(3).ToArray());
        Assert.False(Tensor.Zeros(2, 3).Transpose().IsContiguous);
    }

    // S4-040 S2-062: Sharing keeps the caller's memory; Of, Copy and a Reshape that must copy have their own.
    [Fact]
    public void A_shared_tensor_writes_through_and_a_copy_does_not()
    {
        double[] memory = [0, 1, 2, 3, 4, 5];
        Tensor shared = Tensor.Sharing(memory), copied = Tensor.Of(memory), again = shared.Copy(),
            reshaped = shared.Reshape(2, 3), turned = shared.View(2, 3).Transpose().Reshape(6);
        shared[0] = 7;
        memory[1] = 8;
        Assert.Equal((7.0, 8.0), (memory[0], shared[1]));
        Assert.Equal((7.0, 8.0), (reshaped[0, 0], reshaped[0, 1]));
        Assert.All([copied, again], t => Assert.Equal([0, 1, 2, 3, 4, 5], t.ToArray()));
        Assert.Equal([0, 3, 1, 4, 2, 5], turned.ToArray());
    }

    // S4-041 S4-042: slices are views; [3:6] takes three values, also from an overlapping part of the same tensor.
    [Fact]
    public void A_slice_writes_through()
    {
        Tensor x = Tensor.Of(0, 1, 2, 3, 4, 5);
        Assert.Equal([3, 4], x.Slice(0, 3, 5).ToArray());
        x.Slice(0, 3, 6).Assign(Tensor.Of(6, 8, 10));
        Assert.Equal([0, 1, 2, 6, 8, 10], x.ToArray());
        x.Slice(0, 1, 3).Assign(Tensor.Scalar(-1));
        Assert.Equal([0, -1, -1, 6, 8, 10], x.ToArray());
        x.Slice(0, 1, 6).Assign(x.Slice(0, 0, 5));
        Assert.Equal([0, 0, -1, -1, 6, 8], x.ToArray());
    }

    // S2-049 S4-042: rows and columns swap, and slices of both are MathNet's; a vector has nothing to transpose.
    [Property]
    public void Views_of_a_table_agree_with_those_of_its_matrix(RandomMatrix m, Seed seed)
    {
        (int rows, int columns) = (m.Matrix.RowCount, m.Matrix.ColumnCount);
        int row = seed.Stream().Below(rows), column = seed.Stream().Below(columns);
        Tensor table = Tensor.Of(m.Matrix.ToArray());
        Assert.Equal(m.Matrix.Transpose().ToRowMajorArray(), table.Transpose().ToArray());
        Assert.Equal(table.ToArray(), table.Transpose().Transpose().ToArray());
        Assert.Equal(m.Matrix.SubMatrix(row, rows - row, 0, columns).ToRowMajorArray(),
            table.Slice(0, row, rows).ToArray());
        Assert.Equal(m.Matrix.Column(column).ToArray(), table.Slice(1, column, column + 1).ToArray());
        Tensor revenue = Tensor.Of(100, 23, 45);
        Assert.Same(revenue, revenue.Transpose());
    }

    // S2-049: of three dimensions any two can be swapped.
    [Fact]
    public void Any_two_dimensions_can_be_swapped()
    {
        Tensor cube = Tensor.Normal(new RandomStream(2), 2, 3, 4), turned = cube.Transpose(0, 2);
        Assert.Equal([4, 3, 2], turned.Shape);
        Assert.All(Indices([2, 3, 4]), i => Assert.Equal(cube[i], turned[i[2], i[1], i[0]]));
    }

    // S0-047: unsqueeze(1) makes a column [5, 1] of a vector [5], unsqueeze(0) a row, and moves nothing.
    [Fact]
    public void Unsqueezing_adds_a_dimension_of_one()
    {
        Tensor x = Tensor.Of(55, 60, 65, 70, 75);
        Assert.Equal([5, 1], x.Unsqueeze(1).Shape);
        Assert.Equal([1, 5], x.Unsqueeze(0).Shape);
        x.Unsqueeze(1)[3, 0] = 71;
        Assert.Equal([55, 60, 65, 71, 75], x.Unsqueeze(1).ToArray());
        Assert.Equal(71, x[3]);
    }

    // (4.3) S4-050: both ends to the last bit, and equal gaps. From −1.7 to 1, s + (e − s) is not e.
    [Property]
    public void Linspace_includes_both_ends(Number start, Number end, Seed seed)
    {
        int steps = 2 + seed.Stream().Below(20);
        double[] points = Tensor.Linspace(start.Value, end.Value, steps).ToArray();
        Assert.Equal((steps, start.Value, end.Value), (points.Length, points[0], points[^1]));
        double gap = (end.Value - start.Value) / (steps - 1);
        Assert.All(points.Zip(points.Skip(1)), p => Assert.Equal(gap, p.Second - p.First, 1e-12));
        Assert.Equal(1, Tensor.Linspace(-1.7, 1, 5)[4]);
    }

    // (4.2) S4-047: broadcasting reads index 0 wherever a size is 1.
    [Property]
    public void Broadcasting_repeats_along_sizes_of_one(Seed seed)
    {
        RandomStream random = seed.Stream();
        int[] shape = RandomShape(random, leastRank: 1);
        int[] small = [.. shape.Skip(random.Below(shape.Length)).Select(n => random.Below(2) == 0 ? 1 : n)];
        Assert.Equal(shape, TensorShape.Broadcast(shape, small));
        Assert.Equal(shape, TensorShape.Broadcast(small, shape));
        Tensor a = Tensor.Normal(random, shape), b = Tensor.Normal(random, small), sum = a + b;
        Assert.All(Indices(shape), index =>
        {
            int[] at = [.. index.Skip(shape.Length - small.Length).Zip(small, (i, n) => n == 1 ? 0 : i)];
            Assert.Equal(a[index] + b[at], sum[index]);
        });
    }

    // (4.4) S4-043 S4-044 S4-045 S4-047 S4-049: sums, multiples, products and functions, element by element.
    [Property]
    public void Arithmetic_is_elementwise(PairOfVectors pair, Number c)
    {
        Tensor u = Tensor.Of(pair.A), v = Tensor.Of(pair.B);
        for (int i = 0; i < u.Count; i++)
        {
            (double a, double b) = (pair.A[i], pair.B[i]);
            Assert.Equal((a + b, a - b, a * b), ((u + v)[i], (u - v)[i], (u * v)[i]));
            Assert.Equal((c.Value * a, a + c.Value), ((c.Value * u)[i], (u + c.Value)[i]));
            Assert.Equal((Math.Sin(a), Math.Cos(a)), (u.Sin()[i], u.Cos()[i]));
        }
    }

    // (4.4) S4-046 S4-048: the dot product sums the Hadamard product and obeys Cauchy and Schwarz.
    [Property]
    public void Dot_sums_the_Hadamard_product(PairOfVectors pair)
    {
        Tensor u = Tensor.Of(pair.A), v = Tensor.Of(pair.B);
        Digits.Agree((u * v).Sum(), u.Dot(v), 14, terms: Math.Sqrt(u.Dot(u) * v.Dot(v)));
        Assert.True(u.Dot(v) * u.Dot(v) <= u.Dot(u) * v.Dot(v) * (1 + 1e-12));
        Digits.Agree(pair.A.Average(), u.Mean(), 14, terms: pair.A.Max(Math.Abs));
        Assert.Equal(pair.A.Max(), u.Max());
    }

    // (4.6) S4-053: mm is the matrix product, whatever the strides of its factors.
    [Property]
    public void Tensor_product_is_the_matrix_product(RandomMatrix m)
    {
        Tensor a = Tensor.Of(m.Matrix.ToArray());
        Digits.Agree((m.Matrix * m.Matrix.Transpose()).ToRowMajorArray(), a.MatMul(a.Transpose()).ToArray(), 12);
    }

    // S0-049 S4-035 S4-036 S4-037: float32 has 7 digits, float64 16; float32 holds every integer up to 2²⁴.
    [Fact]
    public void Float32_resolves_seven_digits()
    {
        Assert.Equal(Math.Pow(2, -23), BestStep.Epsilon<float>());
        Assert.Equal(Math.Pow(2, -52), BestStep.Epsilon<double>());
        Assert.Equal(Math.Pow(2, -10), BestStep.Epsilon<Half>());
        Assert.Equal(2 * BestStep.RoundingUnit, BestStep.Epsilon<double>());
        Assert.Equal(16_777_216f, 16_777_216f + 1f);
    }
}
