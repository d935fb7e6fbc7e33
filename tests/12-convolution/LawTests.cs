using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using static Reference.Convolutions.Tests.Images;
using static Reference.Testing.BadInput;

namespace Reference.Convolutions.Tests;

/// <summary>Laws of convolution and pooling, sizes, layouts, and what is refused.</summary>
public class LawTests
{
    // (12.3) S0-079 S0-122 S2-155 S2-159 S3-119 S3-120: against counting the places, and Keras's and PyTorch's "same".
    [Property(MaxTest = 60)]
    public void The_output_size_counts_the_places_of_the_kernel(Seed seed)
    {
        RandomStream random = seed.Stream();
        (ImageShape image, Window window) = Draw(random, most: 12);
        int rows = image.Height + window.Padding.Top + window.Padding.Bottom, places = 0;
        for (int i = 0; i + window.Dilation * (window.Height - 1) < rows; i += window.Stride)
        {
            places++;
        }

        Assert.Equal(places, window.Output(image, 1).Height);
        int k = 1 + random.Below(4), s = 1 + random.Below(2);
        Assert.Equal(image, Window.Square(3, padding: 1).Output(image, image.Channels)); // S0-122
        Assert.Equal((image.Width + s - 1) / s, Window.Same(k, image, s).Output(image, 1).Width); // S2-155
    }

    // S2-155 S3-119: Keras puts the odd zero below and to the right.
    [Fact]
    public void Same_pads_an_odd_zero_below_and_to_the_right()
    {
        Assert.Equal(new Padding(0, 1, 1, 1), Window.Same(3, new(8, 7, 1), 2).Padding);
        Assert.Equal(new Padding(1, 1, 1, 1), Window.Same(3, new(8, 7, 1)).Padding);
    }

    // S2-157 S3-120: a stride keeps every s-th output of stride 1.
    [Property(MaxTest = 30)]
    public void A_stride_keeps_every_sth_output(Seed seed)
    {
        RandomStream random = seed.Stream();
        int s = 2 + random.Below(2);
        Matrix<double> image = Normal(random, 9, 8), kernel = Normal(random, 3, 2);
        double[,] all = ScalarConvolution.Correlate(image.ToArray(), kernel.ToArray());
        double[,] some = ScalarConvolution.Correlate(image.ToArray(), kernel.ToArray(), stride: s);
        for (int i = 0; i < some.GetLength(0); i++)
        {
            for (int j = 0; j < some.GetLength(1); j++)
            {
                Assert.Equal(all[s * i, s * j], some[i, j]);
            }
        }
    }

    // (12.17): ⟨conv(x), y⟩ = ⟨x, convᵀ(y)⟩, both as layers with one set of weights.
    [Property(MaxTest = 60)]
    public void The_transposed_layer_is_the_adjoint(Seed seed)
    {
        RandomStream random = seed.Stream();
        int k = 1 + random.Below(3), s = 1 + random.Below(3), C = 1 + random.Below(5), O = 1 + random.Below(5);
        var small = new ImageShape(1 + random.Below(4), 1 + random.Below(4), O);
        int extra = random.Below(s);
        Window window = Window.Square(k, s);
        var transposed = new ConvTranspose2D(small, C, window, Initializers.Zero, extra: extra);
        var convolution = new Conv2D(transposed.Output, O, window, Initializers.Zero);
        Assert.Equal(small, convolution.Output); // (12.18)
        random.FillNormal(convolution.Parameters[0].Values);
        convolution.Parameters[0].Values.CopyTo(transposed.Parameters[0].Values);
        Matrix<double> x = Normal(random, convolution.Inputs, 1), y = Normal(random, small.Length, 1);
        double left = (y.Transpose() * convolution.Forward(x))[0, 0];
        double right = (x.Transpose() * transposed.Forward(y))[0, 0];
        Assert.Equal(left, right, 1e-12 * x.L2Norm() * y.L2Norm() * convolution.Parameters[0].Value.L2Norm());
    }

    // S4-161 S4-186: a vertical line under Sobel's kernels, strides 1 and 2.
    [Fact]
    public void Sobel_finds_a_vertical_line()
    {
        double[,] line = Matrix<double>.Build.Dense(5, 5, (_, j) => j == 2 ? 1 : 0).ToArray();
        double[] Of(double[,] kernel, int stride) =>
            [.. ScalarConvolution.Correlate(line, kernel, 0, stride).Cast<double>()];
        Assert.Equal([-4, 0, 4, -4, 0, 4, -4, 0, 4], Of(NamedKernels.SobelX, 1));
        Assert.Equal([-4, 4, -4, 4], Of(NamedKernels.SobelX, 2));
        Assert.All(Of(NamedKernels.SobelY, 1), v => Assert.Equal(0, v));
    }

    // S4-024: a convolution and a ReLU are never negative, and agree with the scalar forms.
    [Fact]
    public void A_stack_is_its_layers_one_after_another()
    {
        var random = new RandomStream(9);
        Sequential stack = new ImageStack(new(6, 6, 2), Initializers.He(random)).Conv(3, 3).Relu().MaxPool(2).Build();
        Matrix<double> X = Normal(random, 72, 1), W = stack.Parameters[0].Value, b = stack.Parameters[1].Value;
        double[,,] y = ScalarConvolution.Forward(
            Array(X, 0, new(6, 6, 2)), Kernels(W, Window.Square(3)), [.. b.Column(0)], Window.Square(3));
        for (int i = 0; i < y.Length; i++)
        {
            (int pixel, int c) = Math.DivRem(i, 3);
            y[pixel / 4, pixel % 4, c] = Math.Max(y[pixel / 4, pixel % 4, c], 0);
        }

        Near(ScalarPooling.Max(y, Window.Square(2, 2)), stack.Forward(X));
    }

    // (12.2): an image and a kernel that are both turned give the turned map.
    [Property(MaxTest = 20)]
    public void Turning_image_and_kernel_turns_the_map(Seed seed)
    {
        RandomStream random = seed.Stream();
        double[,] image = Normal(random, 6, 5).ToArray(), kernel = Normal(random, 3, 2).ToArray();
        Near(
            Matrix<double>.Build.DenseOfArray(ScalarConvolution.Flip(ScalarConvolution.Correlate(image, kernel))),
            Matrix<double>.Build.DenseOfArray(ScalarConvolution.Correlate(
                ScalarConvolution.Flip(image), ScalarConvolution.Flip(kernel))));
    }

    // (12.12) S3-118: two 2 × 2 kernels see 3 × 3; a number of LeNet's last maps sees 16 × 16 of 32 × 32.
    [Theory]
    [InlineData(3, new[] { 2, 2 }, new[] { 1, 1 })]
    [InlineData(7, new[] { 3, 3 }, new[] { 2, 1 })]
    [InlineData(16, new[] { 5, 2, 5, 2 }, new[] { 1, 2, 1, 2 })]
    public void A_number_sees_its_receptive_field(int side, int[] kernels, int[] strides) =>
        Assert.Equal(side, ScalarReceptiveField.Of(kernels, strides));

    // S0-084: without bias and activation the layer is linear.
    [Property(MaxTest = 20)]
    public void A_convolution_is_linear(Seed seed)
    {
        RandomStream random = seed.Stream();
        (ImageShape image, Window window) = Draw(random);
        var layer = new Conv2D(image, 2, window, Initializers.He(random));
        Matrix<double> A = Normal(random, image.Length, 1), B = Normal(random, image.Length, 1);
        Near(3 * layer.Forward(A) - 2 * layer.Forward(B), layer.Forward(3 * A - 2 * B), 11);
    }

    // (12.13) S2-144 S3-124 S4-025 S4-162: max pooling commutes with a rising function, and nothing exceeds the
    // maximum.
    [Property(MaxTest = 30)]
    public void Pooling_layers_agree_with_their_scalar_forms(Seed seed)
    {
        RandomStream random = seed.Stream();
        var image = new ImageShape(3 + random.Below(4), 3 + random.Below(4), 1 + random.Below(3));
        Window window = Window.Square(2 + random.Below(2), 1 + random.Below(3), random.Below(2));
        ILayer max = new MaxPool2D(image, window), mean = new AveragePool2D(image, window);
        Matrix<double> X = Normal(random, image.Length, 2), Y = max.Forward(X), dY = Normal(random, max.Outputs, 2);
        double[,,] x = Array(X, 0, image), dy = Array(dY, 0, window.Output(image, image.Channels));
        Near(ScalarPooling.Max(x, window), Y.SubMatrix(0, Y.RowCount, 0, 1));
        Near(ScalarPooling.MaxGradient(x, dy, window), max.Backward(dY).SubMatrix(0, X.RowCount, 0, 1));
        Near(max.Forward(X.PointwiseExp()), Y.PointwiseExp());
        Near(ScalarPooling.Average(x, window), mean.Forward(X).SubMatrix(0, Y.RowCount, 0, 1));
        Near(ScalarPooling.AverageGradient(x, dy, window), mean.Backward(dY).SubMatrix(0, X.RowCount, 0, 1));
    }

    // S2-145: the mean of all windows is the mean of the map, where they tile it.
    [Fact]
    public void The_pooled_mean_is_the_mean()
    {
        Matrix<double> X = Normal(new RandomStream(1), 36, 1);
        Assert.Equal(
            X.Enumerate().Average(),
            new AveragePool2D(new(6, 6, 1), Window.Square(3, 3)).Forward(X).Enumerate().Average(), 1e-14);
    }

    // (12.13): NaN passes through, wherever it stands in the window.
    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Max_pooling_lets_NaN_through(int place)
    {
        double[] x = [1, 2, 3, 4];
        x[place] = double.NaN;
        Matrix<double> X = Matrices.Column(x);
        Assert.True(double.IsNaN(new MaxPool2D(new(2, 2, 1), 2).Forward(X)[0, 0]));
        Assert.True(double.IsNaN(ScalarPooling.Max(Array(X, 0, new(2, 2, 1)), Window.Square(2))[0, 0, 0]));
    }

    // S0-105 S0-125 S3-129: both orders, and back.
    [Fact]
    public void Flatten_orders_channels_last_or_first()
    {
        var image = new ImageShape(1, 3, 2); // pixel 1: 1, 2; pixel 2: 3, 4; pixel 3: 5, 6
        Matrix<double> X = Matrices.Column(1, 2, 3, 4, 5, 6);
        Assert.Equal(X, new Flatten(image, FlattenOrder.ChannelsLast).Forward(X));
        var first = new Flatten(image, FlattenOrder.ChannelsFirst);
        Assert.Equal(Matrices.Column(1, 3, 5, 2, 4, 6), first.Forward(X));
        Assert.Equal(X, first.Backward(Matrices.Column(1, 3, 5, 2, 4, 6)));
    }

    // S2-143: descent finds the kernel that was planted.
    [Fact]
    public void Descent_finds_a_planted_kernel()
    {
        (double[] losses, double[][,] kernels) = PlantedKernel.Find(NamedKernels.SobelX, 60, 60);
        Assert.True(losses[^1] < 1e-6 * losses[0]);
        Assert.Equal(
            NamedKernels.SobelX.Cast<double>(), kernels[0].Cast<double>(), (a, b) => Math.Abs(a - b) < 1e-2);
    }

    // S4-163 S4-164 S3-121: a map for each kernel, the sum over the channels below.
    [Fact]
    public void Channel_c_is_the_map_of_kernel_c()
    {
        var random = new RandomStream(2);
        var image = new ImageShape(5, 5, 2);
        var layer = new Conv2D(image, 3, Window.Square(3), Initializers.He(random));
        Matrix<double> X = Normal(random, 50, 1), Y = layer.Forward(X);
        double[,,,] W = Kernels(layer.Parameters[0].Value, Window.Square(3));
        for (int o = 0; o < 3; o++)
        {
            var sum = new double[3, 3];
            for (int c = 0; c < 2; c++)
            {
                double[,] kernel = Matrix<double>.Build.Dense(3, 3, (a, b) => W[o, a, b, c]).ToArray();
                double[,] plane = Matrix<double>.Build.Dense(5, 5, (i, j) => X[image.IndexOf(i, j, c), 0]).ToArray();
                double[,] map = ScalarConvolution.Correlate(plane, kernel);
                for (int p = 0; p < 9; p++)
                {
                    sum[p / 3, p % 3] += map[p / 3, p % 3];
                }
            }

            for (int p = 0; p < 9; p++)
            {
                Assert.Equal(sum[p / 3, p % 3], Y[p * 3 + o, 0], 1e-12);
            }
        }
    }

    [Fact]
    public void Windows_that_do_not_fit_are_refused()
    {
        Refuses(() => new Conv2D(new(2, 5, 1), 1, Window.Square(3), Initializers.Zero), "3×3", "2×5×1");
        Refuses(() => Window.Square(3, 0), "stride");
        Refuses(() => Window.Same(3, new(5, 5, 1), 0), "stride");
        Refuses(() => ScalarConvolution.Correlate(new double[2, 5], new double[3, 3]), "3×3", "2×5×1");
        Refuses(() => ScalarConvolution.Correlate(new double[5, 5], new double[3, 3], stride: 0), "stride");
        Refuses(() => Window.Square(0), "height");
        Refuses(() => Window.Square(3, 1, -1), "negative");
        Refuses(() => new MaxPool2D(new(3, 3, 1), Window.Square(1, 1, 1)), "every window");
        Refuses(() => new ConvTranspose2D(new(2, 2, 1), 1, Window.Square(2, 2), Initializers.Zero, extra: 2),
            "0 to 1");
        Refuses(() => new ConvTranspose2D(new(1, 1, 1), 1, Window.Square(1, 1, 1), Initializers.Zero), "at least 1");
    }

    [Fact]
    public void Images_and_files_of_another_shape_are_refused()
    {
        var layer = new Conv2D(new(5, 5, 2), 3, Window.Square(3), Initializers.Zero);
        Refuses(() => layer.Forward(Normal(new RandomStream(1), 25, 1)), "5×5×2", "[50 × N]", "25");
        Refuses(
            () => layer.Stored[0].Load(new NamedTensor("weight", new double[54], 3, 3, 3, 2)), "3 × 2 × 3 × 3",
            "3 × 3 × 3 × 2");
        Refuses(
            () => ScalarConvolution.Forward(new double[5, 5, 3], new double[1, 3, 3, 2], [0], Window.Square(3)),
            "(3, 3, 3)", "(3, 3, 2)");
        Refuses(() => ConvolutionEquations.Patches(Normal(new RandomStream(1), 75, 1), new(5, 5, 2), Window.Square(3)),
            "75", "50");
        Sequential digits = ConvolutionalNetworks.Mnist(new RandomStream(1));
        Refuses(
            () => StateDictionary.Load(
                digits, StateDictionary.Of(ConvolutionalNetworks.Pets(new RandomStream(1), 32))),
            "missing", "of another");
        Refuses(
            () => StateDictionary.Load(digits, StateDictionary.Of(ConvolutionalNetworks.LeNet(new RandomStream(1)))),
            "6 × 1 × 3 × 3", "6 × 1 × 5 × 5");
        Refuses(() => digits.Forward(Normal(new RandomStream(1), 100, 1)), "28×28×1", "784");
    }

    // After ZeroGradient the next gradients are those of the next pass alone, for kernels and biases.
    [Fact]
    public void Zeroed_gradients_hold_the_next_pass_alone()
    {
        var random = new RandomStream(5);
        foreach (ILayer layer in new ILayer[]
        {
            Filled(new Conv2D(new(4, 4, 2), 3, Window.Square(3), Initializers.Zero), random),
            Filled(new ConvTranspose2D(new(3, 3, 2), 3, Window.Square(2, 2), Initializers.Zero), random),
        })
        {
            Matrix<double> X = Normal(random, layer.Inputs, 2), dY = Normal(random, layer.Outputs, 2);
            layer.Forward(X);
            layer.Backward(dY);
            Matrix<double>[] once = [.. layer.Parameters.Select(p => p.Gradient.Clone())];
            foreach (Parameter p in layer.Parameters)
            {
                p.ZeroGradient();
            }

            layer.Forward(X);
            layer.Backward(dY);
            Assert.Equal(once, layer.Parameters.Select(p => p.Gradient));
        }
    }

    // S0-141: number ((o·C + c)·k_h + a)·k_w + b of a file is the weight of kernel o, tap (a, b), channel c.
    [Fact]
    public void Kernels_that_are_not_square_have_their_order_in_files()
    {
        var window = new Window(3, 2);
        Conv2D layer = Filled(new Conv2D(new(5, 6, 2), 4, window, Initializers.Zero), new RandomStream(11));
        double[,,,] W = Kernels(layer.Parameters[0].Value, window);
        NamedTensor file = layer.Stored[0].Save();
        Assert.Equal([4, 2, 3, 2], file.Shape);
        Assert.Equal(
            from o in Enumerable.Range(0, 4)
            from c in Enumerable.Range(0, 2)
            from a in Enumerable.Range(0, 3)
            from b in Enumerable.Range(0, 2)
            select W[o, a, b, c],
            file.Doubles.ToArray());
    }

    // A second workspace on the same kernels: gradients add up.
    [Fact]
    public void Shared_layers_add_their_gradients()
    {
        var random = new RandomStream(4);
        foreach (ILayer layer in new ILayer[]
        {
            Filled(new Conv2D(new(4, 4, 2), 3, Window.Square(3), Initializers.Zero), random),
            Filled(new ConvTranspose2D(new(3, 3, 2), 3, Window.Square(2, 2), Initializers.Zero, extra: 1), random),
        })
        {
            ILayer twin = layer.Shared();
            Matrix<double> X = Normal(random, layer.Inputs, 2), dY = Normal(random, layer.Outputs, 2);
            Assert.Equal(layer.Forward(X), twin.Forward(X));
            layer.Backward(dY);
            Matrix<double> once = layer.Parameters[0].Gradient.Clone();
            twin.Backward(dY);
            Near(2 * once, layer.Parameters[0].Gradient);
        }
    }
}
