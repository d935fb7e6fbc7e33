using MathNet.Numerics.LinearAlgebra;

namespace Reference.Classification;

/// <summary>The untrained models of S4, replayed from their seed: <c>torch.manual_seed(1)</c> and <c>Softmax(2, 3)</c>, S4-108…S4-110.</summary>
public static class SeededSoftmax
{
    /// <summary>The model that PyTorch makes after <c>torch.manual_seed(seed)</c>, S4-109.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="features">D ≥ 1.</param>
    /// <param name="classes">K ≥ 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">No feature, or fewer than two classes.</exception>
    public static SoftmaxRegression Create(ulong seed, int features, int classes)
    {
        var layer = LinearModels.LinearRegression.FromSeed(seed, features, classes);
        return new(layer.Weight.Value, layer.Bias.Value.Column(0));
    }

    /// <summary>S4's model of two features and three classes, from seed 1.</summary>
    public static SoftmaxRegression OfNotes => Create(1, 2, 3);

    /// <summary>S4's three samples (1, 1), (1, 2) and (1, 3), one a column, S4-110. The notes' tensor needs a second pair of brackets.</summary>
    public static Matrix<double> Samples => Matrix<double>.Build.DenseOfArray(new[,] { { 1.0, 1, 1 }, { 1, 2, 3 } });

    /// <summary>The scores of the samples. // [3 × 3]</summary>
    public static Matrix<double> Scores => SoftmaxRegressionEquations.Scores(OfNotes.W.Value, OfNotes.B.Value.Column(0), Samples);
}
