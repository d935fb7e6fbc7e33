using Reference.Activations;
using Reference.Losses;
using Reference.Numerics;
using Reference.Perceptrons;

namespace Reference.Classification;

/// <summary>Softmax regression as the notes index it: a row of W // [K × D] and a bias of b // [K] per class, one
/// sample x // [D], or a set X of columns // [D × m], with classes from 0 // [m]. S1-046, S0-109, S4-108…S4-113. NaN
/// and ∞ pass through.</summary>
public static class ScalarSoftmaxRegression
{
    /// <summary>The scores, zₖ = Σⱼ wₖⱼ xⱼ + bₖ // [K], S4-108: the output of the notes' module.</summary>
    public static double[] Scores(double[,] W, double[] b, double[] x)
    {
        Require.SameLength(W.GetLength(0), "the rows of W", b.Length, nameof(b));
        return [.. b.Select((bₖ, k) => ScalarPerceptron.Score(Row(W, k), bₖ, x))];
    }

    /// <summary>The probabilities, softmax(Wx + b) // [K], (7.13).</summary>
    public static double[] Predict(double[,] W, double[] b, double[] x) =>
        ScalarActivations.Softmax(Scores(W, b, x)); // (7.13)

    /// <summary>The class of the largest score, (7.15), S4-109, S4-112; the first of equals, a NaN if any.</summary>
    public static int Class(double[,] W, double[] b, double[] x) =>
        Kernels.Argmax<double>(Scores(W, b, x)); // (7.15)

    /// <summary>The loss of several classes, −(1/m) Σᵢ Σⱼ yᵢⱼ ln ŷᵢⱼ, (7.13), S1-046, S0-109, S4-113.</summary>
    public static double Loss(double[,] W, double[] b, double[,] X, int[] labels)
    {
        Labels.Validate(X, labels, b.Length);
        return -labels.Select((label, i) =>
        {
            double[] y = OneHot.Encode(label, b.Length);
            double[] lnŷ = ScalarActivations.LogSoftmax(Scores(W, b, X.Column(i)));
            return y.Zip(lnŷ, (yⱼ, lnŷⱼ) => yⱼ * lnŷⱼ).Sum();
        }).Average(); // (7.13)
    }

    /// <summary>Its gradient, (1/m) Σᵢ (ŷᵢₖ − yᵢₖ)xᵢⱼ and (1/m) Σᵢ (ŷᵢₖ − yᵢₖ), (7.14), S0-109, S4-113.</summary>
    public static (double[,] DW, double[] DB) Gradient(double[,] W, double[] b, double[,] X, int[] labels)
    {
        (double[,] dW, double[] db) = (new double[b.Length, X.GetLength(0)], new double[b.Length]);
        for (int i = 0; i < labels.Length; i++)
        {
            double[] x = X.Column(i), y = OneHot.Encode(labels[i], b.Length);
            double[] ofLogits = ScalarCrossEntropy.Derivative(Scores(W, b, x), y); // ŷ − y
            for (int k = 0; k < b.Length; k++)
            {
                double δ = ofLogits[k] / labels.Length; // (7.14)
                db[k] += δ; // (7.14)
                for (int j = 0; j < x.Length; j++)
                {
                    dW[k, j] += δ * x[j]; // (7.14)
                }
            }
        }

        return (dW, db);
    }

    /// <summary>The border (wₖ − wₗ)·x + (bₖ − bₗ) = 0, (7.15), S4-111: a line, positive on k's side.</summary>
    public static LogisticModel Border(double[,] W, double[] b, int k, int l) =>
        new([.. Row(W, k).Zip(Row(W, l), (wₖ, wₗ) => wₖ - wₗ)], b[k] - b[l]); // (7.15)

    private static double[] Row(double[,] W, int k) => [.. Enumerable.Range(0, W.GetLength(1)).Select(j => W[k, j])];
}
