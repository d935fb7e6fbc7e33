using Reference.Plotting;

namespace Reference.Networks;

/// <summary>Curves over the epochs of a run.</summary>
internal static class Epochs
{
    public static double[] UpTo(int count, int from = 1) => [.. Enumerable.Range(from, count).Select(e => (double)e)];

    public static Panel Panel(string title, Axis y, params (string? Name, double[] Values)[] curves) => new()
    {
        Title = title, X = "epoch", Y = y,
        Series = [.. curves.Select(c => new Line(UpTo(c.Values.Length), c.Values) { Label = c.Name, Width = 2.2 })],
    };
}
