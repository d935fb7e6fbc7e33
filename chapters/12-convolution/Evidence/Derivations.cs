using MathNet.Numerics.LinearAlgebra;
using Reference.Book;
using Reference.Datasets;
using Reference.Numerics;
using Reference.Verification;

namespace Reference.Convolutions;

/// <summary>Convolution, its gradients and its adjoint, line by line.</summary>
public static class ConvolutionDerivations
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Derivation> All { get; } =
    [
        FirstPoint(), Flipped(), OutputSize(), KernelGradient(), InputGradient(), AsOneProduct(), Adjoint(),
        TwoInARow(), Shifted(), ReceptiveField(),
    ];

    private sealed record Convolution(Window Window, double[,,] x, double[,,,] W, double[] b, double[,,] dy)
    {
        public static Convolution Draw(RandomStream random)
        {
            var window = new Window(
                1 + random.Below(3), 1 + random.Below(3), 1 + random.Below(2), Padding.Of(random.Below(2)),
                1 + random.Below(2));
            var image = new ImageShape(5 + random.Below(2), 5 + random.Below(2), 1 + random.Below(2));
            ImageShape y = window.Output(image, 1 + random.Below(2));
            var shape = new double[y.Channels, window.Height, window.Width, image.Channels];
            return new(
                window, Normal(random, image), ConvolutionDerivations.Kernels(random.Normals(shape.Length), shape),
                random.Normals(y.Channels), Normal(random, y));
        }

        /// <summary>With signs of dy by which no terms of ⟨W ⋆ x, dy⟩ cancel.</summary>
        public Convolution Aligned => this with
        {
            dy = Like([.. Flat(dy).Zip(Flat(ScalarConvolution.Forward(x, W, new double[b.Length], Window)),
                Math.CopySign)], dy),
        };

        public double[,,] Forward(double[,,] image) => ScalarConvolution.Forward(image, W, b, Window);

        public double Loss(double[,,] y) => y.Cast<double>().Zip(dy.Cast<double>(), (v, g) => v * g).Sum();

        public ImageShape Image => new(x.GetLength(0), x.GetLength(1), x.GetLength(2));

        public static Matrix<double> Column(double[,,] image) => Matrices.Column(Flat(image));

        public Matrix<double> Kernels => Matrix<double>.Build.Dense(
            W.GetLength(0), W.Length / W.GetLength(0), (o, k) => Flat(W)[o * (W.Length / W.GetLength(0)) + k]);
    }

    private sealed record Plane(double[,] Image, double[,] First, double[,] Second)
    {
        public static Plane Draw(RandomStream random)
        {
            double[,] Of(int h, int w) => Matrix<double>.Build.Dense(h, w, random.Normals(h * w)).ToArray();
            return new(
                Of(6 + random.Below(3), 6 + random.Below(3)), Of(1 + random.Below(3), 1 + random.Below(3)),
                Of(1 + random.Below(3), 1 + random.Below(3)));
        }
    }

    private static Derivation FirstPoint() => new Derivation<(double[,] I, double[,] K)>(
        "first-point", "The first point of a 3×4 image under a 2×2 kernel", "S3-116",
        random => (
            Matrix<double>.Build.Dense(3, 4, random.Normals(12)).ToArray(),
            Matrix<double>.Build.Dense(2, 2, random.Normals(4)).ToArray()))
        .Start(@"y_{11}", s => ScalarConvolution.Correlate(s.I, s.K)[0, 0])
        .Equal(@"a w_1 + b w_2 + e w_3 + f w_4", s =>
            s.I[0, 0] * s.K[0, 0] + s.I[0, 1] * s.K[0, 1] + s.I[1, 0] * s.K[1, 0] + s.I[1, 1] * s.K[1, 1])
        .Printed("S3-116", @"a w_1 + b w_2 + e w_3 f w_4", s =>
            s.I[0, 0] * s.K[0, 0] + s.I[0, 1] * s.K[0, 1] + s.I[1, 0] * s.K[1, 0] * s.I[1, 1] * s.K[1, 1],
            "Equation (17) lacks the + before f w₄; (18) has it. The image beside it prints j for h and 1 for l.",
            ErratumKind.OurText);

    private static Derivation Flipped() => new Derivation<Plane>(
        "flipped", "Mathematics turns the kernel, the field does not", "S0-082 S2-140 S3-115 S4-159", Plane.Draw)
        .Start(@"(x * k)_{i + k_h - 1,\, j + k_w - 1} = \sum_{uv} k_{uv}\, x_{i + k_h - 1 - u,\, j + k_w - 1 - v}",
            s => Flat(Mathematical(s.Image, s.First)))
        .Equal(@"\sum_{uv} k_{k_h - 1 - u,\, k_w - 1 - v}\; x_{i + u,\, j + v}",
            s => Flat(ScalarConvolution.Correlate(s.Image, ScalarConvolution.Flip(s.First))),
            "u and v counted from the other end, (12.2)");

    private static Derivation OutputSize() => new Derivation<(int n, int k, int p, int s, int d)>(
        "output-size", "How many places a kernel has", "S0-079 S2-159 S3-119 S3-120 S4-160",
        random => (
            5 + random.Below(12), 2 + random.Below(2), 2 * random.Below(3), 1 + random.Below(3), 1 + random.Below(2)))
        .Start(@"\#\{ i \ge 0 : s i + d (k - 1) < n + p \}",
            s => Enumerable.Range(0, s.n + s.p).Count(i => s.s * i + s.d * (s.k - 1) < s.n + s.p))
        .Equal(@"\#\{ i \ge 0 : i \le (n + p - d (k - 1) - 1) / s \}",
            s => Enumerable.Range(0, s.n + s.p).Count(i => i <= (s.n + s.p - s.d * (s.k - 1) - 1) / (double)s.s))
        .Equal(@"\left\lfloor \frac{n + p - d (k - 1) - 1}{s} \right\rfloor + 1",
            s => Window.OutputSize(s.n, s.k, s.p, s.s, s.d), "(12.3); p counts both sides")
        .Printed("S4-160", @"(H - W)/\text{kernel size} + 1", s => (s.n + s.p - s.k) / (double)s.k + 1,
            "H and W are the sides of image and kernel. The first of the two formulas divides by the stride; the "
                + "second holds only where the kernel moves by its own size, as in pooling.");

    private static Derivation KernelGradient() => new Derivation<Convolution>(
        "kernel-gradient", "The gradient of the kernels", "S0-082 S2-140 S3-115", Convolution.Draw)
        .Start(@"\frac{\partial L}{\partial W_{oabc}}", s => NumericalDerivative.Gradient(
            w => s.Loss(ScalarConvolution.Forward(s.x, Kernels(w, s.W), s.b, s.Window)), Flat(s.W),
            DifferenceScheme.Central)) // exact: L is linear in W, and in x below
        .Numerically(
            @"\sum_{ij} \frac{\partial L}{\partial y_{ijo}}\, x_{si + da - p,\; sj + db - p,\; c}",
            s => Flat(ScalarConvolution.KernelGradient(s.x, s.dy, s.Window)),
            "every place where the weight was used, (12.7)");

    private static Derivation InputGradient() => new Derivation<Convolution>(
        "input-gradient", "The gradient of the image", "S0-082 S2-140 S3-115", Convolution.Draw)
        .Start(@"\frac{\partial L}{\partial x_{uvc}}", s => NumericalDerivative.Gradient(
            x => s.Loss(s.Forward(Like(x, s.x))), Flat(s.x), DifferenceScheme.Central))
        .Numerically(
            @"\sum_{\substack{ijo,\, ab \\ si + da - p = u \\ sj + db - p = v}} "
                + @"\frac{\partial L}{\partial y_{ijo}}\, W_{oabc}",
            s => Flat(ScalarConvolution.InputGradient(s.dy, s.W, s.Image.Height, s.Image.Width, s.Window)),
            "every output that saw the pixel, (12.8)");

    private static Derivation AsOneProduct() => new Derivation<Convolution>(
        "one-product", "A convolution is one matrix product", "S0-082 S2-140", Convolution.Draw)
        .Start(@"b_o + \sum_{abc} W_{oabc}\, x_{si + da - p,\; sj + db - p,\; c}", s => Flat(s.Forward(s.x)))
        .Equal(@"b_o + \sum_k W_{ok} P_{k,\, ij}", s =>
        {
            Matrix<double> P = ConvolutionEquations.Patches(Convolution.Column(s.x), s.Image, s.Window);
            return [.. P.EnumerateColumns().SelectMany(p => s.Kernels.EnumerateRows().Select(
                (w, o) => s.b[o] + w.DotProduct(p)))];
        }, "k runs over a, b, c; column ij of P is the patch below output ij")
        .Equal(@"W P + b\, 1^\top", s => ConvolutionEquations.Forward(
            Convolution.Column(s.x), s.Kernels, Matrices.Column(s.b), s.Image, s.Window).ToColumnMajorArray(),
            "(12.9)");

    private static Derivation Adjoint() => new Derivation<Convolution>(
        "adjoint", "The transposed convolution", "S3-275",
        random => Convolution.Draw(random).Aligned)
        .Start(@"\langle W \star x,\, y \rangle = \sum_{ijo} y_{ijo} \sum_{abc} W_{oabc}\, x_{si + da - p, \ldots}",
            s => s.Loss(ScalarConvolution.Forward(s.x, s.W, new double[s.b.Length], s.Window)))
        .Equal(@"\sum_{uvc} x_{uvc} \sum_{si + da - p = u,\, \ldots} y_{ijo}\, W_{oabc}", s => Flat(s.x).Zip(
            Flat(ScalarConvolution.InputGradient(s.dy, s.W, s.Image.Height, s.Image.Width, s.Window)),
            (x, v) => x * v).Sum(), "the same terms, gathered by pixel")
        .Equal(@"\langle x,\, W^\top \star y \rangle", s => Convolution.Column(s.x).TransposeThisAndMultiply(
            ConvolutionEquations.InputGradient(Convolution.Column(s.dy), s.Kernels, s.Image, s.Window))[0, 0],
            "(12.17)");

    private static Derivation TwoInARow() => new Derivation<Plane>(
        "two-in-a-row", "Two convolutions without an activation are one", "S0-084", Plane.Draw)
        .Start(@"k' \star (k \star x)",
            s => Flat(ScalarConvolution.Correlate(ScalarConvolution.Correlate(s.Image, s.First), s.Second)))
        .Equal(@"\left( \sum_{u + u' = t,\; v + v' = r} k_{uv}\, k'_{u'v'} \right)_{tr} \star x",
            s => Flat(ScalarConvolution.Correlate(s.Image, Full(s.First, s.Second))));

    private static Derivation Shifted() => new Derivation<Plane>(
        "shifted", "A shifted image gives a shifted map", "S2-141 S3-113 S3-130", Plane.Draw)
        .Start(@"(k \star x_{\cdot + 1,\, \cdot + 1})_{ij}",
            s => Flat(ScalarConvolution.Correlate(Part(s.Image, 1, 1), s.First)))
        .Equal(@"(k \star x)_{i + 1,\, j + 1}", s => Flat(Part(ScalarConvolution.Correlate(s.Image, s.First), 1, 1)));

    private static Derivation ReceptiveField() => new Derivation<(int[] k, int[] s)>(
        "receptive-field", "How much of the image a number sees", "S3-118",
        random => ([.. Enumerable.Range(0, 3).Select(_ => 1 + random.Below(3))],
            [.. Enumerable.Range(0, 3).Select(_ => 1 + random.Below(2))]))
        .Start(@"1 + \max \{ u : \partial y_0 / \partial x_u \ne 0 \}", s => Seen(s.k, s.s))
        .Equal(@"1 + \sum_l (k_l - 1) \prod_{m < l} s_m", s => ScalarReceptiveField.Of(s.k, s.s), "(12.12)");

    // 1 + the last pixel that the first number of the last map depends on, from kernels of ones, with room to spare.
    private static double Seen(int[] kernels, int[] strides)
    {
        double[,,] dy = { { { 1 } } };
        for (int l = kernels.Length - 1; l >= 0; l--)
        {
            var window = new Window(1, kernels[l], strides[l]);
            var ones = new double[1, 1, kernels[l], 1];
            for (int b = 0; b < kernels[l]; b++)
            {
                ones[0, 0, b, 0] = 1;
            }

            int side = strides[l] * dy.GetLength(1) + kernels[l];
            dy = ScalarConvolution.InputGradient(dy, ones, 1, side, window);
        }

        return 1 + Array.FindLastIndex(Flat(dy), g => g != 0);
    }

    private static double[,] Mathematical(double[,] x, double[,] k)
    {
        (int H, int W) = (k.GetLength(0), k.GetLength(1));
        return Matrix<double>.Build.Dense(x.GetLength(0) - H + 1, x.GetLength(1) - W + 1, (i, j) => (
            from u in Enumerable.Range(0, H) from v in Enumerable.Range(0, W)
            select k[u, v] * x[i + H - 1 - u, j + W - 1 - v]).Sum()).ToArray();
    }

    private static double[,] Full(double[,] k, double[,] second)
    {
        var all = new double[k.GetLength(0) + second.GetLength(0) - 1, k.GetLength(1) + second.GetLength(1) - 1];
        for (int t = 0; t < k.Length * second.Length; t++)
        {
            (int i, int j) = Math.DivRem(t, second.Length);
            (int u, int v) = Math.DivRem(i, k.GetLength(1));
            (int a, int b) = Math.DivRem(j, second.GetLength(1));
            all[u + a, v + b] += k[u, v] * second[a, b];
        }

        return all;
    }

    private static double[,] Part(double[,] x, int row, int column) =>
        Matrix<double>.Build.DenseOfArray(x).SubMatrix(row, x.GetLength(0) - row, column, x.GetLength(1) - column)
            .ToArray();

    private static double[] Flat(Array array) => [.. array.Cast<double>()];

    private static double[,,] Normal(RandomStream random, ImageShape shape) =>
        Like(random.Normals(shape.Length), new double[shape.Height, shape.Width, shape.Channels]);

    private static double[,,] Like(double[] values, double[,,] shape) => (double[,,])Filled(values, shape);

    private static double[,,,] Kernels(double[] values, double[,,,] shape) => (double[,,,])Filled(values, shape);

    private static Array Filled(double[] values, Array shape)
    {
        var array = (Array)shape.Clone();
        Buffer.BlockCopy(values, 0, array, 0, sizeof(double) * values.Length);
        return array;
    }
}
