using Reference.Numerics;

namespace Reference.Datasets;

/// <summary>The random slant, size, place and pen of a drawn digit, in the unit square of the image.</summary>
/// <param name="Rotation">Largest rotation either way, radians.</param>
/// <param name="Shear">Largest slant either way, as a slope.</param>
/// <param name="Smallest">Smallest size, of 1.</param>
/// <param name="Largest">Largest size, of 1.</param>
/// <param name="Shift">Largest shift either way, each axis.</param>
/// <param name="Wobble">Standard deviation of each point of a stroke.</param>
/// <param name="ThinnestPen">Half the width of the thinnest line.</param>
/// <param name="ThickestPen">Half the width of the thickest line.</param>
/// <param name="Noise">Standard deviation of every pixel's noise, of 1.</param>
public sealed record Handwriting(
    double Rotation, double Shear, double Smallest, double Largest, double Shift, double Wobble, double ThinnestPen,
        double ThickestPen, double Noise)
{
    /// <summary>A hand that a linear model cannot read well and a convolutional network can.</summary>
    public static Handwriting Ordinary { get; } = new(0.26, 0.25, 0.7, 1.05, 0.1, 0.012, 0.025, 0.06, 0.04);

    /// <summary>Draws the strokes as this hand would write them now.</summary>
    internal PenStroke[] Write(IEnumerable<PenStroke> strokes, RandomStream random)
    {
        (double sin, double cos) = Math.SinCos(random.Uniform(-Rotation, Rotation));
        double slant = random.Uniform(-Shear, Shear);
        (double wide, double high) = (random.Uniform(Smallest, Largest), random.Uniform(Smallest, Largest));
        (double right, double down) = (0.5 + random.Uniform(-Shift, Shift), 0.5 + random.Uniform(-Shift, Shift));
        return [.. strokes.Select(stroke => new PenStroke([.. stroke.Points.Select(Place)]))];

        (double X, double Y) Place((double X, double Y) point)
        {
            double y = high * (point.Y - 0.5 + random.Normal(0, Wobble));
            double x = wide * (point.X - 0.5 + random.Normal(0, Wobble)) - slant * y;
            return (right + cos * x - sin * y, down + sin * x + cos * y);
        }
    }
}
