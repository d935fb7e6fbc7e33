namespace Reference.Datasets;

/// <summary>Images that are loaded one by one, of one size or of many, in memory or in files.</summary>
public interface IImages
{
    /// <summary>How many.</summary>
    int Count { get; }

    /// <summary>Puts an image into a buffer, with values in [0, 1].</summary>
    /// <param name="index">Which, in [0, <see cref="Count"/>).</param>
    /// <param name="into">The buffer; takes the shape of the image.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is outside the set.</exception>
    void Load(int index, PixelBuffer into);
}
