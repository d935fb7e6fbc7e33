namespace Reference.Datasets;

/// <summary>The brightness of a colour: 0.299 R + 0.587 G + 0.114 B (Rec. 601); of a grey pixel its value.</summary>
internal static class Luminance
{
    public static double Of(ReadOnlySpan<double> pixel) =>
        pixel.Length < 3 ? pixel[0] : 0.299 * pixel[0] + 0.587 * pixel[1] + 0.114 * pixel[2];

    /// <summary>Replaces each value v by base + factor · (v − base), clamped to [0, 1]; the base may differ from pixel
    /// to pixel.</summary>
    public static void Blend(PixelBuffer from, PixelBuffer to, double factor, Func<double, double> baseOf)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        to.Reshape(from.Shape);
        int channels = from.Shape.Channels;
        for (int at = 0; at < from.Values.Length; at += channels)
        {
            double ground = baseOf(Of(from.Values.Slice(at, channels)));
            for (int channel = 0; channel < channels; channel++)
            {
                to.Values[at + channel] = Math.Clamp(ground + factor * (from.Values[at + channel] - ground), 0, 1);
            }
        }
    }
}
