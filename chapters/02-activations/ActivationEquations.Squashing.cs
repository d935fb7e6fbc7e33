using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Activations;

/// <summary>
/// The activations of a batch as matrix expressions, each beside its backward form, which turns ∂L/∂Y into ∂L/∂Z. A sample is a column: Z, Y, dY are [D × N].
/// Matrices with NaN or ±∞ are refused, and so is an upstream gradient of another shape.
/// </summary>
public static partial class ActivationEquations
{
    private static readonly MatrixBuilder<double> M = Matrix<double>.Build;

    /// <summary>The binary step of every element, (2.1). Its backward form is zero: no gradient passes.</summary>
    /// <param name="Z">Scores. // [D × N]</param>
    /// <exception cref="ArgumentException">A number that is not finite.</exception>
    public static Matrix<double> Step(Matrix<double> Z) => AtLeastZero(RequireMatrix.Finite(Z)); // (2.1)

    /// <summary>The backward form of the step, (2.1): ∂L/∂Z = 0.</summary>
    /// <param name="Z">The scores. // [D × N]</param>
    /// <param name="dY">∂L/∂Y. // [D × N]</param>
    /// <exception cref="ArgumentException">The shapes differ, or a number is not finite.</exception>
    public static Matrix<double> StepBackward(Matrix<double> Z, Matrix<double> dY)
    {
        RequireMatrix.Gradient(Z, dY);
        return 0 * dY; // (2.1)
    }

    /// <summary>The linear activation, (2.2): the scores themselves, copied.</summary>
    /// <param name="Z">Scores. // [D × N]</param>
    /// <exception cref="ArgumentException">A number that is not finite.</exception>
    public static Matrix<double> Linear(Matrix<double> Z) => RequireMatrix.Finite(Z).Clone(); // (2.2)

    /// <summary>The backward form of the linear activation, (2.2): ∂L/∂Z = ∂L/∂Y.</summary>
    /// <inheritdoc cref="StepBackward"/>
    public static Matrix<double> LinearBackward(Matrix<double> Z, Matrix<double> dY)
    {
        RequireMatrix.Gradient(Z, dY);
        return dY.Clone(); // (2.2)
    }

    /// <summary>The sigmoid of every element, 1 / (1 + e⁻ᶻ), (2.3). e¹⁰⁰⁰ = ∞ does no harm here: 1 / ∞ = 0.</summary>
    /// <param name="Z">Scores. // [D × N]</param>
    /// <exception cref="ArgumentException">A number that is not finite.</exception>
    public static Matrix<double> Sigmoid(Matrix<double> Z) => ((-RequireMatrix.Finite(Z)).PointwiseExp() + 1).DivideByThis(1); // (2.3)

    /// <summary>Backward through the sigmoid, ∂L/∂Z = Y ∘ (1 − Y) ∘ ∂L/∂Y, (2.4).</summary>
    /// <param name="Y">What <see cref="Sigmoid"/> gave. // [D × N]</param>
    /// <param name="dY">∂L/∂Y. // [D × N]</param>
    /// <exception cref="ArgumentException">The shapes differ, or a number is not finite.</exception>
    public static Matrix<double> SigmoidBackward(Matrix<double> Y, Matrix<double> dY)
    {
        RequireMatrix.Gradient(Y, dY);
        return Y.PointwiseMultiply(1 - Y).PointwiseMultiply(dY); // (2.4)
    }

    /// <summary>The hyperbolic tangent of every element, (2.6).</summary>
    /// <param name="Z">Scores. // [D × N]</param>
    /// <exception cref="ArgumentException">A number that is not finite.</exception>
    public static Matrix<double> Tanh(Matrix<double> Z) => RequireMatrix.Finite(Z).PointwiseTanh(); // (2.6)

    /// <summary>Backward through tanh, ∂L/∂Z = (1 − Y²) ∘ ∂L/∂Y, (2.7).</summary>
    /// <param name="Y">What <see cref="Tanh"/> gave. // [D × N]</param>
    /// <param name="dY">∂L/∂Y. // [D × N]</param>
    /// <exception cref="ArgumentException">The shapes differ, or a number is not finite.</exception>
    public static Matrix<double> TanhBackward(Matrix<double> Y, Matrix<double> dY)
    {
        RequireMatrix.Gradient(Y, dY);
        return (1 - Y.PointwisePower(2)).PointwiseMultiply(dY); // (2.7)
    }

    private static Matrix<double> AtLeastZero(Matrix<double> Z) => Z.Map(z => z >= 0 ? 1.0 : 0.0, Zeros.Include);

    private static Matrix<double> AboveZero(Matrix<double> Z) => Z.Map(z => z > 0 ? 1.0 : 0.0, Zeros.Include);
}
