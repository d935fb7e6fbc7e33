using MathNet.Numerics.LinearAlgebra.Double;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Convolutions;

/// <summary>
/// A convolution from a large image to a small one, as products that read their patches in place: forward, its
/// adjoint, and the gradient of the kernels. A transposed convolution is the same plan, run from the small image to
/// the large one.
/// </summary>
internal sealed class ConvolutionPlan
{
    private readonly GatheredProduct _forward, _kernels;
    private readonly List<(GatheredProduct Product, int[] Taps)> _adjoint = [];
    private readonly double[] _turned; // the kernels of a phase, a column for each tap and channel of the small image
    private readonly Window _window;

    internal ConvolutionPlan(ImageShape large, int channels, Window window)
    {
        (Large, Small, _window) = (large, window.Output(large, channels), window);
        Padding zeros = window.Padding;
        var border = new Border(
            large.Height, large.Width * large.Channels, zeros.Top, zeros.Bottom, zeros.Left * large.Channels,
            zeros.Right * large.Channels);
        int row = border.FramedLength;
        int[] taps = [.. from a in Range(window.Height)
                         from b in Range(window.Width)
                         from c in Range(large.Channels)
                         select window.Dilation * (a * row + b * large.Channels) + c];
        int[] places = [.. from i in Range(Small.Height)
                           from j in Range(Small.Width)
                           select window.Stride * (i * row + j * large.Channels)];
        _forward = new(channels, border, taps, places);
        _kernels = new(channels, border, places, taps);
        _turned = new double[channels * taps.Length];
        foreach (int down in Range(window.Stride))
        {
            foreach (int across in Range(window.Stride))
            {
                AddPhase(down, across);
            }
        }
    }

    internal ImageShape Large { get; }

    internal ImageShape Small { get; }

    /// <summary>k_h·k_w·C, the columns of W.</summary>
    internal int Depth => _forward.Depth;

    /// <summary>The kernels, not drawn yet. // W [O × depth]</summary>
    internal Parameter Kernels() => new(
        $"W [{Small.Channels} × {_window.Height}·{_window.Width}·{Large.Channels}]",
        new DenseMatrix(Small.Channels, Depth));

    /// <summary>(12.4) y ← W·patches(x) + b. // x [large × N], W [O × depth], b [O] or [0], y [small × N]</summary>
    internal void Forward(ReadOnlySpan<double> W, ReadOnlySpan<double> b, MatrixView X, MatrixView Y) =>
        _forward.Each(W, X.Span, b, Y.Span, Small.Length); // (12.4)

    /// <summary>(12.6) db ← db + Σ dy, over places and samples. // dY [C·places × N], db [C]</summary>
    internal static void AddBiasGradient(MatrixView dY, Parameter b)
    {
        MatrixView db = b.Gradient.View();
        db.AddSumOfColumns(dY.Reshape(db.RowCount, dY.RowCount / db.RowCount * dY.ColumnCount)); // (12.6)
    }

    /// <summary>(12.7) dW ← dW + Σ dy·patches(x)ᵀ. // dW [O × depth]</summary>
    internal void AddKernelGradient(MatrixView dY, MatrixView X, Span<double> dW) =>
        _kernels.AddSum(dY.Span, X.Span, dW); // (12.7)

    /// <summary>(12.8) (12.17) x ← the adjoint of y, plus b. // b [C] or [0]</summary>
    internal void Adjoint(ReadOnlySpan<double> W, ReadOnlySpan<double> b, MatrixView Y, MatrixView X)
    {
        int O = Small.Channels, C = Large.Channels;
        foreach ((GatheredProduct product, int[] taps) in _adjoint)
        {
            for (int t = 0; t < taps.Length; t++)
            {
                for (int c = 0; c < C; c++)
                {
                    ReadOnlySpan<double> w = W.Slice((taps[t] * C + c) * O, O);
                    for (int o = 0; o < O; o++)
                    {
                        _turned[(t * O + o) * C + c] = w[o];
                    }
                }
            }

            product.Each(_turned.AsSpan(0, product.Depth * C), Y.Span, b, X.Span, Large.Length); // (12.8)
        }
    }

    // Pixels of one phase, i mod s and j mod s, receive from the same taps, from neighbouring outputs: for pixel
    // i = s·t + φ and tap a it is output t + (φ + p − d·a)/s, where s divides that.
    private void AddPhase(int down, int across)
    {
        (int Tap, int Shift)[] rows = Taps(down, _window.Padding.Top, _window.Height);
        (int Tap, int Shift)[] columns = Taps(across, _window.Padding.Left, _window.Width);
        int[] pixelRows = [.. Range(Large.Height).Where(i => i % _window.Stride == down)];
        int[] pixelColumns = [.. Range(Large.Width).Where(j => j % _window.Stride == across)];
        if (pixelRows.Length == 0 || pixelColumns.Length == 0)
        {
            return;
        }

        int O = Small.Channels;
        (int top, int bottom) = Frame(rows, pixelRows.Length, Small.Height);
        (int left, int right) = Frame(columns, pixelColumns.Length, Small.Width);
        var border = new Border(Small.Height, Small.Width * O, top, bottom, left * O, right * O);
        var product = new GatheredProduct(
            Large.Channels, border,
            [.. from a in rows
                from b in columns
                from o in Range(O)
                select a.Shift * border.FramedLength + b.Shift * O + o],
            [.. from t in Range(pixelRows.Length)
                from u in Range(pixelColumns.Length)
                select (t + top) * border.FramedLength + (u + left) * O],
            [.. from i in pixelRows from j in pixelColumns select Large.IndexOf(i, j, 0)]);
        _adjoint.Add((product, [.. from a in rows from b in columns select a.Tap * _window.Width + b.Tap]));
    }

    private (int Tap, int Shift)[] Taps(int phase, int padding, int size) =>
        [.. from a in Range(size)
            let distance = phase + padding - _window.Dilation * a
            where distance % _window.Stride == 0
            select (a, distance / _window.Stride)];

    private static (int Before, int After) Frame((int Tap, int Shift)[] taps, int pixels, int outputs) =>
        taps.Length == 0
            ? (0, Math.Max(0, pixels - outputs))
            : (Math.Max(0, -taps.Min(tap => tap.Shift)),
               Math.Max(0, pixels - 1 + taps.Max(tap => tap.Shift) - (outputs - 1)));

    private static IEnumerable<int> Range(int count) => Enumerable.Range(0, count);
}
