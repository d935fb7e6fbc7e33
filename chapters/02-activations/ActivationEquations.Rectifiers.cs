using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Activations;

/// <content>The rectifiers. Each is a sum of two parts, max(0, Z) to the right and a function of min(0, Z) to the left.</content>
public static partial class ActivationEquations
{
    /// <summary>The rectifier max(0, Z), (2.9).</summary>
    /// <param name="Z">Scores. // [D × N]</param>
    /// <exception cref="ArgumentException">A number that is not finite.</exception>
    public static Matrix<double> Relu(Matrix<double> Z) => RequireMatrix.Finite(Z).PointwiseMaximum(0); // (2.9)

    /// <summary>Backward through the rectifier, ∂L/∂Z = 1[Z &gt; 0] ∘ ∂L/∂Y, (2.9).</summary>
    /// <param name="Z">The scores; the result Y does as well, being positive where they are. // [D × N]</param>
    /// <param name="dY">∂L/∂Y. // [D × N]</param>
    /// <exception cref="ArgumentException">The shapes differ, or a number is not finite.</exception>
    public static Matrix<double> ReluBackward(Matrix<double> Z, Matrix<double> dY)
    {
        RequireMatrix.Gradient(Z, dY);
        return AboveZero(Z).PointwiseMultiply(dY); // (2.9)
    }

    /// <summary>The leaky rectifier max(0, Z) + α min(0, Z), (2.10).</summary>
    /// <param name="Z">Scores. // [D × N]</param>
    /// <param name="α">The slope below zero.</param>
    /// <exception cref="ArgumentException">A number that is not finite.</exception>
    public static Matrix<double> LeakyRelu(Matrix<double> Z, double α = 0.01)
    {
        Require.Finite(α);
        return RequireMatrix.Finite(Z).PointwiseMaximum(0) + α * Z.PointwiseMinimum(0); // (2.10)
    }

    /// <summary>Backward through the leaky rectifier, ∂L/∂Z = (1[Z &gt; 0] + α 1[Z ≤ 0]) ∘ ∂L/∂Y, (2.10).</summary>
    /// <param name="Z">The scores. // [D × N]</param>
    /// <param name="dY">∂L/∂Y. // [D × N]</param>
    /// <param name="α">The slope below zero.</param>
    /// <exception cref="ArgumentException">The shapes differ, or a number is not finite.</exception>
    public static Matrix<double> LeakyReluBackward(Matrix<double> Z, Matrix<double> dY, double α = 0.01)
    {
        Require.Finite(α);
        RequireMatrix.Gradient(Z, dY);
        Matrix<double> positive = AboveZero(Z);
        return (positive + α * (1 - positive)).PointwiseMultiply(dY); // (2.10)
    }

    /// <summary>The exponential linear unit max(0, Z) + α(e^min(0, Z) − 1), (2.11).</summary>
    /// <param name="Z">Scores. // [D × N]</param>
    /// <param name="α">Minus the limit far to the left.</param>
    /// <exception cref="ArgumentException">A number that is not finite.</exception>
    public static Matrix<double> Elu(Matrix<double> Z, double α = 1)
    {
        Require.Finite(α);
        return RequireMatrix.Finite(Z).PointwiseMaximum(0) + α * (Z.PointwiseMinimum(0).PointwiseExp() - 1); // (2.11)
    }

    /// <summary>Backward through ELU, ∂L/∂Z = (1[Z &gt; 0] + 1[Z ≤ 0] ∘ αe^Z) ∘ ∂L/∂Y, (2.11).</summary>
    /// <param name="Z">The scores. // [D × N]</param>
    /// <param name="dY">∂L/∂Y. // [D × N]</param>
    /// <param name="α">Minus the limit far to the left.</param>
    /// <exception cref="ArgumentException">The shapes differ, or a number is not finite.</exception>
    public static Matrix<double> EluBackward(Matrix<double> Z, Matrix<double> dY, double α = 1)
    {
        Require.Finite(α);
        RequireMatrix.Gradient(Z, dY);
        Matrix<double> positive = AboveZero(Z);
        Matrix<double> below = α * Z.PointwiseMinimum(0).PointwiseExp();
        return (positive + (1 - positive).PointwiseMultiply(below)).PointwiseMultiply(dY); // (2.11)
    }

    /// <summary>SELU, λ·ELU with the α of (2.12).</summary>
    /// <param name="Z">Scores. // [D × N]</param>
    /// <exception cref="ArgumentException">A number that is not finite.</exception>
    public static Matrix<double> Selu(Matrix<double> Z) => ScalarActivations.SeluScale * Elu(Z, ScalarActivations.SeluAlpha); // (2.12)

    /// <summary>Backward through SELU, λ times backward through ELU, (2.12).</summary>
    /// <param name="Z">The scores. // [D × N]</param>
    /// <param name="dY">∂L/∂Y. // [D × N]</param>
    /// <exception cref="ArgumentException">The shapes differ, or a number is not finite.</exception>
    public static Matrix<double> SeluBackward(Matrix<double> Z, Matrix<double> dY) =>
        ScalarActivations.SeluScale * EluBackward(Z, dY, ScalarActivations.SeluAlpha); // (2.12)

    /// <summary>The smooth rectifier ln(1 + e^Z), (2.14), as max(0, Z) + ln(1 + e⁻|Z|).</summary>
    /// <param name="Z">Scores. // [D × N]</param>
    /// <exception cref="ArgumentException">A number that is not finite.</exception>
    public static Matrix<double> Softplus(Matrix<double> Z) =>
        RequireMatrix.Finite(Z).PointwiseMaximum(0) + ((-Z.PointwiseAbs()).PointwiseExp() + 1).PointwiseLog(); // (2.14)

    /// <summary>Backward through softplus, ∂L/∂Z = σ(Z) ∘ ∂L/∂Y, (2.14).</summary>
    /// <param name="Z">The scores. // [D × N]</param>
    /// <param name="dY">∂L/∂Y. // [D × N]</param>
    /// <exception cref="ArgumentException">The shapes differ, or a number is not finite.</exception>
    public static Matrix<double> SoftplusBackward(Matrix<double> Z, Matrix<double> dY)
    {
        RequireMatrix.Gradient(Z, dY);
        return Sigmoid(Z).PointwiseMultiply(dY); // (2.14)
    }
}
