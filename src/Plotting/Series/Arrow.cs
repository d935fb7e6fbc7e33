namespace Reference.Plotting;

/// <summary>An arrow from one point to another, in data coordinates.</summary>
public sealed record Arrow : Series
{
    /// <summary>The arrow from (x0, y0) to its head at (x1, y1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">A coordinate is not finite.</exception>
    public Arrow(double x0, double y0, double x1, double y1)
    {
        From = (Expect.Finite(x0), Expect.Finite(y0));
        To = (Expect.Finite(x1), Expect.Finite(y1));
        Color = Palette.Black;
    }

    /// <summary>The tail.</summary>
    public (double X, double Y) From { get; }

    /// <summary>The head.</summary>
    public (double X, double Y) To { get; }

    /// <summary>What is written beside the middle; null for nothing.</summary>
    public string? Text { get; init; }

    /// <summary>Width of the shaft in logical units.</summary>
    public double Width { get; init => field = Expect.Within(value, 0, 100, nameof(Width)); } = 1.8;

    internal override void Extend(Extent room) => room.Include(From, To);
}
