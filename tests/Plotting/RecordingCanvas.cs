using Reference.Plotting.Drawing;
using Reference.Plotting.Typography;

namespace Reference.Plotting.Tests;

/// <summary>A canvas that remembers what was drawn on it.</summary>
internal sealed class RecordingCanvas : ICanvas
{
    private Rect? _clip;

    public List<Rect> Rectangles { get; } = [];

    public List<IReadOnlyList<Point[]>> Fills { get; } = [];

    public List<Point[]> Strokes { get; } = [];

    /// <summary>Each line of text with the box of its capitals, and whether it was clipped to a plot.</summary>
    public List<(string Text, Rect Box, bool Clipped)> Texts { get; } = [];

    /// <summary>The plot areas, in order.</summary>
    public List<Rect> Plots { get; } = [];

    public static RecordingCanvas Of(Figure figure)
    {
        var canvas = new RecordingCanvas();
        FigureDrawing.Draw(figure, canvas);
        return canvas;
    }

    public void Clip(Rect? area)
    {
        _clip = area;
        Plots.AddRange(area is { } plot ? [plot] : []);
    }

    public void Rectangle(Rect area, Color color, double opacity = 1) => Rectangles.Add(area);

    public void Fill(IReadOnlyList<Point[]> contours, Color color, double opacity = 1) => Fills.Add(contours);

    public void Stroke(Point[] points, Color color, double width, double[]? dashes = null, double opacity = 1) => Strokes.Add(points);

    public void Text(string text, Point at, double anchor, double size, Color color, Point direction)
    {
        double width = new MathText(text).Width * size, height = Typeface.CapHeight * size;
        Point start = at - direction * (anchor * width), end = start + direction * width, up = new Point(direction.Y, -direction.X) * height;
        double[] xs = [start.X, end.X, start.X + up.X, end.X + up.X], ys = [start.Y, end.Y, start.Y + up.Y, end.Y + up.Y];
        if (text.Length > 0)
        {
            Texts.Add((text, new Rect(xs.Min(), ys.Min(), xs.Max() - xs.Min(), ys.Max() - ys.Min()), _clip is not null));
        }
    }

    public void Cells(Rect area, Color?[,] cells, double opacity) => Rectangles.Add(area);
}
