using MathNet.Numerics.LinearAlgebra;
using Xunit.Sdk;

namespace Reference.Verification.Tests;

public class GoldenTests
{
    private static readonly Golden Storage = Golden.Read("00-storage");
    private static readonly Matrix<double> Large = HashFill.Matrix("00-storage/large", 30, 20);

    [Fact]
    public void What_the_generator_stored_is_read_to_the_last_bit()
    {
        Assert.Equal([0.1], Storage["number"]);
        Assert.Equal(HashFill.Values("00-storage/vector", 4), Storage["vector"]);
        Assert.Equal(HashFill.Matrix("00-storage/matrix", 3, 2), Storage.Matrix("matrix"));
        Assert.Equal(["number", "vector", "matrix", "large"], Storage.Names);
    }

    [Fact]
    public void Equal_tensors_agree()
    {
        Storage.Agrees("number", 0.1);
        Storage.Agrees("vector", HashFill.Values("00-storage/vector", 4));
        Storage.Agrees("matrix", HashFill.Matrix("00-storage/matrix", 3, 2));
        Storage.Agrees("large", Large);
    }

    [Theory]
    [InlineData(1e-9)]
    [InlineData(-1e-9)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void One_wrong_element_is_noticed_even_through_projections(double error)
    {
        Matrix<double> matrix = HashFill.Matrix("00-storage/matrix", 3, 2), large = 1.0 * Large;
        matrix[1, 1] += error;

        // A projection weighs one element of n by 1/√n.
        large[17, 11] += error * Math.Sqrt(600);
        Assert.Contains(
            "matrix in 00-storage.json", Assert.Throws<FailException>(() => Storage.Agrees("matrix", matrix)).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "projections of large", Assert.Throws<FailException>(() => Storage.Agrees("large", large)).Message,
            StringComparison.Ordinal);
        Assert.Throws<FailException>(() => Storage.Agrees("number", 0.1 + error));
    }

    [Fact]
    public void Shapes_must_agree()
    {
        string message = Assert.Throws<FailException>(
            () => Storage.Agrees("matrix", HashFill.Matrix("00-storage/matrix", 2, 3))).Message;
        Assert.Contains("[3×2]", message, StringComparison.Ordinal);
        Assert.Contains("[2×3]", message, StringComparison.Ordinal);
        Assert.Throws<FailException>(() => Storage.Agrees("matrix", HashFill.Values("00-storage/matrix", 6)));
        Assert.Throws<InvalidOperationException>(() => Storage.Matrix("vector"));
    }

    [Fact]
    public void A_missing_golden_is_named_with_those_that_exist()
    {
        string message = Assert.Throws<KeyNotFoundException>(() => Storage["bias"]).Message;
        Assert.Contains(
            "00-storage.json has no tensor bias; it has number, vector, matrix, large", message,
            StringComparison.Ordinal);
        Assert.Contains(
            "99-nothing.json", Assert.Throws<FileNotFoundException>(() => Golden.Read("99-nothing")).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "projections", Assert.Throws<InvalidOperationException>(() => Storage["large"]).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"tensors\": {\"a\": {\"shape\": [2], \"values\": [1, ")]
    [InlineData("{\"chapter\": \"x\"}")]
    [InlineData("{\"tensors\": {\"a\": {\"shape\": [2]}}}")]
    [InlineData("{\"tensors\": {\"a\": {\"values\": [2]}}}")]
    [InlineData("{\"tensors\": {\"a\": {\"shape\": [3], \"values\": [1, 2]}}}")]
    [InlineData("{\"tensors\": {\"a\": null}}")]
    public void A_damaged_file_is_refused_by_name(string text)
    {
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.json");
        File.WriteAllText(path, text);
        try
        {
            Assert.Contains(
                path, Assert.Throws<InvalidDataException>(() => Golden.ReadFile(path)).Message,
                StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("02-activations", 22)]
    [InlineData("03-losses", 24)]
    public void The_chapters_goldens_are_there(string chapter, int tensors)
    {
        Golden golden = Golden.Read(chapter);
        Assert.Equal(tensors, golden.Names.Count);
        Assert.All(golden.Names, name => Assert.All(golden[name], v => Assert.True(double.IsFinite(v))));
    }

    // Three results by hand confirm the names, inputs, sign and mean in the README of the goldens.
    [Fact]
    public void The_documented_inputs_give_the_stored_results()
    {
        Matrix<double> z = 4 * HashFill.Matrix("02-activations/z", 5, 7),
            upstream = HashFill.Matrix("02-activations/upstream", 5, 7);
        Golden.Read("02-activations").Agrees("softmax.value", Softmax.OfColumns(z));
        Golden.Read("02-activations").Agrees("softmax.gradient", Softmax.Gradient(z, upstream));

        double[] p = [.. HashFill.Values("03-losses/probability", 11).Select(h => 0.5 + 0.49 * h)];
        double[] y = [.. HashFill.Values("03-losses/label", 11).Select(h => h > 0 ? 1.0 : 0.0)];
        Golden losses = Golden.Read("03-losses");
        losses.Agrees("bce.value", p.Zip(y, (a, b) => -(b * Math.Log(a) + (1 - b) * Math.Log(1 - a))).Average());
        losses.Agrees("bce.gradient", [.. p.Zip(y, (a, b) => (a - b) / (a * (1 - a)) / 11)]);

        Matrix<double> Z = 4 * HashFill.Matrix("03-losses/Z", 5, 7);
        int[] classes = [.. HashFill.Values("03-losses/class", 7).Select(h => (int)Math.Floor((h + 1) / 2 * 5))];
        Matrix<double> oneHot = Matrix<double>.Build.Dense(5, 7, (c, n) => c == classes[n] ? 1 : 0);
        losses.Agrees("cross_entropy.gradient", (Softmax.OfColumns(Z) - oneHot) / 7);
        losses.Agrees(
            "cross_entropy_soft.gradient",
            (Softmax.OfColumns(Z) - Softmax.OfColumns(2 * HashFill.Matrix("03-losses/soft", 5, 7))) / 7);
        losses.Agrees("nll.gradient", -oneHot / 7);
    }
}
