using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Numerics;

namespace Reference.Classification;

/// <summary>Logistic regression as a model that trains, (7.1). S4-096, S4-097, S4-107.</summary>
public sealed class LogisticRegression : LinearClassifier
{
    /// <summary>A model with the given finite weights, D ≥ 1 // [D], and bias.</summary>
    public LogisticRegression(double[] w, double b)
        : base(Matrix<double>.Build.DenseOfRowArrays(w), Matrix<double>.Build.Dense(1, 1, b))
    {
    }

    /// <summary>A model of D ≥ 1 features with random weights, as S1-061 starts: N(0, deviation²), no bias.</summary>
    public static LogisticRegression Random(int features, RandomStream random, double deviation = 0.01)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(features);
        ArgumentOutOfRangeException.ThrowIfNegative(deviation);
        return new([.. random.Normals(features).Select(w => deviation * w)], 0);
    }

    /// <inheritdoc/>
    public override int Classes => 2;

    /// <summary>The same model as a line.</summary>
    public LogisticModel Line => new(W.Values.ToArray(), B.Values[0]);

    /// <inheritdoc/>
    public override int[] Classify(Matrix<double> X) => Classify(X, 0.5);

    /// <summary>Classes at a threshold, a probability, ŷ ≥ t, (7.3), S4-098. // [N]</summary>
    public int[] Classify(Matrix<double> X, double t)
    {
        Require.Probability(t);
        return [.. Predict(X).Row(0).Select(ŷ => ScalarLogisticRegression.Class(ŷ, t))];
    }

    private protected override double LossOfScores(ReadOnlySpan<double> z, ReadOnlySpan<int> labels, Span<double> δ)
    {
        double sum = 0;
        for (int n = 0; n < labels.Length; n++)
        {
            if (!double.IsFinite(z[n]))
            {
                return double.NaN; // the loss of z = ∞ could be 0
            }

            sum += ScalarActivations.Softplus((1 - 2 * labels[n]) * z[n]); // (7.5), in the form of (7.6)
            δ[n] = -(labels[n] - ScalarActivations.Sigmoid(z[n])) / labels.Length; // (7.8)
        }

        return sum / labels.Length;
    }

    private protected override void Probabilities(Span<double> z) => Kernels.Sigmoid(z, z); // (7.1)
}
