using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Losses;

/// <summary>What training minimises: the mean of a loss over the samples, (3.25), S3-032, with its gradient. The
/// formulas of one sample stand bare; predictions and targets are validated here.</summary>
public sealed class MeanLoss
{
    private readonly Func<double, double, double> _loss, _derivative;
    private readonly Action<double, double>? _domain;

    /// <summary>A loss(ŷ, y) of one sample, ∂loss/∂ŷ, and a check of ŷ and y that throws, if one is needed.</summary>
    public MeanLoss(
        Func<double, double, double> loss, Func<double, double, double> derivative,
        Action<double, double>? domain = null) => (_loss, _derivative, _domain) = (loss, derivative, domain);

    /// <summary>The squared error (y − ŷ)².</summary>
    public static MeanLoss Squared { get; } = new((ŷ, y) => (y - ŷ) * (y - ŷ), (ŷ, y) => 2 * (ŷ - y));

    /// <summary>Binary cross-entropy of probabilities in [0, 1] and labels 0 or 1.</summary>
    public static MeanLoss CrossEntropy { get; } =
        new(ScalarBinaryCrossEntropy.OfSample, ScalarBinaryCrossEntropy.Derivative, Domain.Binary);

    /// <summary>The same with logarithms stopped at −100, (3.7): where they are, its derivative is 0.</summary>
    public static MeanLoss ClampedCrossEntropy { get; } = new(
        ScalarBinaryCrossEntropy.Clamped,
        (p, y) => ScalarBinaryCrossEntropy.OfSample(p, y) < 100 ? ScalarBinaryCrossEntropy.Derivative(p, y) : 0,
        Domain.Binary);

    /// <summary>Binary cross-entropy of logits and labels 0 or 1.</summary>
    public static MeanLoss CrossEntropyOfLogits { get; } = new(
        ScalarBinaryCrossEntropy.OfLogit, ScalarBinaryCrossEntropy.LogitDerivative, (_, y) => Require.OneOf(y, 0, 1));

    /// <summary>The hinge loss of scores and labels −1 or 1.</summary>
    public static MeanLoss Hinge { get; } =
        new(ScalarHinge.OfSample, ScalarHinge.Derivative, (_, y) => Require.OneOf(y, -1, 1));

    /// <summary>The absolute error.</summary>
    public static MeanLoss Absolute { get; } =
        new((ŷ, y) => Math.Abs(y - ŷ), (ŷ, y) => ScalarAbsoluteError.Derivative(ŷ - y));

    /// <summary>The Huber loss; δ ≤ 0 is refused.</summary>
    public static MeanLoss Huber(double δ)
    {
        Require.Positive(δ);
        return new(
            (ŷ, y) => ScalarAbsoluteError.Huber(ŷ - y, δ), (ŷ, y) => ScalarAbsoluteError.HuberDerivative(ŷ - y, δ));
    }

    /// <summary>The smooth absolute error; β ≤ 0 is refused.</summary>
    public static MeanLoss SmoothL1(double β)
    {
        Require.Positive(β);
        return new(
            (ŷ, y) => ScalarAbsoluteError.SmoothL1(ŷ - y, β),
            (ŷ, y) => ScalarAbsoluteError.SmoothL1Derivative(ŷ - y, β));
    }

    /// <summary>(1/n) Σᵢ loss(ŷᵢ, yᵢ), (3.25), of predictions ŷᵢ = g(xᵢ | W, B). // [n]</summary>
    public double Of(double[] ŷ, double[] y)
    {
        Validate(ŷ, y);
        return ŷ.Zip(y, _loss).Sum() / y.Length; // (3.25)
    }

    /// <summary>Its gradient, ∂/∂ŷᵢ = (1/n) ∂loss(ŷᵢ, yᵢ)/∂ŷᵢ. // [n]</summary>
    public double[] Gradient(double[] ŷ, double[] y)
    {
        Validate(ŷ, y);
        return [.. ŷ.Zip(y, (ŷᵢ, yᵢ) => _derivative(ŷᵢ, yᵢ) / y.Length)];
    }

    /// <summary>The mean over all elements, as PyTorch takes it. // [D × N]</summary>
    public double Of(Matrix<double> Ŷ, Matrix<double> Y)
    {
        Validate(Ŷ, Y);
        return Ŷ.Map2(_loss, Y).ColumnSums().Sum() / (Y.RowCount * Y.ColumnCount);
    }

    /// <summary>Its gradient. // [D × N]</summary>
    public Matrix<double> Gradient(Matrix<double> Ŷ, Matrix<double> Y)
    {
        Validate(Ŷ, Y);
        return Ŷ.Map2(_derivative, Y) / (Y.RowCount * Y.ColumnCount);
    }

    private void Validate(double[] ŷ, double[] y)
    {
        Domain.Pairs(ŷ, y);
        for (int i = 0; i < y.Length; i++)
        {
            _domain?.Invoke(ŷ[i], y[i]);
        }
    }

    private void Validate(Matrix<double> Ŷ, Matrix<double> Y)
    {
        RequireMatrix.SameShape(Ŷ, Y);
        if (_domain is not null)
        {
            Validate(Ŷ.ToColumnMajorArray(), Y.ToColumnMajorArray());
        }
    }
}
