using System.Runtime.CompilerServices;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;

namespace Reference.Convolutions;

/// <summary>The maximum of each window, (12.13); its gradient goes to the first place of the maximum, (12.14). NaN
/// passes through. A window outside the image is refused. X [H·W·C × N] → Y [H′·W′·C × N]. S0-085, S2-144, S3-124.
/// </summary>
public sealed class MaxPool2D(ImageShape image, Window window)
    : Layer($"max pool {window}, {image} → {Of(image, window)}", image.Length, Of(image, window).Length)
{
    private readonly int[][] _patches = Pooling.Patches(image, window);
    private int[] _chosen = []; // of the last pass, in the column of the sample

    /// <summary>The images that it makes.</summary>
    public ImageShape Output { get; } = Of(image, window);

    /// <summary>A square window without padding that moves by its own size.</summary>
    public MaxPool2D(ImageShape image, int size)
        : this(image, Window.Square(size, size))
    {
    }

    /// <inheritdoc/>
    public override ILayer Shared() => new MaxPool2D(image, window);

    /// <inheritdoc/>
    protected override void Forward(MatrixView X, MatrixView Y)
    {
        if (_chosen.Length < Outputs * X.ColumnCount)
        {
            _chosen = new int[Outputs * X.ColumnCount];
        }

        int C = image.Channels;
        for (int n = 0; n < X.ColumnCount; n++)
        {
            ReadOnlySpan<double> x = X.Column(n);
            Span<double> y = Y.Column(n);
            Span<int> chosen = _chosen.AsSpan(n * Outputs, Outputs);
            for (int p = 0; p < _patches.Length; p++)
            {
                int[] patch = _patches[p];
                for (int c = 0; c < C; c++)
                {
                    int at = patch[0] + c;
                    double max = x[at];
                    for (int t = 1; t < patch.Length; t++)
                    {
                        double v = x[patch[t] + c];
                        at = Chosen(v > max, patch[t] + c, at);
                        max = Math.Max(max, v);
                    }

                    (y[p * C + c], chosen[p * C + c]) = (max, at); // (12.13)
                }
            }
        }
    }

    /// <inheritdoc/>
    protected override void Backward(MatrixView X, MatrixView Y, MatrixView dY, MatrixView? dX)
    {
        if (dX is not { } wanted)
        {
            return;
        }

        wanted.Fill(0);
        for (int n = 0; n < X.ColumnCount; n++)
        {
            ReadOnlySpan<double> dy = dY.Column(n);
            Span<double> dx = wanted.Column(n);
            ReadOnlySpan<int> chosen = _chosen.AsSpan(n * Outputs, Outputs);
            for (int p = 0; p < dy.Length; p++)
            {
                dx[chosen[p]] += dy[p]; // (12.14)
            }
        }
    }

    // Without a branch, which the processor would guess wrong half the time.
    private static int Chosen(bool yes, int a, int b) => b + (a - b) * Unsafe.BitCast<bool, byte>(yes);

    private static ImageShape Of(ImageShape image, Window window) => window.Output(image, image.Channels);
}
