namespace Reference.Book.Tests;

public class WorkedNumberTests
{
    [Fact]
    public void A_number_that_stops_matching_fails()
    {
        Assert.Null(new WorkedNumber("S1-098", "ŷ", "0.512", () => 0.51237).Failure());
        Assert.Contains("does not round", new WorkedNumber("S1-098", "ŷ", "0.512", () => 0.5133).Failure(),
            StringComparison.Ordinal);
        Assert.Contains("not a number", new WorkedNumber("S1-098", "ŷ", "0.512", () => double.NaN).Failure(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_erratum_that_turns_out_to_be_right_fails()
    {
        Assert.Null(WorkedNumber.Erratum("S0-021", "dog", "0.083", () => 0.0824847, right: "0.082", "why").Failure());
        Assert.Contains(
            "the notes are right",
            WorkedNumber.Erratum("S0-021", "dog", "0.082", () => 0.0824847, right: "0.082", "why").Failure(),
            StringComparison.Ordinal);
        Assert.Contains(
            "correction",
            WorkedNumber.Erratum("S0-021", "dog", "0.083", () => 0.0824847, right: "0.081", "why").Failure(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_cut_off_number_must_be_cut_off_and_not_rounded()
    {
        Assert.Null(WorkedNumber.Truncated("S3-227", "accuracy", "0.66", () => 2.0 / 3).Failure());
        Assert.NotNull(WorkedNumber.Truncated("S3-227", "accuracy", "0.67", () => 2.0 / 3).Failure());
        // that one rounds
        Assert.NotNull(WorkedNumber.Truncated("S3-227", "accuracy", "0.66", () => 0.6611).Failure());
    }

    [Fact]
    public void An_agreement_holds_to_its_relative_error()
    {
        Assert.Null(WorkedNumber.Agreeing("S0-055", "loss", "1044.3514", () => 1044.3524, 1e-6, "float32").Failure());
        Assert.NotNull(WorkedNumber.Agreeing("S0-055", "loss", "1044.3514", () => 1044.3534, 1e-6, "float32")
            .Failure());
    }

    [Fact]
    public void A_printed_value_that_cannot_be_repeated_need_not_be_a_number()
    {
        WorkedNumber timing = WorkedNumber.NotRepeatable("S0-042", "a run", "2 min", "a timing");
        Assert.Null(timing.Failure());
        Assert.Equal("—", Verdicts.Digits(timing.Compute()));
        Assert.Equal("not repeatable: a timing", Verdicts.InWords(timing));
    }

    [Theory]
    [InlineData("S5-001")]
    [InlineData("row 3")]
    [InlineData("")]
    public void Text_that_is_no_row_is_refused(string row) =>
        Assert.Contains($"'{row}'", Assert.Throws<ArgumentException>(() =>
            new WorkedNumber(row, "x", "1", () => 1)).Message, StringComparison.Ordinal);
}
