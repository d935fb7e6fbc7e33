using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Convolutions.Tests;

/// <summary>Random images, windows and layers, and both forms of an image.</summary>
internal static class Images
{
    internal static Matrix<double> Normal(RandomStream random, int rows, int columns) =>
        Matrix<double>.Build.Dense(rows, columns, random.Normals(rows * columns));

    /// <summary>An image and a window that fits into it, padded on each side by its own number of zeros.</summary>
    internal static (ImageShape Image, Window Window) Draw(RandomStream random, int most = 7, int channels = 4)
    {
        while (true)
        {
            var image = new ImageShape(1 + random.Below(most), 1 + random.Below(most), 1 + random.Below(channels));
            var window = new Window(
                1 + random.Below(3), 1 + random.Below(4), 1 + random.Below(3),
                new(random.Below(3), random.Below(3), random.Below(3), random.Below(3)), 1 + random.Below(2));
            if (Window.OutputSize(image.Height, window.Height, window.Padding.Top + window.Padding.Bottom,
                    window.Stride, window.Dilation) >= 1
                && Window.OutputSize(image.Width, window.Width, window.Padding.Left + window.Padding.Right,
                    window.Stride, window.Dilation) >= 1)
            {
                return (image, window);
            }
        }
    }

    internal static T Filled<T>(T layer, RandomStream random)
        where T : ILayer
    {
        foreach (Parameter p in layer.Parameters)
        {
            random.FillNormal(p.Values);
        }

        return layer;
    }

    /// <summary>Sample n as an array. // [H × W × C]</summary>
    internal static double[,,] Array(Matrix<double> X, int n, ImageShape image)
    {
        var x = new double[image.Height, image.Width, image.Channels];
        for (int p = 0; p < image.Length; p++)
        {
            x[p / image.Channels / image.Width, p / image.Channels % image.Width, p % image.Channels] = X[p, n];
        }

        return x;
    }

    /// <summary>W [O × k_h·k_w·C] as the kernels of the scalar form. // [O × k_h × k_w × C]</summary>
    internal static double[,,,] Kernels(Matrix<double> W, Window window)
    {
        int C = W.ColumnCount / window.Height / window.Width;
        var kernels = new double[W.RowCount, window.Height, window.Width, C];
        for (int o = 0; o < W.RowCount; o++)
        {
            for (int k = 0; k < W.ColumnCount; k++)
            {
                kernels[o, k / C / window.Width, k / C % window.Width, k % C] = W[o, k];
            }
        }

        return kernels;
    }

    internal static void Near(System.Array expected, Matrix<double> actual) => Digits.Near(
        Matrices.Column([.. expected.Cast<double>()]), Matrices.Column(actual.ToColumnMajorArray()));
}
