using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Activations;

/// <content>GELU, exact and by tanh. Here Φ comes from MathNet's erfc; the scalar form has its own.</content>
public static partial class ActivationEquations
{
    private static readonly double GeluSlope = Math.Sqrt(2 / Math.PI);

    /// <summary>Z ∘ Φ(Z), (2.15).</summary>
    /// <param name="Z">Scores. // [D × N]</param>
    /// <exception cref="ArgumentException">A number that is not finite.</exception>
    public static Matrix<double> Gelu(Matrix<double> Z) => RequireMatrix.Finite(Z).PointwiseMultiply(Φ(Z)); // (2.15)

    /// <summary>Backward through GELU, ∂L/∂Z = (Φ(Z) + Z ∘ φ(Z)) ∘ ∂L/∂Y, (2.15).</summary>
    /// <param name="Z">The scores. // [D × N]</param>
    /// <param name="dY">∂L/∂Y. // [D × N]</param>
    /// <exception cref="ArgumentException">The shapes differ, or a number is not finite.</exception>
    public static Matrix<double> GeluBackward(Matrix<double> Z, Matrix<double> dY)
    {
        RequireMatrix.Gradient(Z, dY);
        Matrix<double> φ = (-Z.PointwisePower(2) / 2).PointwiseExp() / Math.Sqrt(2 * Math.PI);
        return (Φ(Z) + Z.PointwiseMultiply(φ)).PointwiseMultiply(dY); // (2.15)
    }

    /// <summary>½Z ∘ (1 + tanh U), U = √(2/π)(Z + 0.044715Z³), (2.16).</summary>
    /// <param name="Z">Scores. // [D × N]</param>
    /// <exception cref="ArgumentException">A number that is not finite.</exception>
    public static Matrix<double> GeluTanh(Matrix<double> Z) => RequireMatrix.Finite(Z).PointwiseMultiply(U(Z).PointwiseTanh() + 1) / 2; // (2.16)

    /// <summary>Backward through the approximation, ∂L/∂Z = ½(1 + T + Z ∘ (1 − T²) ∘ U′) ∘ ∂L/∂Y with T = tanh U, (2.16).</summary>
    /// <param name="Z">The scores. // [D × N]</param>
    /// <param name="dY">∂L/∂Y. // [D × N]</param>
    /// <exception cref="ArgumentException">The shapes differ, or a number is not finite.</exception>
    public static Matrix<double> GeluTanhBackward(Matrix<double> Z, Matrix<double> dY)
    {
        RequireMatrix.Gradient(Z, dY);
        Matrix<double> T = U(Z).PointwiseTanh();
        Matrix<double> dU = GeluSlope * (3 * 0.044715 * Near(Z).PointwisePower(2) + 1);
        return (1 + T + Z.PointwiseMultiply(1 - T.PointwisePower(2)).PointwiseMultiply(dU)).PointwiseMultiply(dY) / 2; // (2.16)
    }

    private static Matrix<double> Φ(Matrix<double> Z) => Z.Map(z => SpecialFunctions.Erfc(-z / Math.Sqrt(2)) / 2, Zeros.Include); // (2.17)

    private static Matrix<double> U(Matrix<double> Z) => GeluSlope * (Near(Z) + 0.044715 * Near(Z).PointwisePower(3));

    // tanh U is ±1 to the last bit long before |z| = 10; beyond it z³ could overflow.
    private static Matrix<double> Near(Matrix<double> Z) => Z.PointwiseMinimum(10.0).PointwiseMaximum(-10.0);
}
