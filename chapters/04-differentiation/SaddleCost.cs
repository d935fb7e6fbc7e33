using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Differentiation;

/// <summary>
/// The notes' cost C(m, l) = 3m² + 2l² + 5ml + 23, S2-057. Its partial derivatives are right; that it has a minimum, as a cost should, is not: it is a saddle.
/// </summary>
public static class SaddleCost
{
    /// <summary>The constant matrix of second derivatives, (4.15), of determinant −1. // [2 × 2]</summary>
    public static Matrix<double> Hessian { get; } = Matrix<double>.Build.DenseOfArray(new double[,] { { 6, 5 }, { 5, 4 } }); // (4.15)

    /// <summary>3m² + 2l² + 5ml + 23.</summary>
    public static double Value(double m, double l) => 3 * m * m + 2 * l * l + 5 * m * l + 23; // (4.15)

    /// <summary>(∂C/∂m, ∂C/∂l) = (6m + 5l, 4l + 5m).</summary>
    public static (double M, double L) Gradient(double m, double l) => (6 * m + 5 * l, 4 * l + 5 * m); // (4.15)

    /// <summary>The curvatures along the two principal directions, 5 ± √26: one bends up and one down. Largest first.</summary>
    public static (double Up, double Down) Eigenvalues()
    {
        Vector<double> λ = Hessian.Evd(Symmetricity.Symmetric).EigenValues.Real();
        return (λ.Maximum(), λ.Minimum());
    }

    /// <summary>Steps against the gradient, (m, l) ← (m, l) − α∇C, as chapter 05 will take them. Here they find no minimum.</summary>
    /// <param name="m">Where to start.</param>
    /// <param name="l">Where to start.</param>
    /// <param name="α">The learning rate, above 0.</param>
    /// <param name="steps">How many steps.</param>
    /// <returns>The start and the place after each step. // [steps + 1]</returns>
    /// <exception cref="ArgumentException">α ≤ 0, fewer than 0 steps, or a start that is not finite.</exception>
    public static IReadOnlyList<(double M, double L)> Descend(double m, double l, double α, int steps)
    {
        Require.Finite(m);
        Require.Finite(l);
        Require.Positive(α);
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        var path = new List<(double M, double L)> { (m, l) };
        for (int i = 0; i < steps; i++)
        {
            (double dm, double dl) = Gradient(m, l);
            (m, l) = (m - α * dm, l - α * dl);
            path.Add((m, l));
        }

        return path;
    }
}
