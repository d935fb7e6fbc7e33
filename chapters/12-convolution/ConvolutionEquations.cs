using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Numerics;

namespace Reference.Convolutions;

/// <summary>
/// Convolution of a batch as one matrix product: every patch becomes a column. An image is a column of
/// height–width–channel numbers, so that a batch of outputs [O·H′·W′ × N] is also [O × H′·W′·N].
/// </summary>
public static class ConvolutionEquations
{
    /// <summary>
    /// (12.9) P, the patch of each output as a column, tap by tap, channel fastest.
    /// // X [H·W·C × N] → [k_h·k_w·C × H′·W′·N]
    /// </summary>
    /// <exception cref="ArgumentException">X has another height, or the kernel does not fit.</exception>
    public static Matrix<double> Patches(Matrix<double> X, ImageShape image, Window window)
    {
        Require.SameLength(X.RowCount, nameof(X), image.Length, nameof(image));
        ImageShape y = window.Output(image, 1);
        Matrix<double> P = Matrix<double>.Build.Dense(
            window.Height * window.Width * image.Channels, y.Length * X.ColumnCount);
        foreach ((int row, int column, int pixel, int n) in Each(image, window, X.ColumnCount))
        {
            P[row, column] = X[pixel, n]; // (12.9)
        }

        return P;
    }

    /// <summary>
    /// The transpose of (12.9): every number of P is added to the pixel that it came from.
    /// // P [k_h·k_w·C × H′·W′·N] → [H·W·C × N]
    /// </summary>
    public static Matrix<double> Fold(Matrix<double> P, ImageShape image, Window window, int samples)
    {
        Matrix<double> X = Matrix<double>.Build.Dense(image.Length, samples);
        foreach ((int row, int column, int pixel, int n) in Each(image, window, samples))
        {
            X[pixel, n] += P[row, column]; // (12.11)
        }

        return X;
    }

    /// <summary>(12.9) Y = W P + b·1ᵀ. // X [H·W·C × N], W [O × k_h·k_w·C], b [O × 1] → [O·H′·W′ × N]</summary>
    public static Matrix<double> Forward(
        Matrix<double> X, Matrix<double> W, Matrix<double> b, ImageShape image, Window window)
    {
        Matrix<double> P = Patches(X, image, window), Y = W * P + b * Matrices.Ones(1, P.ColumnCount); // (12.9)
        return Reshape(Y, Y.RowCount * Y.ColumnCount / X.ColumnCount);
    }

    /// <summary>(12.10) ∂L/∂W = ∂L/∂Y Pᵀ and ∂L/∂b = ∂L/∂Y 1. // dY [O·H′·W′ × N] → [O × k_h·k_w·C], [O × 1]</summary>
    public static (Matrix<double> dW, Matrix<double> db) ParameterGradients(
        Matrix<double> X, Matrix<double> dY, int kernels, ImageShape image, Window window)
    {
        dY = Reshape(dY, kernels);
        return (dY * Patches(X, image, window).Transpose(), dY * Matrices.Ones(dY.ColumnCount, 1)); // (12.10)
    }

    /// <summary>(12.11) ∂L/∂X: Wᵀ ∂L/∂Y, folded back. // dY [O·H′·W′ × N] → [H·W·C × N]</summary>
    public static Matrix<double> InputGradient(Matrix<double> dY, Matrix<double> W, ImageShape image, Window window)
    {
        int samples = dY.ColumnCount;
        return Fold(W.Transpose() * Reshape(dY, W.RowCount), image, window, samples); // (12.11)
    }

    private static Matrix<double> Reshape(Matrix<double> X, int rows) =>
        Matrix<double>.Build.Dense(rows, X.RowCount * X.ColumnCount / rows, X.ToColumnMajorArray());

    // Row and column of P, and pixel and sample of X, of every number that both hold.
    private static IEnumerable<(int Row, int Column, int Pixel, int N)> Each(ImageShape image, Window window, int N)
    {
        ImageShape y = window.Output(image, 1);
        for (int n = 0; n < N; n++)
        {
            for (int p = 0; p < y.Length; p++)
            {
                for (int row = 0; row < window.Height * window.Width * image.Channels; row++)
                {
                    (int tap, int c) = Math.DivRem(row, image.Channels);
                    (int i, int j) = Math.DivRem(p, y.Width);
                    (int a, int b) = Math.DivRem(tap, window.Width);
                    (int u, int v) = (window.Row(i, a), window.Column(j, b));
                    if (u >= 0 && u < image.Height && v >= 0 && v < image.Width)
                    {
                        yield return (row, n * y.Length + p, image.IndexOf(u, v, c), n);
                    }
                }
            }
        }
    }
}
