using Reference.Plotting.Drawing;

namespace Reference.Plotting.Raster;

/// <summary>Cuts a polyline into dashes; the rhythm runs on through the joints.</summary>
internal static class Dashes
{
    /// <summary>The pieces that are on; the rhythm is lengths on, off, on, off …, in the unit of the points.</summary>
    public static List<Point[]> Cut(Point[] points, double[] rhythm)
    {
        var pieces = new List<Point[]>();
        var piece = new List<Point>(points.Take(1));
        (int phase, double left) = (0, rhythm[0]);
        foreach ((Point from, Point to) in points.Zip(points.Skip(1)))
        {
            (double length, double gone) = ((to - from).Length, 0);
            for (; length - gone >= left; left = rhythm[++phase % rhythm.Length])
            {
                gone += left;
                Point at = from + (to - from) * (gone / length);
                pieces.AddRange(phase % 2 == 0 ? [[.. piece, at]] : []);
                piece = [at];
            }

            left -= length - gone;
            piece.Add(to);
        }

        pieces.AddRange(phase % 2 == 0 && piece.Count > 0 ? [[.. piece]] : []);
        return pieces;
    }
}
