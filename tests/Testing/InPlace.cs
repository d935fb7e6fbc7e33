using MathNet.Numerics.LinearAlgebra;

namespace Reference.Testing;

/// <summary>A result as a function of numbers that a layer holds, for gradient checks of its parameters.</summary>
public static class InPlace
{
    /// <summary>w ↦ the result with w in place of a matrix, which then has its own numbers back.</summary>
    public static Func<Matrix<double>, Matrix<double>> Of(Matrix<double> place, Func<Matrix<double>> result) => w =>
    {
        Matrix<double> own = place.Clone();
        w.CopyTo(place);
        Matrix<double> y = result();
        own.CopyTo(place);
        return y;
    };
}
