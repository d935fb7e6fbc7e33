namespace Reference.Plotting;

/// <summary>An arrow from one point to another, in data coordinates.</summary>
public sealed record Arrow : Series
{
    private readonly double _width = 1.8;

    /// <summary>The arrow from (x0, y0) to its head at (x1, y1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">A coordinate is not finite.</exception>
    public Arrow(double x0, double y0, double x1, double y1)
    {
        From = (Expect.Finite(x0, nameof(x0)), Expect.Finite(y0, nameof(y0)));
        To = (Expect.Finite(x1, nameof(x1)), Expect.Finite(y1, nameof(y1)));
        Color = Palette.Black;
    }

    /// <summary>The tail.</summary>
    public (double X, double Y) From { get; }

    /// <summary>The head.</summary>
    public (double X, double Y) To { get; }

    /// <summary>What is written beside the middle; null for nothing.</summary>
    public string? Text { get; init; }

    /// <summary>Width of the shaft in logical units.</summary>
    public double Width { get => _width; init => _width = Expect.Within(value, 0, 100, nameof(Width)); }

    internal override void Extend(DataRange x, DataRange y)
    {
        x.Include(From.X);
        x.Include(To.X);
        y.Include(From.Y);
        y.Include(To.Y);
    }
}
