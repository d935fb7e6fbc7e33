namespace Reference.Plotting.Rendering;

/// <summary>A corner of a polygon with the height there; between corners the height changes linearly.</summary>
internal readonly record struct Corner(double X, double Y, double Height)
{
    /// <summary>Whether the edge between two corners passes through a level.</summary>
    public static bool Cross(Corner a, Corner b, double level) => a.Height >= level != b.Height >= level;

    /// <summary>Where an edge reaches the level; the same point in both directions.</summary>
    public static Corner Crossing(Corner a, Corner b, double level)
    {
        (a, b) = a.Height < b.Height ? (a, b) : (b, a);
        double way = (level - a.Height) / (b.Height - a.Height);
        return new Corner(a.X + (b.X - a.X) * way, a.Y + (b.Y - a.Y) * way, level);
    }

    /// <summary>The part of a polygon that is at least as high as the level.</summary>
    public static Corner[] AtLeast(double level, params ReadOnlySpan<Corner> polygon)
    {
        var part = new List<Corner>();
        Corner before = polygon[^1];
        foreach (Corner corner in polygon)
        {
            part.AddRange(Cross(before, corner, level) ? [Crossing(before, corner, level)] : []);
            part.AddRange(corner.Height >= level ? [corner] : []);
            before = corner;
        }

        return [.. part];
    }
}
