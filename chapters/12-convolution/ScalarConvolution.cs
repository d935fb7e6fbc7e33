using Reference.Datasets;

namespace Reference.Convolutions;

/// <summary>
/// Convolution as the notes write it, for one image: a kernel slides over it, and every output is the dot product of
/// the kernel and the patch below. It is the field's convolution, which does not flip the kernel. S0-082, S2-140,
/// S3-115, S4-159.
/// </summary>
public static class ScalarConvolution
{
    /// <summary>
    /// (12.1) y_ij = Σ_uv k_uv x_{i+u, j+v} + b, at every s-th place.
    /// // image [H × W], kernel [k_h × k_w] → [H′ × W′]
    /// </summary>
    /// <exception cref="ArgumentException">The kernel is larger than the image, or s &lt; 1.</exception>
    public static double[,] Correlate(double[,] image, double[,] kernel, double bias = 0, int stride = 1)
    {
        (int H, int W) = (kernel.GetLength(0), kernel.GetLength(1));
        ImageShape map = new Window(H, W, stride).Output(new(image.GetLength(0), image.GetLength(1), 1), 1);
        var y = new double[map.Height, map.Width];
        for (int i = 0; i < y.GetLength(0); i++)
        {
            for (int j = 0; j < y.GetLength(1); j++)
            {
                y[i, j] = bias;
                for (int u = 0; u < H; u++)
                {
                    for (int v = 0; v < W; v++)
                    {
                        y[i, j] += kernel[u, v] * image[stride * i + u, stride * j + v]; // (12.1)
                    }
                }
            }
        }

        return y;
    }

    /// <summary>(12.2) The kernel turned by 180°: with it (12.1) is the convolution of mathematics.
    /// // kernel [k_h × k_w] → like kernel</summary>
    public static double[,] Flip(double[,] kernel)
    {
        (int H, int W) = (kernel.GetLength(0), kernel.GetLength(1));
        var flipped = new double[H, W];
        for (int u = 0; u < H; u++)
        {
            for (int v = 0; v < W; v++)
            {
                flipped[u, v] = kernel[H - 1 - u, W - 1 - v]; // (12.2)
            }
        }

        return flipped;
    }

    /// <summary>
    /// (12.4) y_ijo = b_o + Σ_abc W_oabc x_{si+da−p, sj+db−p, c}, with x = 0 outside the image.
    /// // x [H × W × C], W [O × k_h × k_w × C], b [O] → [H′ × W′ × O]
    /// </summary>
    /// <exception cref="ArgumentException">
    /// The kernel is larger than the padded image, or of another size or number of channels.
    /// </exception>
    public static double[,,] Forward(double[,,] x, double[,,,] W, double[] b, Window window)
    {
        double[,,] y = Output(x, W, window);
        foreach ((int i, int j, int o) in Places(y))
        {
            y[i, j, o] = b[o];
            foreach ((int a, int e, int c) in Taps(W))
            {
                y[i, j, o] += W[o, a, e, c] * At(x, window.Row(i, a), window.Column(j, e), c); // (12.4)
            }
        }

        return y;
    }

    /// <summary>(12.6) ∂L/∂b_o = Σ_ij ∂L/∂y_ijo. // dy [H′ × W′ × O] → [O]</summary>
    public static double[] BiasGradient(double[,,] dy)
    {
        var db = new double[dy.GetLength(2)];
        foreach ((int i, int j, int o) in Places(dy))
        {
            db[o] += dy[i, j, o]; // (12.6)
        }

        return db;
    }

    /// <summary>(12.7) ∂L/∂W_oabc = Σ_ij ∂L/∂y_ijo x_{si+da−p, sj+db−p, c}.
    /// // x [H × W × C], dy [H′ × W′ × O] → [O × k_h × k_w × C]</summary>
    public static double[,,,] KernelGradient(double[,,] x, double[,,] dy, Window window)
    {
        var dW = new double[dy.GetLength(2), window.Height, window.Width, x.GetLength(2)];
        foreach ((int i, int j, int o) in Places(dy))
        {
            foreach ((int a, int e, int c) in Taps(dW))
            {
                dW[o, a, e, c] += dy[i, j, o] * At(x, window.Row(i, a), window.Column(j, e), c); // (12.7)
            }
        }

        return dW;
    }

    /// <summary>
    /// (12.8) Every output returns its gradient along the taps that made it:
    /// ∂L/∂x_{si+da−p, sj+db−p, c} += ∂L/∂y_ijo W_oabc. With a bias, and the image for y, it is the transposed
    /// convolution (12.17). // dy [H′ × W′ × O], W [O × k_h × k_w × C] → [H × W × C]
    /// </summary>
    public static double[,,] InputGradient(double[,,] dy, double[,,,] W, int height, int width, Window window)
    {
        var dx = new double[height, width, W.GetLength(3)];
        foreach ((int i, int j, int o) in Places(dy))
        {
            foreach ((int a, int e, int c) in Taps(W))
            {
                (int u, int v) = (window.Row(i, a), window.Column(j, e));
                if (Inside(dx, u, v))
                {
                    dx[u, v, c] += dy[i, j, o] * W[o, a, e, c]; // (12.8) (12.17)
                }
            }
        }

        return dx;
    }

    private static double[,,] Output(double[,,] x, double[,,,] W, Window window)
    {
        (int, int, int) expected = (window.Height, window.Width, x.GetLength(2));
        if ((W.GetLength(1), W.GetLength(2), W.GetLength(3)) is var got && got != expected)
        {
            throw new ArgumentException(
                $"Expected kernels of height, width and channels {expected}; got {got}.", nameof(W));
        }

        ImageShape y = window.Output(new(x.GetLength(0), x.GetLength(1), x.GetLength(2)), W.GetLength(0));
        return new double[y.Height, y.Width, y.Channels];
    }

    private static bool Inside(double[,,] x, int u, int v) =>
        u >= 0 && u < x.GetLength(0) && v >= 0 && v < x.GetLength(1);

    private static double At(double[,,] x, int u, int v, int c) => Inside(x, u, v) ? x[u, v, c] : 0;

    private static IEnumerable<(int I, int J, int O)> Places(double[,,] y) =>
        from i in Enumerable.Range(0, y.GetLength(0))
        from j in Enumerable.Range(0, y.GetLength(1))
        from o in Enumerable.Range(0, y.GetLength(2))
        select (i, j, o);

    private static IEnumerable<(int A, int B, int C)> Taps(double[,,,] W) =>
        from a in Enumerable.Range(0, W.GetLength(1))
        from b in Enumerable.Range(0, W.GetLength(2))
        from c in Enumerable.Range(0, W.GetLength(3))
        select (a, b, c);
}
