using Reference.Datasets;

namespace Reference.Convolutions;

/// <summary>The places of pooling windows.</summary>
internal static class Pooling
{
    /// <summary>For each output the first channel of every pixel in its window that is inside the image.</summary>
    internal static int[][] Patches(ImageShape image, Window window)
    {
        ImageShape y = window.Output(image, 1);
        int[][] patches =
        [
            .. from i in Enumerable.Range(0, y.Height)
               from j in Enumerable.Range(0, y.Width)
               select (int[])
               [
                   .. from a in Enumerable.Range(0, window.Height)
                      from b in Enumerable.Range(0, window.Width)
                      let row = window.Row(i, a)
                      let column = window.Column(j, b)
                      where row >= 0 && row < image.Height && column >= 0 && column < image.Width
                      select image.IndexOf(row, column, 0),
               ],
        ];
        return patches.All(patch => patch.Length > 0)
            ? patches
            : throw new ArgumentException(
                $"Expected every window to meet the image; got {window} with {window.Padding} on {image}.",
                nameof(window));
    }
}
