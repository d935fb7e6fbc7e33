namespace Reference.Plotting.Files;

/// <summary>
/// Pixels as indices into at most 256 colours: exact when there are no more, otherwise rare colours (edges where two
/// curves cross) become the nearest kept one, unless that would be seen.
/// </summary>
internal static class IndexedColors
{
    private const int Limit = 256, MostColors = 20000;

    /// <summary>The palette, and the index of each colour; empty when 256 colours are too few.</summary>
    public static uint[] Of(ReadOnlySpan<uint> pixels, int width, out Dictionary<uint, byte> index)
    {
        var counts = new Dictionary<uint, int>();
        for (int i = 0, run; i < pixels.Length && counts.Count <= MostColors; i += run)
        {
            run = Run(pixels, i, width);
            counts[pixels[i]] = counts.GetValueOrDefault(pixels[i]) + run;
        }

        uint[] byCount = [.. counts.OrderByDescending(color => color.Value).ThenBy(color => color.Key)
            .Select(color => color.Key)];
        // Differences up to 18 of 255 are not seen at an edge; surfaces are smooth because their colours are frequent.
        int[] differences = byCount.Length <= MostColors ? [0, 3, 5, 8, 12, 18] : [];
        uint[] palette = differences.SelectMany(d => new[] { 160, 80 }.Select(kept => Choose(byCount, kept, least: d)))
            .FirstOrDefault(chosen => chosen.Length <= Limit, []);
        index = palette.Length == 0 ? [] : byCount.ToDictionary(c => c, c => (byte)Nearest(palette, c).Index);
        return palette;
    }

    /// <summary>Rows of indices, each behind a filter byte 0.</summary>
    public static void Write(Stream stream, ReadOnlySpan<uint> pixels, int width, Dictionary<uint, byte> index)
    {
        var row = new byte[width + 1];
        for (int i = 0, run; i < pixels.Length; i += run)
        {
            run = Run(pixels, i, width);
            row.AsSpan(i % width + 1, run).Fill(index[pixels[i]]);
            stream.Write(row, 0, (i + run) % width == 0 ? row.Length : 0);
        }
    }

    /// <summary>The most frequent colours, and then those that differ from all chosen; one too many when there is no
    /// room.</summary>
    private static uint[] Choose(uint[] byCount, int frequent, int least)
    {
        var chosen = new uint[Limit + 1];
        int count = 0;
        for (int i = 0; i < byCount.Length && count <= Limit; i++)
        {
            if (i < frequent || Nearest(chosen.AsSpan(0, count), byCount[i]).Difference > least)
            {
                chosen[count++] = byCount[i];
            }
        }

        return chosen[..count];
    }

    /// <summary>How many equal pixels follow in the row.</summary>
    private static int Run(ReadOnlySpan<uint> pixels, int start, int width)
    {
        ReadOnlySpan<uint> rest = pixels.Slice(start, width - start % width);
        return rest.IndexOfAnyExcept(pixels[start]) is > 0 and var end ? end : rest.Length;
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
