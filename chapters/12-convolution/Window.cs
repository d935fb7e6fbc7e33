using Reference.Datasets;

namespace Reference.Convolutions;

/// <summary>Zeros around an image, in pixels.</summary>
public readonly record struct Padding(int Top, int Bottom, int Left, int Right)
{
    /// <summary>As many on every side, PyTorch's <c>padding=p</c>.</summary>
    public static Padding Of(int p) => new(p, p, p, p);
}

/// <summary>
/// How a kernel moves over an image: its size, the stride s, the zeros around the image, and the dilation d, the
/// distance of its taps. S0-079, S2-155, S2-157, S3-119, S3-120.
/// </summary>
public sealed record Window
{
    /// <summary>k_h × k_w ≥ 1, s ≥ 1, d ≥ 1 and no negative padding.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is smaller.</exception>
    public Window(int height, int width, int stride = 1, Padding padding = default, int dilation = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(stride, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(dilation, 1);
        if (padding.Top < 0 || padding.Bottom < 0 || padding.Left < 0 || padding.Right < 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(padding), $"Expected no padding to be negative; got {padding}.");
        }

        (Height, Width, Stride, Padding, Dilation) = (height, width, stride, padding, dilation);
    }

    /// <summary>k_h.</summary>
    public int Height { get; }

    /// <summary>k_w.</summary>
    public int Width { get; }

    /// <summary>s.</summary>
    public int Stride { get; }

    /// <summary>p, zeros on each side.</summary>
    public Padding Padding { get; }

    /// <summary>d.</summary>
    public int Dilation { get; }

    /// <summary>A square one of size k with p zeros on every side; p = (k − 1)/2 keeps the size if k is odd and
    /// s = d = 1. S0-122.</summary>
    public static Window Square(int k, int stride = 1, int padding = 0, int dilation = 1) =>
        new(k, k, stride, Padding.Of(padding), dilation);

    /// <summary>
    /// Keras's <c>same</c>: ⌈n/s⌉ outputs a side; an odd zero goes below and to the right, so that stride 2 pads
    /// (0, 1) for k = 3 and an even side. S2-155, S3-119.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">k &lt; 1 or s &lt; 1.</exception>
    public static Window Same(int k, ImageShape image, int stride = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stride, 1);
        int Total(int n) => Math.Max(((n + stride - 1) / stride - 1) * stride + k - n, 0);
        (int down, int across) = (Total(image.Height), Total(image.Width));
        return new(k, k, stride, new(down / 2, down - down / 2, across / 2, across - across / 2));
    }

    /// <summary>⌊(n + p − d(k − 1) − 1)/s⌋ + 1, the outputs along a side of n, (12.3); p counts both sides.</summary>
    public static int OutputSize(int n, int k, int p, int s, int d = 1) =>
        (int)Math.Floor((n + p - d * (k - 1.0) - 1) / s) + 1; // (12.3)

    /// <summary>The outputs for an image, a channel for each kernel.</summary>
    /// <exception cref="ArgumentException">The kernel is larger than the padded image.</exception>
    public ImageShape Output(ImageShape image, int kernels)
    {
        int rows = OutputSize(image.Height, Height, Padding.Top + Padding.Bottom, Stride, Dilation);
        int columns = OutputSize(image.Width, Width, Padding.Left + Padding.Right, Stride, Dilation);
        return rows >= 1 && columns >= 1
            ? new(rows, columns, kernels)
            : throw new ArgumentException(
                $"Expected the {this} window to fit into the image {image} and its padding {Padding}.", nameof(image));
    }

    /// <summary>s·i + d·a − p, the row of the image under row a of the kernel at output row i, (12.4), which may be
    /// outside.</summary>
    public int Row(int i, int a) => Stride * i + Dilation * a - Padding.Top; // (12.4)

    /// <summary>s·j + d·b − p, the column under column b of the kernel at output column j, (12.4).</summary>
    public int Column(int j, int b) => Stride * j + Dilation * b - Padding.Left; // (12.4)

    /// <summary>s(m − 1) + d(k − 1) + 1 − p, the smallest side with m outputs, (12.18); p counts both.</summary>
    public static int InputSize(int m, int k, int p, int s, int d = 1) => s * (m - 1) + d * (k - 1) + 1 - p; // (12.18)

    /// <summary>Size, and what differs from stride 1 and dilation 1.</summary>
    public override string ToString() =>
        $"{Height}×{Width}{(Stride > 1 ? $"/{Stride}" : "")}{(Dilation > 1 ? $" dilated {Dilation}" : "")}";
}
