using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;
using Reference.Losses;
using Reference.Numerics;

namespace Reference.Classification;

/// <summary>Softmax regression as a model that trains, (7.13). S4-108, S4-114, S0-109.</summary>
public sealed class SoftmaxRegression : LinearClassifier
{
    /// <summary>A model of K ≥ 2 classes with the given finite weights // [K × D] and biases // [K].</summary>
    public SoftmaxRegression(Matrix<double> W, Vector<double> b)
        : base(W, b.ToColumnMatrix()) => ArgumentOutOfRangeException.ThrowIfLessThan(W.RowCount, 2, "the rows of W");

    /// <summary>D ≥ 1 features, K ≥ 2 classes, and numbers uniform in ±1/√D, as in PyTorch's Linear.</summary>
    public static SoftmaxRegression Random(int features, int classes, RandomStream random)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(features);
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
        double bound = 1 / Math.Sqrt(features);
        double[] weights = random.Uniforms(classes * features, -bound, bound);
        return new(
            Matrix<double>.Build.DenseOfRowMajor(classes, features, weights),
            Vector<double>.Build.Dense(random.Uniforms(classes, -bound, bound)));
    }

    /// <inheritdoc/>
    public override int Classes => W.Value.RowCount;

    /// <inheritdoc/>
    public override int[] Classify(Matrix<double> X) => OneHot.Decode(Predict(X)); // (7.15)

    private protected override double LossOfScores(ReadOnlySpan<double> z, ReadOnlySpan<int> labels, Span<double> δ)
    {
        Kernels.LogSoftmaxColumns(Classes, z, δ); // ln P, (7.13)
        double sum = 0;
        for (int n = 0; n < labels.Length; n++)
        {
            sum -= δ[n * Classes + labels[n]]; // (7.13)
        }

        Kernels.Exp(δ, δ); // (7.13)
        for (int n = 0; n < labels.Length; n++)
        {
            δ[n * Classes + labels[n]] -= 1; // (7.14)
        }

        TensorPrimitives.Divide(δ, labels.Length, δ); // (7.14)
        return sum / labels.Length;
    }

    private protected override void Probabilities(Span<double> z) => Kernels.SoftmaxColumns(Classes, z, z); // (7.13)
}
