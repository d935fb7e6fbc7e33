using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Verification;
using static Reference.Convolutions.Tests.Images;
using static Reference.Testing.BadInput;

namespace Reference.Convolutions.Tests;

/// <summary>Convolution: forms, gradients, laws.</summary>
public class ConvolutionAgreementTests
{
    // (12.4) (12.6) (12.7) (12.8) (12.9) (12.10) (12.11) S0-082 S2-140 S3-115 S4-159: scalar = equations = layer.
    [Property(MaxTest = 60)]
    public void Scalar_equations_and_layer_agree(Seed seed)
    {
        RandomStream random = seed.Stream();
        (ImageShape image, Window window) = Draw(random);
        int N = 1 + random.Below(3), O = 1 + random.Below(20);
        Conv2D layer = Filled(new Conv2D(image, O, window, Initializers.Zero), random);
        Matrix<double> W = layer.Parameters[0].Value, b = layer.Parameters[1].Value,
            X = Normal(random, image.Length, N),
            dY = Normal(random, layer.Outputs, N);
        Matrix<double> Y = layer.Forward(X), dX = layer.Backward(dY);
        (Matrix<double> dW, Matrix<double> db) = ConvolutionEquations.ParameterGradients(X, dY, O, image, window);
        Near(ConvolutionEquations.Forward(X, W, b, image, window), Y);
        Near(ConvolutionEquations.InputGradient(dY, W, image, window), dX);
        Near(dW, layer.Parameters[0].Gradient);
        Near(db, layer.Parameters[1].Gradient);

        double[,,,] kernels = Kernels(W, window);
        double[,,] x = Array(X, 0, image), dy = Array(dY, 0, layer.Output);
        Near(ScalarConvolution.Forward(x, kernels, [.. b.Column(0)], window), Y.SubMatrix(0, layer.Outputs, 0, 1));
        Near(
            ScalarConvolution.InputGradient(dy, kernels, image.Height, image.Width, window),
            dX.SubMatrix(0, image.Length, 0, 1));
        if (N == 1)
        {
            double[,,,] scalar = ScalarConvolution.KernelGradient(x, dy, window);
            Near(scalar, Matrices.Column([.. Kernels(dW, window).Cast<double>()]));
            Near(Matrices.Column(ScalarConvolution.BiasGradient(dy)), db);
        }
    }

    // (12.1) (12.4) S3-115: one channel, as the notes write it.
    [Property(MaxTest = 40)]
    public void One_channel_is_the_general_form_with_one_channel(Seed seed)
    {
        RandomStream random = seed.Stream();
        int H = 3 + random.Below(5), W = 3 + random.Below(5), k = 1 + random.Below(3), s = 1 + random.Below(2);
        Matrix<double> image = Normal(random, H, W), kernel = Normal(random, k, k);
        var shape = new ImageShape(H, W, 1);
        Matrix<double> y = new ConvolutionLayerOf(shape, kernel, 0.5, s).Forward(image);
        Near(ScalarConvolution.Correlate(image.ToArray(), kernel.ToArray(), 0.5, s), y);
    }

    // (12.17) (12.18): the transposed convolution is the scalar adjoint plus a bias.
    [Property(MaxTest = 60)]
    public void Transposed_convolution_agrees_with_its_scalar_form(Seed seed)
    {
        RandomStream random = seed.Stream();
        var image = new ImageShape(1 + random.Below(4), 1 + random.Below(4), 1 + random.Below(20));
        int s = 1 + random.Below(3), k = 1 + random.Below(4), extra = random.Below(s), O = 1 + random.Below(9);
        Window window = Window.Square(k, s, random.Below((k + 1) / 2));
        ConvTranspose2D layer = Filled(new ConvTranspose2D(image, O, window, Initializers.Zero, extra: extra), random);
        Assert.Equal(
            Window.InputSize(image.Height, k, 2 * window.Padding.Top, s) + extra, layer.Output.Height); // (12.18)
        Matrix<double> X = Normal(random, image.Length, 2), Y = layer.Forward(X), b = layer.Parameters[1].Value;
        double[,,] y = ScalarConvolution.InputGradient(
            Array(X, 0, image), Kernels(layer.Parameters[0].Value, window), layer.Output.Height, layer.Output.Width,
            window);
        foreach ((double value, int p) in y.Cast<double>().Zip(Enumerable.Range(0, y.Length)))
        {
            Assert.Equal(value + b[p % O, 0], Y[p, 0], 1e-11);
        }
    }

    private sealed class ConvolutionLayerOf(ImageShape image, Matrix<double> kernel, double bias, int stride)
    {
        internal Matrix<double> Forward(Matrix<double> pixels)
        {
            var layer = new Conv2D(image, 1, Window.Square(kernel.RowCount, stride), Initializers.Zero);
            layer.Parameters[0].Value.SetSubMatrix(
                0, 0, Matrix<double>.Build.Dense(1, kernel.RowCount * kernel.ColumnCount,
                    kernel.ToRowMajorArray()));
            layer.Parameters[1].Value[0, 0] = bias;
            return layer.Forward(Matrices.Column(pixels.ToRowMajorArray()));
        }
    }
}

/// <summary>Gradients of convolution, transposed convolution and pooling against numerical ones.</summary>
public class ConvolutionGradientTests
{
    // (12.4) (12.6) (12.7) (12.8): random upstream gradients.
    [Property(MaxTest = 15, Cost = 10)]
    public void Convolution_has_the_numerical_gradients(Seed seed)
    {
        RandomStream random = seed.Stream();
        (ImageShape image, Window window) = Draw(random, most: 5, channels: 3);
        Check(Filled(new Conv2D(image, 1 + random.Below(3), window, Initializers.Zero), random), random);
    }

    // (12.17)
    [Property(MaxTest = 15, Cost = 10)]
    public void Transposed_convolution_has_the_numerical_gradients(Seed seed)
    {
        RandomStream random = seed.Stream();
        var image = new ImageShape(1 + random.Below(3), 1 + random.Below(3), 1 + random.Below(3));
        Window window = Window.Square(1 + random.Below(3), 1 + random.Below(3));
        Check(Filled(new ConvTranspose2D(image, 1 + random.Below(3), window, Initializers.Zero), random), random);
    }

    // (12.15) (12.16)
    [Property(MaxTest = 15, Cost = 10)]
    public void Average_pooling_has_the_numerical_gradient(Seed seed)
    {
        RandomStream random = seed.Stream();
        var image = new ImageShape(3 + random.Below(3), 3 + random.Below(3), 1 + random.Below(3));
        Check(new AveragePool2D(image, Window.Square(2 + random.Below(2), 1 + random.Below(2), 1)), random);
        Check(AveragePool2D.Global(image), random);
    }

    // (12.13) (12.14): away from ties.
    [Property(MaxTest = 15, Cost = 10)]
    public void Max_pooling_has_the_numerical_gradient(Seed seed)
    {
        RandomStream random = seed.Stream();
        var image = new ImageShape(3 + random.Below(3), 3 + random.Below(3), 1 + random.Below(3));
        var layer = new MaxPool2D(image, Window.Square(2 + random.Below(2), 1 + random.Below(2), 1));
        double[] distinct = [.. Enumerable.Range(0, image.Length).Select(i => 0.1 * i)];
        random.Shuffle<double>(distinct);
        Matrix<double> X = Matrices.Column(distinct), dY = Normal(random, layer.Outputs, 1);
        layer.Forward(X);
        GradientCheck.Kinked(x => layer.Forward(x), X, dY, layer.Backward(dY), 0.05).ThrowIfFailed();
    }

    private static void Check(ILayer layer, RandomStream random)
    {
        Matrix<double> X = Normal(random, layer.Inputs, 2), dY = Normal(random, layer.Outputs, 2);
        layer.Forward(X);
        Matrix<double> dX = layer.Backward(dY);
        GradientCheck.Smooth(x => layer.Forward(x), X, dY, dX).ThrowIfFailed();
        foreach (Optimizers.Parameter p in layer.Parameters)
        {
            Matrix<double> gradient = p.Gradient.Clone(), kept = p.Value.Clone();
            GradientCheck.Smooth(
                θ =>
                {
                    θ.CopyTo(p.Value);
                    return layer.Forward(X);
                },
                kept, dY, gradient).ThrowIfFailed();
            kept.CopyTo(p.Value);
        }
    }
}
