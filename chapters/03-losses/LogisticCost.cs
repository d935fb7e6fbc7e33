using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Numerics;

namespace Reference.Losses;

/// <summary>The cost of a logistic unit p = σ(Xᵀθ) as a function of its weights: cross-entropy, squared error, and the
/// share of mistakes, S2-109…S2-114, S4-103, S4-104. A bias is the weight of a row of ones in X.</summary>
public sealed class LogisticCost
{
    private readonly Vector<double> m;

    /// <summary>The cost on a labelled set.</summary>
    /// <param name="X">The points, one per column. // [D × N]</param>
    /// <param name="y">Labels, 0 or 1. // [N]</param>
    /// <param name="classWeights">The weights of labels 0 and 1, (3.21), S1-041; equal when null.</param>
    /// <exception cref="ArgumentException">Not one label 0 or 1 per column, a weight ≤ 0, or X not finite.</exception>
    public LogisticCost(Matrix<double> X, Vector<double> y, (double Of0, double Of1)? classWeights = null)
    {
        (double of0, double of1) = classWeights ?? (1, 1);
        Require.SameLength(X.ColumnCount, "the columns of X", y.Count, nameof(y));
        RequireMatrix.Finite(X);
        for (int n = 0; n < y.Count; n++)
        {
            Require.OneOf(y[n], 0, 1, $"y[{n}]");
        }

        Require.Positive(of0);
        Require.Positive(of1);
        m = y.Map(label => label == 1 ? of1 : of0, Zeros.Include);
        m /= m.Sum(); // (3.21)
        (this.X, this.y) = (X, y);
    }

    /// <summary>The points. // [D × N]</summary>
    public Matrix<double> X { get; }

    /// <summary>The labels. // [N]</summary>
    public Vector<double> y { get; }

    /// <summary>The points x with a row of ones below, for θ = (w, b). // [2 × N]</summary>
    public static Matrix<double> WithBias(double[] x) =>
        Matrix<double>.Build.DenseOfRowArrays(x, [.. x.Select(_ => 1.0)]);

    /// <summary>Probabilities σ(Xᵀθ). // [N]</summary>
    public Vector<double> Predict(Vector<double> θ) => Logits(θ).Map(ScalarActivations.Sigmoid);

    /// <summary>Cross-entropy, Σₙ mₙ ζ((1 − 2yₙ) zₙ) / Σₙ mₙ, (3.20), S4-104.</summary>
    public double CrossEntropy(Vector<double> θ) => Logits(θ).Map2(ScalarBinaryCrossEntropy.OfLogit, y) * m; // (3.20)

    /// <summary>Its gradient X(σ − y) / N, (3.20), S4-104. // [D]</summary>
    public Vector<double> CrossEntropyGradient(Vector<double> θ) =>
        X * Logits(θ).Map2(ScalarBinaryCrossEntropy.LogitDerivative, y).PointwiseMultiply(m); // (3.20)

    /// <summary>Its Hessian X diag(σ(1 − σ)) Xᵀ / N ⪰ 0, (3.20), S2-114. // [D × D]</summary>
    public Matrix<double> CrossEntropyHessian(Vector<double> θ)
    {
        Vector<double> v = Logits(θ).Map(ScalarSigmoidLoss.CrossEntropyCurvature).PointwiseMultiply(m);
        return X * Matrix<double>.Build.DiagonalOfDiagonalVector(v) * X.Transpose(); // (3.20)
    }

    /// <summary>Squared error, Σₙ mₙ (yₙ − σ(zₙ))² / Σₙ mₙ, (3.18), S2-109, S4-103.</summary>
    public double Squared(Vector<double> θ) => Logits(θ).Map2(ScalarSigmoidLoss.Squared, y) * m; // (3.18)

    /// <summary>Its gradient X[2(σ − y) σ(1 − σ)] / N, (3.18), S2-109. // [D]</summary>
    public Vector<double> SquaredGradient(Vector<double> θ) =>
        X * Logits(θ).Map2(ScalarSigmoidLoss.SquaredDerivative, y).PointwiseMultiply(m); // (3.18)

    /// <summary>Squared error of a thresholded output, S4-103: the share of mistakes.</summary>
    public double Thresholded(Vector<double> θ) =>
        Logits(θ).Map2((z, label) => (label == 1) == (z >= 0) ? 0.0 : 1.0, y) * m;

    /// <summary>The minimum of the cross-entropy, by Newton's method with step halving, (3.20).</summary>
    /// <exception cref="InvalidOperationException">A singular Hessian, or classes that a line separates.</exception>
    public Vector<double> Minimum()
    {
        Vector<double> θ = Vector<double>.Build.Dense(X.RowCount);
        int rank = CrossEntropyHessian(θ).Rank();
        if (rank < X.RowCount) // at any other θ too: σ(1 − σ) is positive, so only the points decide
        {
            throw new InvalidOperationException(
                $"Expected points that determine {X.RowCount} weights; there is no unique minimum: "
                + $"the Hessian is singular, of rank {rank}.");
        }

        // Where the cost falls for ever, gradient and Hessian vanish together, and the step stays long. A set without
        // mistakes is such a case; a single mistake costs ln 2 at least.
        for (int k = 0; k < 60 && CrossEntropy(θ) >= Math.Log(2) * m.Minimum(); k++)
        {
            Vector<double> g = CrossEntropyGradient(θ), step = CrossEntropyHessian(θ).Solve(g);
            if (step.L2Norm() < 1e-9 * (1 + θ.L2Norm()))
            {
                return θ - step;
            }

            if (!(step.L2Norm() < 1e100))
            {
                break; // the Hessian has vanished to the last digit
            }

            while (CrossEntropyGradient(θ - step).L2Norm() > g.L2Norm())
            {
                step /= 2;
            }

            θ -= step;
        }

        throw new InvalidOperationException(
            $"Expected classes that overlap; the cost still falls at {CrossEntropy(θ):G3}, where the weights are "
            + $"{θ.ToVectorString()}: the classes are separable, or nearly so, and there is no minimum.");
    }

    private Vector<double> Logits(Vector<double> θ)
    {
        Require.SameLength(X.RowCount, "the rows of X", θ.Count, nameof(θ));
        return X.TransposeThisAndMultiply(θ);
    }
}
