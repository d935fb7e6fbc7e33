namespace Reference.Book.Tests;

public class DerivationTests
{
    private static Derivation<double> Square() =>
        new Derivation<double>("square", "A square", "S0-001", random => random.Uniform(1, 2))
            .Start("x^2", x => x * x);

    [Fact]
    public void A_line_that_is_not_equal_fails_and_is_named()
    {
        Assert.Empty(DerivationCheck.Failures(Square().Equal("x \\cdot x", x => x * x)));
        Assert.Contains("line 2", DerivationCheck.Failures(Square().Equal("-x^2", x => -x * x))[0],
            StringComparison.Ordinal);
        Assert.NotEmpty(DerivationCheck.Failures(Square().Equal("x^2", x => x * x * (1 + 1e-9)))); // beyond 1e-10
        Assert.Empty(DerivationCheck.Failures(Square().Numerically("x^2", x => x * x * (1 + 1e-9))));
        Assert.NotEmpty(DerivationCheck.Failures(Square().Equal("NaN", x => double.NaN)));
        Assert.NotEmpty(DerivationCheck.Failures(Square().Equal("(x, x)", x => [x, x])));
    }

    [Fact]
    public void An_inequality_holds_one_way_only()
    {
        Assert.Empty(DerivationCheck.Failures(Square().AtMost("4", x => 4)));
        Assert.NotEmpty(DerivationCheck.Failures(Square().AtMost("x", x => x)));
        Assert.NotEmpty(DerivationCheck.Failures(Square().AtMost("\\infty", x => double.PositiveInfinity)));
        Assert.NotEmpty(DerivationCheck.Failures(Square().AtMost("NaN", x => double.NaN)));
    }

    [Theory]
    [InlineData(1e-20)]
    [InlineData(1e20)]
    public void An_inequality_is_judged_by_the_size_of_its_sides(double size)
    {
        Derivation<double> Bound(double share) =>
            new Derivation<double>("bound", "A bound", "S0-001", random => random.Uniform(1, 2))
            .Start("x", x => [size * x, -size * x])
            .AtMost("bx", x => [size * x * share, -size * x]);
        Assert.Empty(DerivationCheck.Failures(Bound(1 - 1e-15))); // rounding
        Assert.NotEmpty(DerivationCheck.Failures(Bound(1 - 1e-9)));
    }

    [Fact]
    public void A_wrong_printed_line_must_be_wrong_and_is_passed_over()
    {
        Assert.Empty(DerivationCheck.Failures(Square().Printed("S0-001", "x", x => x, "no")
            .Equal("x \\cdot x", x => x * x)));
        Assert.Contains("it agrees", DerivationCheck.Failures(Square().Printed("S0-001", "x^2", x => x * x, "no"))[0],
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_derivation_begins_once_and_goes_on()
    {
        Assert.Contains("exactly one Start",
            Assert.Throws<ArgumentException>(() => Square().Start("x", x => x)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() =>
            new Derivation<double>("a", "a", "S0-001", r => r.Uniform()).Equal("x", x => x));
        Assert.Contains("1 line(s); a derivation has at least two", Assert.Single(DerivationCheck.Failures(Square())),
            StringComparison.Ordinal);
        var empty = new Derivation<double>("empty", "Nothing", "S0-001", random => random.Uniform());
        Assert.Contains("0 line(s); a derivation has at least two", Assert.Single(DerivationCheck.Failures(empty)),
            StringComparison.Ordinal);
    }
}
