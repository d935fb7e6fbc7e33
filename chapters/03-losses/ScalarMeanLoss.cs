namespace Reference.Losses;

/// <summary>What training minimises: the mean loss over the samples, S3-032.</summary>
public static class ScalarMeanLoss
{
    /// <summary>(1/n) Σᵢ loss(ŷᵢ, yᵢ), (3.25), where ŷᵢ = g(xᵢ | W, B) is the prediction, S3-032.</summary>
    /// <param name="loss">The loss of one sample: prediction, then target.</param>
    /// <param name="ŷ">Predictions, numbers or vectors. // [n]</param>
    /// <param name="y">Targets. // [n]</param>
    /// <exception cref="ArgumentException">No sample, or not one target for each prediction.</exception>
    public static double Of<T>(Func<T, T, double> loss, T[] ŷ, T[] y)
    {
        Domain.Pairs(ŷ, y);
        double sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            sum += loss(ŷ[i], y[i]); // (3.25)
        }

        return sum / y.Length;
    }

    /// <summary>Its gradient: ∂/∂ŷᵢ = (1/n) ∂loss(ŷᵢ, yᵢ)/∂ŷᵢ.</summary>
    /// <param name="derivative">The derivative of one sample's loss in its prediction.</param>
    /// <param name="ŷ">Predictions. // [n]</param>
    /// <param name="y">Targets. // [n]</param>
    /// <exception cref="ArgumentException">No sample, or not one target for each prediction.</exception>
    public static double[] Gradient(Func<double, double, double> derivative, double[] ŷ, double[] y)
    {
        Domain.Pairs(ŷ, y);
        return [.. ŷ.Zip(y, (ŷᵢ, yᵢ) => derivative(ŷᵢ, yᵢ) / y.Length)];
    }
}
