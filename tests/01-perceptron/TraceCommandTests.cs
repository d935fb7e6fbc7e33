namespace Reference.Perceptrons.Tests;

public class TraceCommandTests
{
    // S1-007: AND is learned in eleven updates from zero, and the trace prints them all.
    [Fact]
    public void The_trace_of_AND_goes_from_zero_to_2_1_minus_3()
    {
        using var screen = new Screen();
        TraceCommand.Trace(screen.Console, "and", 1, 10);
        string[] rows = [.. screen.Text.Split('\n').Where(l => l.Contains('│') && char.IsDigit(l[2]))];
        Assert.Equal(12, rows.Length);
        Assert.Equal(["0", "0", "0", "0"], Cells(rows[0]));
        Assert.Equal(["11", "2", "1", "-3"], Cells(rows[^1]));
        Assert.Contains("2, 3, 3, 2, 1, 0; learned", screen.Text, StringComparison.Ordinal);

        static string[] Cells(string row) =>
            row.Split('│', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }

    [Fact]
    public void An_unknown_gate_is_named()
    {
        using var screen = new Screen();
        Assert.Contains(
            "'maybe'", Assert.Throws<ArgumentException>(() =>
                TraceCommand.Trace(screen.Console, "maybe", 1, 10)).Message, StringComparison.Ordinal);
    }
}
