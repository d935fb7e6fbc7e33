using Reference.Plotting.Drawing;

namespace Reference.Plotting.Raster;

/// <summary>Cuts a polyline into dashes; the rhythm runs on through the joints.</summary>
internal static class Dashes
{
    /// <summary>The pieces that are on; the rhythm is lengths on, off, on, off …, in the unit of the points.</summary>
    public static List<Point[]> Cut(Point[] points, double[] rhythm)
    {
        var pieces = new List<Point[]>();
        var piece = new List<Point>();
        int phase = 0;
        double left = rhythm[0];
        for (int i = 0; i + 1 < points.Length; i++)
        {
            Point from = points[i], step = points[i + 1] - from;
            double length = step.Length, gone = 0;
            if (phase % 2 == 0 && piece.Count == 0)
            {
                piece.Add(from);
            }

            while (length - gone >= left)
            {
                gone += left;
                piece.Add(from + step * (gone / length));
                if (phase % 2 == 0)
                {
                    pieces.Add([.. piece]);
                    piece.Clear();
                }

                phase++;
                left = rhythm[phase % rhythm.Length];
            }

            left -= length - gone;
            if (phase % 2 == 0)
            {
                piece.Add(points[i + 1]);
            }
        }

        if (phase % 2 == 0 && piece.Count > 0)
        {
            pieces.Add([.. piece]);
        }

        return pieces;
    }
}
