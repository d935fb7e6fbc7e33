namespace Reference.Losses;

/// <summary>What training minimises: the mean loss over the samples, S3-032. Not one target a prediction
/// throws.</summary>
public static class ScalarMeanLoss
{
    /// <summary>(1/n) Σᵢ loss(ŷᵢ, yᵢ), (3.25), of predictions ŷᵢ = g(xᵢ | W, B), numbers or vectors, [n].</summary>
    public static double Of<T>(Func<T, T, double> loss, T[] ŷ, T[] y)
    {
        Domain.Pairs(ŷ, y);
        return ŷ.Zip(y, loss).Sum() / y.Length; // (3.25)
    }

    /// <summary>Its gradient: ∂/∂ŷᵢ = (1/n) ∂loss(ŷᵢ, yᵢ)/∂ŷᵢ. // [n]</summary>
    public static double[] Gradient(Func<double, double, double> derivative, double[] ŷ, double[] y)
    {
        Domain.Pairs(ŷ, y);
        return [.. ŷ.Zip(y, (ŷᵢ, yᵢ) => derivative(ŷᵢ, yᵢ) / y.Length)];
    }
}
