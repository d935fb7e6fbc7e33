namespace Reference.Datasets;

/// <summary>PNG stores each byte as its difference from a guess that the bytes left, above and above left of it
/// make.</summary>
internal static class PngFilter
{
    /// <summary>Puts a row back together, in place.</summary>
    /// <param name="kind">0 none, 1 left, 2 above, 3 their mean, 4 Paeth's choice.</param>
    /// <param name="row">The differences; afterwards the bytes.</param>
    /// <param name="above">The row before, empty for the first.</param>
    /// <param name="pixel">Bytes a pixel, at least 1.</param>
    /// <param name="name">What errors call the file.</param>
    public static void Undo(byte kind, Span<byte> row, ReadOnlySpan<byte> above, int pixel, string name)
    {
        if (kind > 4)
        {
            throw Damaged.File(name, "a row filter from 0 to 4", $"{kind}");
        }

        for (int i = 0; i < row.Length && kind != 0; i++)
        {
            int left = i >= pixel ? row[i - pixel] : 0;
            int up = above.IsEmpty ? 0 : above[i];
            int corner = above.IsEmpty || i < pixel ? 0 : above[i - pixel];
            row[i] += (byte)(kind switch { 1 => left, 2 => up, 3 => (left + up) / 2, _ => Paeth(left, up, corner) });
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        (int toLeft, int toUp, int toCorner) = (Math.Abs(up - corner), Math.Abs(left - corner),
            Math.Abs(left + up - 2 * corner));
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }
}
