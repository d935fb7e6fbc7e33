namespace Reference.Plotting.Raster;

/// <summary>
/// Pixels as indices into at most 256 colours: exact when there are no more, otherwise rare colours (edges where two curves cross) become the
/// nearest kept one, unless that would be seen.
/// </summary>
internal static class IndexedColors
{
    private const int Limit = 256, MostColors = 8000, Unseen = 18;

    /// <summary>Rows of indices, each behind a filter byte 0; null when 256 colours are too few.</summary>
    public static byte[]? Of(uint[] pixels, int width, int height, out uint[] palette)
    {
        palette = [];
        var places = GC.AllocateUninitializedArray<ushort>(pixels.Length);
        if (Count(pixels, places) is not { } colors)
        {
            return null;
        }

        // The more frequent colours are kept, the smoother are surfaces; the fewer, the better are edges.
        byte[]? index = null;
        for (int frequent = 208; index is null && frequent >= 64; frequent -= 48)
        {
            palette = colors.Count <= Limit ? [.. colors.Select(color => color.Color)] : Choose(colors, frequent);
            index = Match(colors, palette);
        }

        if (index is null)
        {
            return null;
        }

        var rows = new byte[height * (width + 1)];
        for (int y = 0; y < height; y++)
        {
            ReadOnlySpan<ushort> from = places.AsSpan(y * width, width);
            Span<byte> to = rows.AsSpan(y * (width + 1) + 1, width);
            for (int x = 0; x < to.Length; x++)
            {
                to[x] = index[from[x]];
            }
        }

        return rows;
    }

    /// <summary>For each colour the nearest of the palette; null when one would be seen to differ.</summary>
    private static byte[]? Match(List<(uint Color, int Pixels)> colors, uint[] palette)
    {
        var index = new byte[colors.Count];
        for (int i = 0; i < index.Length; i++)
        {
            (int nearest, int difference) = Nearest(palette, colors[i].Color);
            if (difference > Unseen)
            {
                return null;
            }

            index[i] = (byte)nearest;
        }

        return index;
    }

    /// <summary>The colours in order of appearance with their number of pixels, and for each pixel the place of its colour in that list.</summary>
    private static List<(uint Color, int Pixels)>? Count(uint[] pixels, ushort[] places)
    {
        var known = new Dictionary<uint, ushort>();
        var colors = new List<(uint Color, int Pixels)>();
        for (int i = 0; i < pixels.Length;)
        {
            uint color = pixels[i];
            int end = pixels.AsSpan(i).IndexOfAnyExcept(color) is >= 0 and var run ? i + run : pixels.Length;
            if (!known.TryGetValue(color, out ushort place))
            {
                if (colors.Count == MostColors)
                {
                    return null;
                }

                known[color] = place = (ushort)colors.Count;
                colors.Add((color, 0));
            }

            colors[place] = (color, colors[place].Pixels + end - i);
            places.AsSpan(i, end - i).Fill(place);
            i = end;
        }

        return colors;
    }

    /// <summary>The most frequent colours, and then again and again the one that is furthest from all chosen.</summary>
    private static uint[] Choose(List<(uint Color, int Pixels)> colors, int frequent)
    {
        uint[] byCount = [.. colors.OrderByDescending(color => color.Pixels).ThenBy(color => color.Color).Select(color => color.Color)];
        uint[] chosen = byCount[..Limit];
        int[] distance = Array.ConvertAll(byCount, color => Nearest(chosen.AsSpan(0, frequent), color).Difference);
        for (int kept = frequent; kept < Limit; kept++)
        {
            int furthest = Array.IndexOf(distance, distance.Max());
            chosen[kept] = byCount[furthest];
            for (int i = 0; i < byCount.Length; i++)
            {
                distance[i] = Math.Min(distance[i], Difference(byCount[i], byCount[furthest]));
            }
        }

        return chosen;
    }

    private static (int Index, int Difference) Nearest(ReadOnlySpan<uint> palette, uint color)
    {
        (int index, int least) = (0, int.MaxValue);
        for (int i = 0; i < palette.Length && least > 0; i++)
        {
            int difference = Difference(palette[i], color);
            (index, least) = difference < least ? (i, difference) : (index, least);
        }

        return (index, least);
    }

    /// <summary>The largest difference of a channel.</summary>
    private static int Difference(uint a, uint b)
    {
        int red = Math.Abs((int)(a >> 16) - (int)(b >> 16)), green = Math.Abs((int)(a >> 8 & 255) - (int)(b >> 8 & 255));
        return Math.Max(Math.Max(red, green), Math.Abs((int)(a & 255) - (int)(b & 255)));
    }
}
