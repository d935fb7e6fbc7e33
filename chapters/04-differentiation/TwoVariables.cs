using MathNet.Numerics.LinearAlgebra;

namespace Reference.Differentiation;

/// <summary>The notes' functions of two variables and their gradients, one variable held for each, S1-083.</summary>
public static class TwoVariables
{
    /// <summary>x² + y², S2-056.</summary>
    public static double Bowl(double x, double y) => x * x + y * y;

    /// <summary>∇(x² + y²) = (2x, 2y), (4.11), S2-056.</summary>
    public static (double X, double Y) BowlGradient(double x, double y) => (2 * x, 2 * y); // (4.11)

    /// <summary>uv + u², S4-057.</summary>
    public static double Product(double u, double v) => u * v + u * u;

    /// <summary>∇(uv + u²) = (v + 2u, u), (4.11), S4-057.</summary>
    public static (double U, double V) ProductGradient(double u, double v) => (v + 2 * u, u); // (4.11)

    /// <summary>C(m, l) = 3m² + 2l² + 5ml + 23, (4.12), S2-057.</summary>
    public static double Cost(double m, double l) => 3 * m * m + 2 * l * l + 5 * m * l + 23; // (4.12)

    /// <summary>(∂C/∂m, ∂C/∂l) = (6m + 5l, 4l + 5m), (4.12), S2-057.</summary>
    public static (double M, double L) CostGradient(double m, double l) => (6 * m + 5 * l, 4 * l + 5 * m); // (4.12)

    /// <summary>The second derivatives of C, which are constant. // [2 × 2]</summary>
    public static double[,] CostHessian => new double[,] { { 6, 5 }, { 5, 4 } }; // (4.12)

    /// <summary>The eigenvalues of the Hessian, 5 ± √26, the larger one first: C has a saddle, S2-057.</summary>
    public static (double Up, double Down) CostEigenvalues()
    {
        Vector<double> λ = Matrix<double>.Build.DenseOfArray(CostHessian)
            .Evd(Symmetricity.Symmetric).EigenValues.Real();
        return (λ.Maximum(), λ.Minimum());
    }

    /// <summary>The start and the point after each step of gradient descent, (m, l) ← (m, l) − α∇C, the subject of
    /// chapter 05. // [steps + 1]</summary>
    public static IReadOnlyList<(double M, double L)> Descend(double m, double l, double α, int steps)
    {
        var path = new List<(double M, double L)> { (m, l) };
        for (int i = 0; i < steps; i++)
        {
            (double dm, double dl) = CostGradient(m, l);
            (m, l) = (m - α * dm, l - α * dl);
            path.Add((m, l));
        }

        return path;
    }
}
