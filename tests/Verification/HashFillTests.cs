namespace Reference.Verification.Tests;

public class HashFillTests
{
    // The same literals stand in tests/goldens/hash_fill.py.
    [Fact]
    public void Both_languages_agree_to_the_last_bit()
    {
        Assert.Equal(0xAF63DC4C8601EC8C, HashFill.Hash("a"));
        Assert.Equal(0xACF8507B7236347UL, HashFill.Hash("σ"));
        Assert.Equal([-0.15455743113449727, 0.9075982453678078, 0.4532103057072525], HashFill.Values("z", 3));
        Assert.Equal(-0.41644114265213594, HashFill.Matrix("02-activations/z", 5, 7)[4, 6]);
    }

    [Fact]
    public void Matrices_are_filled_row_by_row()
    {
        double[] values = HashFill.Values("w", 6);
        var matrix = HashFill.Matrix("w", 2, 3);
        Assert.Equal(
            values, (double[])[matrix[0, 0], matrix[0, 1], matrix[0, 2], matrix[1, 0], matrix[1, 1], matrix[1, 2]]);
    }

    [Fact]
    public void Values_are_uniform_in_minus_one_to_one()
    {
        double[] values = HashFill.Values("many", 100_000);
        Assert.All(values, v => Assert.True(v is > -1 and < 1 and not 0));

        // Mean 0 ± 1/√(3n) and variance 1/3 ± √(4/45n): four deviations of each.
        Assert.InRange(values.Average(), -0.0073, 0.0073);
        Assert.InRange(values.Average(v => v * v), 1 / 3.0 - 0.0038, 1 / 3.0 + 0.0038);
        Assert.NotEqual(HashFill.Values("a", 1), HashFill.Values("b", 1));
    }
}
