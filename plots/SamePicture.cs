using Reference.Datasets;

namespace Reference.Plots;

/// <summary>
/// Whether two PNG files show the same. The renderer gives the same bytes for the same data, but exp and tanh of the
/// platform may differ in their last bit from machine to machine, and a last bit can move a pixel's shade: so many
/// pixels may differ, and no more.
/// </summary>
public static class SamePicture
{
    /// <summary>The share of samples that may differ visibly.</summary>
    public const double Allowed = 1e-4;

    /// <summary>A sample differs visibly when it is off by more than this, of 255.</summary>
    public const int Visible = 24;

    /// <summary>Compares two files, by their bytes, or else by their pixels.</summary>
    /// <param name="first">A PNG file.</param>
    /// <param name="second">Another.</param>
    public static bool Of(byte[] first, byte[] second)
    {
        if (first.AsSpan().SequenceEqual(second))
        {
            return true;
        }

        Picture a = Decoded(first);
        Picture b = Decoded(second);
        return a.Shape == b.Shape && a.Pixels.Zip(b.Pixels)
            .Count(p => Math.Abs(p.First - p.Second) > Visible) <= Allowed * a.Pixels.Length;
    }

    /// <summary>The pixels of a PNG file, in red, green and blue.</summary>
    internal static Picture Decoded(byte[] file)
    {
        using var stream = new MemoryStream(file);
        return PictureFile.Read(stream, "picture.png").WithChannels(3);
    }
}
