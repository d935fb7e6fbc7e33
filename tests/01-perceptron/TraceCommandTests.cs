namespace Reference.Perceptrons.Tests;

public class TraceCommandTests
{
    // S1-007: AND is learned in eleven updates, and the trace prints them all.
    [Fact]
    public void The_trace_of_AND_ends_at_2_1_minus_3()
    {
        using var screen = new Screen();
        TraceCommand.Trace(screen.Console, "and", 1, 10);
        string[] rows = [.. screen.Text.Split('\n').Where(l => l.Contains('│') && char.IsDigit(l[2]))];
        Assert.Equal(12, rows.Length);
        Assert.Equal(["11", "2", "1", "-3"],
            rows[^1].Split('│', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("2, 3, 3, 2, 1, 0; learned", screen.Text, StringComparison.Ordinal);
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
