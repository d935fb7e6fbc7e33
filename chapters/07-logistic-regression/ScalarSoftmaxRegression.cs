using Reference.Activations;
using Reference.Losses;
using Reference.Numerics;
using Reference.Perceptrons;

namespace Reference.Classification;

/// <summary>Softmax regression as the notes index it: one row of weights a class. S1-046, S0-109, S4-108…S4-113.</summary>
public static class ScalarSoftmaxRegression
{
    /// <summary>The scores of one sample, zₖ = Σⱼ wₖⱼ xⱼ + bₖ, S4-108: what the notes' module returns, without a softmax.</summary>
    /// <param name="W">One row a class. // [K × D]</param>
    /// <param name="b">One bias a class. // [K]</param>
    /// <param name="x">One sample. // [D]</param>
    /// <exception cref="ArgumentException">The sizes do not fit, fewer than two classes, or a number is not finite.</exception>
    public static double[] Scores(double[,] W, double[] b, double[] x)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(W.GetLength(0), 2, "the rows of W");
        Require.SameLength(W.GetLength(0), "the rows of W", b.Length, nameof(b));
        Require.SameLength(W.GetLength(1), "the columns of W", x.Length, nameof(x));
        return [.. b.Select((bₖ, k) => ScalarPerceptron.Score(Row(W, k), bₖ, x))];
    }

    /// <summary>The probabilities of one sample, softmax(Wx + b), (7.14).</summary>
    /// <inheritdoc cref="Scores"/>
    public static double[] Predict(double[,] W, double[] b, double[] x) => ScalarActivations.Softmax(Scores(W, b, x)); // (7.14)

    /// <summary>The class of the largest score, (7.17), S4-109, S4-112; the first of equals.</summary>
    /// <inheritdoc cref="Scores"/>
    public static int Class(double[,] W, double[] b, double[] x)
    {
        double[] z = Scores(W, b, x);
        int best = 0;
        for (int k = 1; k < z.Length; k++)
        {
            best = z[k] > z[best] ? k : best; // (7.17)
        }

        return best;
    }

    /// <summary>The error of several classes, −(1/m) Σᵢ Σⱼ yᵢⱼ ln ŷᵢⱼ, (7.15), S1-046, S0-109, S4-113: of each sample only its own class is left.</summary>
    /// <param name="W">One row a class. // [K × D]</param>
    /// <param name="b">One bias a class. // [K]</param>
    /// <param name="X">The samples, one a column. // [D × m]</param>
    /// <param name="labels">Their classes, from 0. // [m]</param>
    /// <exception cref="ArgumentException">The sizes do not fit, fewer than two classes, a label is no class, or a number is not finite.</exception>
    public static double Loss(double[,] W, double[] b, double[,] X, int[] labels)
    {
        Validate(W, X, labels);
        double sum = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            double[] z = Scores(W, b, ScalarPerceptron.Column(X, i));
            double[] y = OneHot.Encode(labels[i], z.Length);
            double[] logarithms = ScalarActivations.LogSoftmax(z);
            for (int j = 0; j < z.Length; j++)
            {
                sum -= y[j] * logarithms[j]; // (7.15)
            }
        }

        return sum / labels.Length;
    }

    /// <summary>Its gradient, (1/m) Σᵢ (ŷᵢₖ − yᵢₖ)xᵢⱼ for a weight and (1/m) Σᵢ (ŷᵢₖ − yᵢₖ) for a bias, (7.16), S0-109, S4-113.</summary>
    /// <inheritdoc cref="Loss"/>
    public static (double[,] DW, double[] DB) Gradient(double[,] W, double[] b, double[,] X, int[] labels)
    {
        Validate(W, X, labels);
        (int classes, int features) = (W.GetLength(0), W.GetLength(1));
        (double[,] dW, double[] db) = (new double[classes, features], new double[classes]);
        for (int i = 0; i < labels.Length; i++)
        {
            double[] x = ScalarPerceptron.Column(X, i);
            double[] p = Predict(W, b, x), y = OneHot.Encode(labels[i], classes);
            for (int k = 0; k < classes; k++)
            {
                double δ = (p[k] - y[k]) / labels.Length; // (7.16)
                db[k] += δ; // (7.16)
                for (int j = 0; j < features; j++)
                {
                    dW[k, j] += δ * x[j]; // (7.16)
                }
            }
        }

        return (dW, db);
    }

    /// <summary>The border between classes k and l as a line, (wₖ − wₗ)·x + (bₖ − bₗ) = 0, (7.17), S4-111.</summary>
    /// <param name="W">One row a class. // [K × D]</param>
    /// <param name="b">One bias a class. // [K]</param>
    /// <param name="k">The class on the positive side.</param>
    /// <param name="l">The class on the negative side.</param>
    /// <exception cref="ArgumentException">A class that is not there, or the sizes do not fit.</exception>
    public static LogisticModel Border(double[,] W, double[] b, int k, int l)
    {
        Require.SameLength(W.GetLength(0), "the rows of W", b.Length, nameof(b));
        ClassLabels.Validate([k, l], b.Length, "the classes of a border");
        return new([.. Row(W, k).Zip(Row(W, l), (wₖ, wₗ) => wₖ - wₗ)], b[k] - b[l]); // (7.17)
    }

    private static double[] Row(double[,] W, int k) => [.. Enumerable.Range(0, W.GetLength(1)).Select(j => W[k, j])];

    private static void Validate(double[,] W, double[,] X, int[] labels)
    {
        Require.NotEmpty(X.Length, nameof(X));
        Require.SameLength(X.GetLength(1), "the columns of X", labels.Length, nameof(labels));
        ClassLabels.Validate(labels, W.GetLength(0));
    }
}
