namespace Reference.Book.Tests;

public class PrintedNumberTests
{
    [Theory]
    [InlineData("0.512", 0.5123724780, true)]
    [InlineData("0.512", 0.5125001, false)]
    [InlineData("0.083", 0.0824847, false)]
    [InlineData("90.9 %", 0.909245, true)]
    [InlineData("8.3 %", 0.0824847, false)]
    [InlineData("9.36e-14", 9.357622969e-14, true)]
    [InlineData("9.35e-14", 9.357622969e-14, false)]
    [InlineData("−1.5", -1.5, true)]
    [InlineData("-1.5", 1.5, false)]
    [InlineData("160 305", 160305, true)]
    [InlineData("160,305", 160304, false)]
    [InlineData("∞", double.PositiveInfinity, true)]
    [InlineData("∞", 1e308, false)]
    [InlineData("0.5", 0.55, true)] // half either way
    public void Digits_are_the_rounding_of_the_value_or_not(string printed, double computed, bool rounds) =>
        Assert.Equal(rounds, PrintedNumber.Parse(printed).Rounds(computed));

    [Fact]
    public void A_decimal_comma_is_read_when_asked_for()
    {
        Assert.Equal(66.686, PrintedNumber.Parse("66,686", decimalComma: true).Value);
        Assert.Equal(66686, PrintedNumber.Parse("66,686").Value);
    }

    [Theory]
    [InlineData("0.66", 2.0 / 3, true)]
    [InlineData("0.67", 2.0 / 3, false)]
    [InlineData("0.65", 2.0 / 3, false)]
    [InlineData("-0.66", -2.0 / 3, true)]
    [InlineData("0.66", -2.0 / 3, false)]
    public void Digits_are_cut_off_or_not(string printed, double computed, bool cut) =>
        Assert.Equal(cut, PrintedNumber.Parse(printed).Truncates(computed));

    [Theory]
    [InlineData("")]
    [InlineData("about 3")]
    [InlineData("1.2.3")]
    public void Text_that_is_no_number_is_refused(string text) =>
        Assert.Contains($"'{text}'", Assert.Throws<ArgumentException>(() => PrintedNumber.Parse(text)).Message,
            StringComparison.Ordinal);
}
