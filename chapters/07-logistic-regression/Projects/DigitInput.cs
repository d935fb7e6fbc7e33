using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Numerics;

namespace Reference.Classification;

/// <summary>Digits to be read: a picture of one, or rows of pixels.</summary>
internal static class DigitInput
{
    private const int Side = DrawnDigits.Side;

    /// <summary>Bright ink on black, from 0 to 1, as in training. // [784 × N]</summary>
    /// <exception cref="InvalidDataException">No picture, no table, or rows that are no digits.</exception>
    public static Matrix<double> Read(string path) =>
        Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase) ? Rows(path) : OfPicture(path);

    private static Matrix<double> Rows(string path)
    {
        double[,] X = NumberTableFile.ReadCsv(path).Values;
        if (X.GetLength(0) != Side * Side || X.Cast<double>().Any(pixel => pixel is < 0 or > 1))
        {
            throw new InvalidDataException(
                $"Expected rows of {Side * Side} pixels from 0 to 1 in {path}; got {X.GetLength(0)} columns from "
                    + $"{X.Cast<double>().Min()} to {X.Cast<double>().Max()}.");
        }

        return Matrix<double>.Build.DenseOfArray(X);
    }

    private static Matrix<double> OfPicture(string path)
    {
        Picture grey = PictureFile.Read(path).WithChannels(1);
        var from = new PixelBuffer(grey.Shape, [.. grey.Pixels.Select(pixel => pixel / 255.0)]);
        var to = new PixelBuffer(new ImageShape(Side, Side, 1));
        new Resize(Side, Side, Interpolation.Area).Apply(from, to, new RandomStream(0));
        // Ink on paper is dark; that of the digits is bright.
        bool paper = Enumerable.Range(0, Side).Average(i => to[i, 0, 0] + to[0, i, 0]) > 1;
        return Matrix<double>.Build.Dense(
            Side * Side, 1, [.. to.Values.ToArray().Select(pixel => paper ? 1 - pixel : pixel)]);
    }
}
