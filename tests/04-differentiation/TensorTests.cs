using Reference.Numerics;

namespace Reference.Differentiation.Tests;

public class TensorTests
{
    private static int[] RandomShape(RandomStream random, int leastRank = 0) =>
        [.. Enumerable.Range(0, leastRank + random.Below(4 - leastRank)).Select(_ => 1 + random.Below(4))];

    // S0-039 S0-040 S0-043 S0-044 S0-045 S2-046 S2-048 S3-011 S4-038: ranks 0 to 3, their shapes and elements.
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

    // S0-046: a random colour image has 150,528 elements of mean 0 and variance 1, to a few standard errors (1/√150528 = 0.0026).
    [Fact]
    public void A_random_image_is_standard_normal()
    {
        Tensor image = Tensor.Normal(new RandomStream(1), 3, 224, 224);
        Assert.Equal([3, 224, 224], image.Shape);
        Assert.Equal(150_528, image.Count);
        Assert.InRange(image.Mean(), -0.011, 0.011);
        Assert.InRange((image * image).Mean(), 0.985, 1.015);
    }

    // (4.1) S4-052: row-major strides put every index at its own place, in order of counting.
    [Property]
    public void Strides_number_the_elements_in_order(Seed seed)
    {
        RandomStream random = seed.Stream();
        int[] shape = RandomShape(random), strides = TensorShape.Strides(shape);
        int[] places = [.. Indices(shape).Select(index => index.Zip(strides, (i, s) => i * s).Sum())];
        Assert.Equal(Enumerable.Range(0, TensorShape.Count(shape)), places);
        Tensor tensor = Tensor.Normal(random, shape);
        Assert.Equal(tensor.ToArray(), Indices(shape).Select(index => tensor[index]));
    }

    // S2-050 S2-051 S4-039 S4-041: a view shares storage: writing to one is seen in the other; −1 finds the missing size.
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
        Tensor x = Tensor.Of(0, 1, 2, 3, 4, 5);
        x[0] = 2;
        Assert.Equal([2, 1, 2, 3, 4, 5], x.ToArray());
    }

    // S4-040 S2-062: Sharing keeps the caller's memory, Of and Copy have their own.
    [Fact]
    public void Sharing_shares_and_copies_do_not()
    {
        double[] memory = [0, 1, 2, 3, 4, 5];
        Tensor shared = Tensor.Sharing(memory), copied = Tensor.Of(memory), again = shared.Copy();
        shared[0] = 7;
        memory[1] = 8;
        Assert.Equal((7.0, 8.0), (memory[0], shared[1]));
        Assert.Equal([0, 1, 2, 3, 4, 5], copied.ToArray());
        Assert.Equal([0, 1, 2, 3, 4, 5], again.ToArray());
    }

    // S4-042: slices are views; [3:6] takes three values, [3:5] does not.
    [Fact]
    public void A_slice_writes_through()
    {
        Tensor x = Tensor.Of(0, 1, 2, 3, 4, 5);
        Assert.Equal([3, 4], x.Slice(0, 3, 5).ToArray());
        x.Slice(0, 3, 6).Assign(Tensor.Of(6, 8, 10));
        Assert.Equal([0, 1, 2, 6, 8, 10], x.ToArray());
        x.Slice(0, 1, 3).Assign(Tensor.Scalar(-1));
        Assert.Equal([0, -1, -1, 6, 8, 10], x.ToArray());
        Assert.Throws<ArgumentException>(() => x.Slice(0, 3, 5).Assign(Tensor.Of(6, 8, 10)));
    }

    // S4-042: an assignment from an overlapping part reads everything before it writes.
    [Fact]
    public void Overlapping_assignment_moves_the_old_values()
    {
        Tensor x = Tensor.Of(0, 1, 2, 3);
        x.Slice(0, 1, 4).Assign(x.Slice(0, 0, 3));
        Assert.Equal([0, 0, 1, 2], x.ToArray());
    }

    // S2-049: the transpose of a vector is the vector; of a table, rows and columns change places, twice is nothing.
    [Property]
    public void Transposing_swaps_indices(RandomMatrix m)
    {
        Tensor table = Tensor.Of(m.Matrix.ToArray());
        Assert.Equal(m.Matrix.Transpose().ToRowMajorArray(), table.Transpose().ToArray());
        Assert.Equal(table.ToArray(), table.Transpose().Transpose().ToArray());
        Assert.Equal(m.Matrix.Transpose().ToRowMajorArray(), table.Transpose().Reshape(-1).ToArray());
        Tensor revenue = Tensor.Of(100, 23, 45);
        Assert.Same(revenue, revenue.Transpose());
    }

    // S2-049: of three dimensions any two may change places.
    [Fact]
    public void Any_two_dimensions_change_places()
    {
        Tensor cube = Tensor.Normal(new RandomStream(2), 2, 3, 4), turned = cube.Transpose(0, 2);
        Assert.Equal([4, 3, 2], turned.Shape);
        Assert.All(Indices([2, 3, 4]), i => Assert.Equal(cube[i], turned[i[2], i[1], i[0]]));
        Assert.False(turned.IsContiguous);
        Assert.True(cube.IsContiguous);
    }

    // S0-047: unsqueeze(1) makes a column [5, 1] of a vector [5], unsqueeze(0) a row, and moves nothing.
    [Fact]
    public void Unsqueezing_adds_a_dimension_of_one()
    {
        Tensor x = Tensor.Of(55, 60, 65, 70, 75);
        Assert.Equal([5, 1], x.Unsqueeze(1).Shape);
        Assert.Equal([1, 5], x.Unsqueeze(0).Shape);
        Assert.Equal(x.ToArray(), x.Unsqueeze(1).ToArray());
        Assert.Equal(70, x.Unsqueeze(1)[3, 0]);
        x.Unsqueeze(1)[3, 0] = 71;
        Assert.Equal(71, x[3]);
    }

    // S2-052: ones and zeros of any shape.
    [Property]
    public void Ones_and_zeros_fill_their_shape(Seed seed)
    {
        int[] shape = RandomShape(seed.Stream());
        Assert.All(Tensor.Ones(shape).ToArray(), v => Assert.Equal(1, v));
        Assert.All(Tensor.Zeros(shape).ToArray(), v => Assert.Equal(0, v));
        Assert.Equal(shape, Tensor.Ones(shape).Shape);
        Assert.Equal(TensorShape.Count(shape), Tensor.Ones(shape).Sum());
    }

    // (4.3) S4-050: both ends are included, all gaps are equal.
    [Property]
    public void Linspace_includes_both_ends(Number start, Number end, Seed seed)
    {
        int steps = 2 + seed.Stream().Below(20);
        double[] points = Tensor.Linspace(start.Value, end.Value, steps).ToArray();
        Assert.Equal(steps, points.Length);
        Assert.Equal(start.Value, points[0]);
        Assert.Equal(end.Value, points[^1], 1e-12);
        Assert.All(points.Zip(points.Skip(1)), p => Assert.Equal((end.Value - start.Value) / (steps - 1), p.Second - p.First, 1e-12));
    }

    // (4.2) S4-047: broadcasting is reading index 0 wherever a size is 1.
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

    // Along either dimension of a table, where a step is not one place in memory.
    [Property]
    public void A_slice_of_a_table_starts_where_it_says(RandomMatrix m, Seed seed)
    {
        int row = seed.Stream().Below(m.Matrix.RowCount), column = seed.Stream().Below(m.Matrix.ColumnCount);
        Tensor table = Tensor.Of(m.Matrix.ToArray());
        Assert.Equal(
            m.Matrix.SubMatrix(row, m.Matrix.RowCount - row, 0, m.Matrix.ColumnCount).ToRowMajorArray(), table.Slice(0, row, m.Matrix.RowCount).ToArray());
        Assert.Equal(m.Matrix.Column(column).ToArray(), table.Slice(1, column, column + 1).ToArray());
    }

    private static IEnumerable<int[]> Indices(int[] shape) =>
        shape.Aggregate((IEnumerable<int[]>)[[]], (heads, size) => heads.SelectMany(head => Enumerable.Range(0, size).Select(i => (int[])[.. head, i])));
}
