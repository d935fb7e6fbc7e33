using Reference.Plotting;

namespace Reference.Networks;

/// <summary>Curves over the epochs of a run.</summary>
internal static class Epochs
{
    public static Panel Panel(string title, Axis y, params (string? Name, Color Color, double[] Values)[] curves) =>
        new()
        {
            Title = title, X = "epoch", Y = y,
            Series = [.. curves.Select(c => new Line(UpTo(c.Values.Length), c.Values)
                { Label = c.Name, Color = c.Color, Width = 2.2 })],
        };

    public static double[] UpTo(int count) => [.. Enumerable.Range(1, count).Select(e => (double)e)];
}
