namespace Reference.Plotting.Files;

/// <summary>
/// Pixels as indices into at most 256 colours: exact when there are no more, otherwise rare colours (edges where two
/// curves cross) become the nearest kept one, unless that would be seen.
/// </summary>
internal static class IndexedColors
{
    private const int Limit = 256, MostColors = 8000, Unseen = 18;

    /// <summary>Rows of indices, each behind a filter byte 0; null when 256 colours are too few.</summary>
    public static byte[]? Of(uint[] pixels, int width, out uint[] palette)
    {
        Dictionary<uint, int> counts = Count(pixels);
        uint[] byCount = [.. counts.OrderByDescending(color => color.Value).ThenBy(color => color.Key)
            .Select(color => color.Key)];
        // The more frequent colours are kept, the smoother are surfaces; the fewer, the better are edges.
        foreach (int frequent in byCount.Length <= MostColors ? (int[])[208, 160, 112, 64] : [])
        {
            uint[] chosen = palette = Choose(byCount, frequent);
            Dictionary<uint, (int Index, int Difference)> nearest = byCount.ToDictionary(color => color, color =>
                Nearest(chosen, color));
            if (nearest.Values.All(match => match.Difference <= Unseen))
            {
                return Rows(pixels, width, nearest);
            }
        }

        palette = [];
        return null;
    }

    private static Dictionary<uint, int> Count(uint[] pixels)
    {
        var counts = new Dictionary<uint, int>();
        for (int i = 0, run; i < pixels.Length && counts.Count <= MostColors; i += run)
        {
            ReadOnlySpan<uint> rest = pixels.AsSpan(i);
            run = rest.IndexOfAnyExcept(pixels[i]) is >= 0 and var end ? end : rest.Length;
            counts[pixels[i]] = counts.GetValueOrDefault(pixels[i]) + run;
        }

        return counts;
    }

    /// <summary>The most frequent colours, and then again and again the one that is furthest from all
    /// chosen.</summary>
    private static uint[] Choose(uint[] byCount, int frequent)
    {
        uint[] chosen = byCount[..Math.Min(Limit, byCount.Length)];
        int[] distance = byCount.Length <= Limit ? []
            : Array.ConvertAll(byCount, color => Nearest(chosen.AsSpan(0, frequent), color).Difference);
        for (int kept = frequent; kept < Limit && byCount.Length > Limit; kept++)
        {
            chosen[kept] = byCount[Array.IndexOf(distance, distance.Max())];
            distance = [.. distance.Select((far, i) => Math.Min(far, Difference(byCount[i], chosen[kept])))];
        }

        return chosen;
    }

    private static byte[] Rows(uint[] pixels, int width, Dictionary<uint, (int Index, int Difference)> nearest)
    {
        int height = pixels.Length / width;
        var rows = new byte[height * (width + 1)];
        (uint last, int index) = (pixels[0], nearest[pixels[0]].Index);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                uint pixel = pixels[y * width + x];
                (last, index) = pixel == last ? (last, index) : (pixel, nearest[pixel].Index);
                rows[y * (width + 1) + 1 + x] = (byte)index;
            }
        }

        return rows;
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
        int Channel(int shift) => Math.Abs((int)(a >> shift & 255) - (int)(b >> shift & 255));
        return Math.Max(Channel(16), Math.Max(Channel(8), Channel(0)));
    }
}
