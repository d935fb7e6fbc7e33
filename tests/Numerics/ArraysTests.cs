using MathNet.Numerics.LinearAlgebra;

namespace Reference.Numerics.Tests;

public class ArraysTests
{
    [Fact]
    public void A_batch_gives_its_columns_and_its_rows_in_order()
    {
        var X = new double[,] { { 1, 2, 3 }, { 4, 5, 6 } };
        Assert.Equal([2.0, 5.0], X.Column(1));
        Assert.Equal([1.0, 2, 3, 4, 5, 6], X.Flat());
        Assert.Equal(new double[,] { { 7 }, { 8 } }, new double[] { 7, 8 }.AsColumn());
    }

    [Fact]
    public void A_column_is_a_copy_and_ones_add_up()
    {
        double[] values = [1, 2];
        Matrix<double> column = Matrices.Column(values);
        column[0, 0] = 9;
        Assert.Equal([1.0, 2], values);
        Assert.Equal([11.0], (Matrices.Ones(1, 2) * column).ToColumnMajorArray());
    }
}
