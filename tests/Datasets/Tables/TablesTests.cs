namespace Reference.Datasets.Tests;

public class TablesTests
{
    private const string Row = "0.00632 18 2.31 0 0.538 6.575 65.2 4.09 1 296 15.3 396.9 4.98 24";

    [Theory]
    [InlineData(Row + "\n" + Row + "\n")]
    [InlineData("CRIM ZN INDUS CHAS NOX RM AGE DIS RAD TAX PTRATIO B LSTAT MEDV\n" + Row + "\n" + Row)]
    [InlineData("The Boston data\n\n AGE 1978 pages\n"
        + " 0.00632  18.00   2.310  0  0.5380  6.5750  65.20  4.0900   1  296.0  15.30\n  396.90   4.98  24.00\n"
            + Row)]
    public void Boston_reads_blanks_headers_and_broken_lines(string text)
    {
        NumericTable table = BostonHousing.Read(TextFilesTests.Stream(text), "boston");
        Assert.Equal(2, table.Count);
        Assert.Equal([24.0, 24.0], table["MEDV"]);
        Assert.Equal([4.98, 4.98], table["LSTAT"]);
        SampleSet set = table.Predicting(BostonHousing.Target);
        Assert.Equal((13, 1), (set.X.Features, set.Y.Features));
        Assert.Equal([0.00632, 18, 2.31, 0, 0.538, 6.575, 65.2, 4.09, 1, 296, 15.3, 396.9, 4.98], set[1].X);
        Assert.Equal(24, set[1].Y[0]);
    }

    [Theory]
    [InlineData(Row + " 7\n", "got 15")]
    [InlineData(Row + "\n1 2\n3\n", "14 numbers in line 2 (and the next, if broken); got 3")]
    [InlineData(Row + "\n0.00632 18 2.31 0 x 6.575 65.2 4.09 1 296 15.3 396.9 4.98 24",
        "a finite number as NOX of sample 2; got 'x'")]
    [InlineData(Row + "\n0.00632 18 2.31 0 NaN 6.575 65.2 4.09 1 296 15.3 396.9 4.98 24", "NaN")]
    [InlineData("nothing here", "at least one row")]
    public void A_damaged_housing_table_is_refused(string text, string why) =>
        Assert.Contains(
            why,
            Assert.Throws<InvalidDataException>(() =>
                BostonHousing.Read(TextFilesTests.Stream(text), "boston")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Real_boston_has_506_districts_and_its_published_means()
    {
        NumericTable table = BostonHousing.Read(RealData.At("boston-housing", "housing.tsv"));
        Assert.Equal(506, table.Count);
        Assert.Equal(22.532806, table["MEDV"].Average(), 1e-6);
        Assert.Equal(12.653063, table["LSTAT"].Average(), 1e-6);
        Assert.Equal(35, table["CHAS"].Sum());
    }

    [Fact] // S4-017
    public void Concrete_has_eight_predictors_and_not_nine()
    {
        using var folder = new TemporaryFolder();
        string path = folder.At("concrete.csv");
        File.WriteAllText(
            path,
            "Cement,\"Slag, blast furnace\",Ash,Water,Superplasticizer,Coarse,Fine,Age,Strength\n"
            + "540,0,0,162,2.5,1040,676,28,79.99\n332.5,142.5,0,228,0,932,594,270,40.27\n");
        SampleSet set = ConcreteStrength.Read(path);
        Assert.Equal((2, 8, 1), (set.Count, set.X.Features, set.Y.Features));
        Assert.Equal([332.5, 142.5, 0, 228, 0, 932, 594, 270], set[1].X);
        Assert.Equal(79.99, set[0].Y[0]);
        File.WriteAllText(path, "a,b\n1,2\n");
        Assert.Contains("2 columns", Assert.Throws<InvalidDataException>(() => ConcreteStrength.Read(path)).Message,
            StringComparison.Ordinal);
    }

    [Fact] // NuGet/NuGetGallery#4468
    public void The_machine_may_write_numbers_with_a_comma() => Assert.Equal([1.5, -0.25], DecimalComma.Under(() =>
        NumberTableFile.ReadCsv(TextFilesTests.Stream("a,b\n1.5,-2\n-0.25,1e-3\n"), "t")["a"]));

    [Theory]
    [InlineData("a,b\n1\n", "2 fields in line 2, as in the first; got 1")]
    [InlineData("a,b\n1,\n", "a finite number as b of sample 1; got ''")]
    [InlineData("a,b\n", "at least one row of numbers")]
    [InlineData("", "at least one row")]
    [InlineData("a,b\n\"1\"x,2\n", "got")]
    [InlineData("a,b\n1,1e999\n", "1e999")]
    public void A_damaged_table_is_refused(string text, string why) =>
        Assert.Contains(
            why,
            Assert.Throws<InvalidDataException>(() =>
                NumberTableFile.ReadCsv(TextFilesTests.Stream(text), "t")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_feature_is_found_by_name_whatever_its_case()
    {
        var table = new NumericTable(["x", "Y"], new double[,] { { 1, 2 }, { 3, 4 } });
        Assert.Equal([3.0, 4.0], table["y"]);
        Assert.Equal([1.0], table.Predicting("Y")[0].X);
        Assert.Contains("x, Y; got z", Assert.Throws<ArgumentException>(() => table["z"]).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new NumericTable(["x"], new double[2, 2]));
        Assert.Throws<ArgumentException>(() => new NumericTable(["x"], new[,] { { double.NaN } }));
    }
}
