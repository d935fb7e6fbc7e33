namespace Reference.Datasets;

/// <summary>From frequencies to pixels: the inverse cosine transform, colour differences stretched to full size, and
/// colours.</summary>
internal static class JpegPixels
{
    /// <summary>Where the frequency at each place of the zigzag stands, row by row.</summary>
    private static readonly byte[] Zigzag =
    [
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14,
            21, 28,
        35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61,
            54, 47, 55, 62, 63,
    ];

    /// <summary>½ c_u cos((2x + 1)uπ/16) with c_0 = 1/√2: the cosine of frequency u at place x.</summary>
    private static readonly double[] Cosine =
        [.. Enumerable.Range(0, 64).Select(i =>
            (i / 8 == 0 ? Math.Sqrt(0.5) : 1) / 2 * Math.Cos((2 * (i % 8) + 1) * (i / 8) * Math.PI / 16))];

    public static Picture Draw(JpegFrame frame, ushort[]?[] quantization, bool isRgb, string name)
    {
        (ImageShape shape, var pixels) = (frame.Shape, new byte[frame.Shape.Length]);
        byte[][] planes = [.. frame.Components.Select(c =>
            Plane(c, quantization[c.Quantization]
                ?? throw Damaged.File(name, $"quantization table {c.Quantization}", "none")))];
        Span<double> values = stackalloc double[3];
        for (int row = 0; row < shape.Height; row++)
        {
            for (int column = 0; column < shape.Width; column++)
            {
                for (int i = 0; i < planes.Length; i++)
                {
                    JpegComponent c = frame.Components[i];
                    values[i] = Read(planes[i], c, (row + 0.5) * c.Down / frame.Down - 0.5,
                        (column + 0.5) * c.Across / frame.Across - 0.5);
                }

                Write(values[..planes.Length], isRgb, pixels.AsSpan(shape.IndexOf(row, column, 0), planes.Length));
            }
        }

        return new(shape, pixels);
    }

    private static byte[] Plane(JpegComponent c, ushort[] quantization)
    {
        var plane = new byte[64 * c.Blocks.Wide * c.Blocks.High];
        Span<double> block = stackalloc double[64], half = stackalloc double[64];
        for (int b = 0; b < c.Blocks.Wide * c.Blocks.High; b++)
        {
            for (int k = 0; k < 64; k++)
            {
                block[Zigzag[k]] = c.Frequencies[64 * b + k] * quantization[k];
            }

            // Rows and then columns: f(x, y) = Σ_v C(v, y) Σ_u C(u, x) F(u, v).
            Transform(block, half);
            Transform(half, block);
            int corner = b / c.Blocks.Wide * 64 * c.Blocks.Wide + b % c.Blocks.Wide * 8;
            for (int i = 0; i < 64; i++)
            {
                plane[corner + i / 8 * 8 * c.Blocks.Wide + i % 8] = (byte)Math.Clamp(Math.Round(block[i] + 128), 0,
                    255);
            }
        }

        return plane;
    }

    /// <summary>to[x, v] = Σ_u C(u, x) from[v, u]: one axis, and the axes change places.</summary>
    private static void Transform(ReadOnlySpan<double> from, Span<double> to)
    {
        to.Clear();
        for (int v = 0; v < 8; v++)
        {
            for (int u = 0; u < 8; u++)
            {
                double frequency = from[8 * v + u];
                for (int x = 0; x < 8 && frequency != 0; x++)
                {
                    to[8 * x + v] += Cosine[8 * u + x] * frequency;
                }
            }
        }
    }

    /// <summary>The value between the middles of four values, bilinearly; at the edge the edge's.</summary>
    private static double Read(byte[] plane, JpegComponent c, double y, double x)
    {
        (int top, int left) = ((int)Math.Floor(y), (int)Math.Floor(x));
        (double down, double right) = (y - top, x - left);
        int width = 8 * c.Blocks.Wide, above = Math.Max(top, 0) * width,
            below = Math.Min(top + 1, c.Size.Height - 1) * width;
        (left, int next) = (Math.Max(left, 0), Math.Min(left + 1, c.Size.Width - 1));
        return (1 - down) * ((1 - right) * plane[above + left] + right * plane[above + next])
            + down * ((1 - right) * plane[below + left] + right * plane[below + next]);
    }

    private static void Write(ReadOnlySpan<double> values, bool isRgb, Span<byte> pixel)
    {
        for (int i = 0; i < pixel.Length; i++)
        {
            double value = pixel.Length == 1 || isRgb ? values[i] : i switch
            {
                0 => values[0] + 1.402 * (values[2] - 128),
                1 => values[0] - 0.344136286 * (values[1] - 128) - 0.714136286 * (values[2] - 128),
                _ => values[0] + 1.772 * (values[1] - 128),
            };
            pixel[i] = (byte)Math.Clamp(Math.Round(value), 0, 255);
        }
    }
}
