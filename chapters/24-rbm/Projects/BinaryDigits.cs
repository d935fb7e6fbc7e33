using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Networks;

namespace Reference.BoltzmannMachines;

/// <summary>Digits of 28×28 pixels that are 1 above half the scale and 0 otherwise. // Training [784 × N], Held [784 ×
/// M]</summary>
public sealed record BinaryDigits(
    Matrix<double> Training, IReadOnlyList<int> Labels, Matrix<double> Held, IReadOnlyList<int> HeldLabels,
        string What)
{
    /// <summary>The real digits of a folder, or drawn ones.</summary>
    public static BinaryDigits Load(string? folder, int training, int held)
    {
        (LabelledImages train, LabelledImages test) = DigitsNetwork.Images(folder, training, held);
        return new(Of(train.Images), train.Labels, Of(test.Images), test.Labels,
            $"{train.Count:N0} {(folder is null ? "drawn" : "MNIST")} digits");
    }

    private static Matrix<double> Of(ISamples images)
    {
        var X = new Numerics.MatrixView(images.Features, images.Count);
        for (int n = 0; n < images.Count; n++)
        {
            images.CopyTo(n, X.Column(n));
            foreach (ref double x in X.Column(n))
            {
                x = x > 0.5 ? 1 : 0;
            }
        }

        return X.ToMatrix();
    }
}
