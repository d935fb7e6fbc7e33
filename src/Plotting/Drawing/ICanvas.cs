namespace Reference.Plotting.Drawing;

/// <summary>What a figure is drawn on, in logical units. Bitmaps and SVG files both are one, so that they cannot differ in layout.</summary>
internal interface ICanvas
{
    /// <summary>Draws only inside this rectangle until told otherwise; null draws everywhere.</summary>
    void Clip(Rect? area);

    /// <summary>A filled rectangle with edges on pixel boundaries.</summary>
    void Rectangle(Rect area, Color color, double opacity = 1);

    /// <summary>The area inside the contours; contours that share an edge leave no seam.</summary>
    void Fill(IReadOnlyList<Point[]> contours, Color color, double opacity = 1);

    /// <summary>A line with round joins and caps, interrupted in the given rhythm of on and off lengths.</summary>
    void Stroke(Point[] points, Color color, double width, double[]? dashes = null, double opacity = 1);

    /// <summary>A line of text along a baseline with a direction of length 1; the point lies at this fraction of it: 0 start, ½ middle, 1 end.</summary>
    void Text(string text, Point at, double anchor, double size, Color color, Point direction);

    /// <summary>A grid of coloured cells, top row first; null leaves a cell out.</summary>
    void Cells(Rect area, Color?[,] cells, double opacity);
}
