namespace Reference.Datasets;

/// <summary>
/// For every new pixel along one axis, the old pixels it is made of and their weights, which sum to 1.
/// Pixel i covers [i, i + 1), its middle is i + ½, and the new axis is stretched over the old one.
/// </summary>
internal readonly struct ResamplingWeights
{
    private readonly int _from;
    private readonly (int First, double[] Weights)[]? _pixels;

    private ResamplingWeights(int from, int to, Interpolation interpolation)
    {
        _from = from;
        _pixels = [.. Enumerable.Range(0, to).Select(i => Pixel(i, from, (double)from / to, interpolation))];
    }

    public (int First, double[] Weights) this[int pixel] => _pixels![pixel];

    /// <summary>These weights if the sizes are the same, otherwise new ones.</summary>
    public ResamplingWeights Fitting(int from, int to, Interpolation interpolation) =>
        _pixels is not null && _from == from ? this : new(from, to, interpolation);

    private static (int First, double[] Weights) Pixel(int i, int from, double scale, Interpolation interpolation)
    {
        double middle = (i + 0.5) * scale, reach = Math.Max(scale, 1);
        if (interpolation == Interpolation.Nearest)
        {
            return ((int)middle, [1]);
        }

        bool area = interpolation == Interpolation.Area;
        (double low, double high) = area ? (i * scale, (i + 1) * scale) : (middle - reach, middle + reach);
        int first = Math.Max(0, (int)Math.Floor(low)), last = Math.Min(from - 1, (int)Math.Ceiling(high) - 1);
        double[] weights = [.. Enumerable.Range(first, last - first + 1).Select(j => area ? Covered(j) : Near(j))];
        double sum = weights.Sum();
        return (first, [.. weights.Select(w => w / sum)]);

        double Covered(int j) => Math.Max(0, Math.Min(high, j + 1) - Math.Max(low, j));
        double Near(int j) => Math.Max(0, 1 - Math.Abs(j + 0.5 - middle) / reach);
    }
}
