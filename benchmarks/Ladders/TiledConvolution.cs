using Reference.Convolutions;
using Reference.Datasets;
using Reference.Numerics;

namespace Reference.Benchmarks;

/// <summary>
/// (12.9)–(12.11) for a tile of outputs at a time: its patches are written out as columns that stay in the caches, one
/// product uses them, and the backward pass writes them out again instead of keeping them.
/// </summary>
internal sealed class TiledConvolution
{
    private const int Tile = 64;

    private readonly ImageShape _image;
    private readonly int _depth, _outputs;
    private readonly int[] _pixels; // for every output and tap; −1 where it is outside. // [taps × outputs]
    private readonly double[] _columns, _gradients;

    internal TiledConvolution(ImageShape image, Window window)
    {
        ImageShape y = window.Output(image, 1);
        int Pixel(int u, int v) =>
            u < 0 || u >= image.Height || v < 0 || v >= image.Width ? -1 : image.IndexOf(u, v, 0);
        _pixels = [.. from i in Enumerable.Range(0, y.Height)
                      from j in Enumerable.Range(0, y.Width)
                      from a in Enumerable.Range(0, window.Height)
                      from b in Enumerable.Range(0, window.Width)
                      select Pixel(window.Row(i, a), window.Column(j, b))];
        (_image, _outputs, _depth) = (image, y.Length, window.Height * window.Width * image.Channels);
        (_columns, _gradients) = (new double[_depth * Tile], new double[_depth * Tile]);
    }

    /// <summary>x [H·W·C], W [O × depth], b [O], y [O × outputs]</summary>
    internal void Forward(double[] x, MatrixView W, MatrixView b, MatrixView Y)
    {
        for (int j = 0; j < _outputs; j += Tile)
        {
            MatrixView P = Patches(x, j), y = Y.Columns(j, P.ColumnCount);
            y.Product(W, P); // (12.9)
            y.AddColumn(b);
        }
    }

    /// <summary>Adds to dW [O × depth], db [O] and dx [H·W·C].</summary>
    internal void Backward(double[] x, MatrixView W, MatrixView dY, MatrixView dW, MatrixView db, double[] dx)
    {
        for (int j = 0; j < _outputs; j += Tile)
        {
            MatrixView P = Patches(x, j), dy = dY.Columns(j, P.ColumnCount),
                dP = new(_gradients, _depth, P.ColumnCount);
            dW.AddProduct(dy, P.T); // (12.10)
            db.AddSumOfColumns(dy);
            dP.Product(W.T, dy); // (12.11)
            Each(j, (pixel, at) => Kernels.Axpby(
                1, _gradients.AsSpan(at, _image.Channels), 1, dx.AsSpan(pixel, _image.Channels)));
        }
    }

    private MatrixView Patches(double[] x, int first)
    {
        Array.Clear(_columns);
        Each(first, (pixel, at) => Array.Copy(x, pixel, _columns, at, _image.Channels));
        return new(_columns, _depth, Math.Min(Tile, _outputs - first));
    }

    // The channels of every pixel of a tile's patches, and their place in the columns.
    private void Each(int first, Action<int, int> channels)
    {
        int C = _image.Channels, taps = _depth / C;
        for (int i = first * taps; i < Math.Min(first + Tile, _outputs) * taps; i++)
        {
            if (_pixels[i] >= 0)
            {
                channels(_pixels[i], (i - first * taps) * C);
            }
        }
    }
}
