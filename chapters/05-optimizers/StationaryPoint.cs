using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Optimizers;

/// <summary>What a point with zero gradient is, (5.5), by the curvatures there: the eigenvalues of the Hessian. S1-135, S3-040.</summary>
public static class StationaryPoint
{
    /// <summary>What a point with ∇L = 0 can be.</summary>
    public enum Kind
    {
        /// <summary>All curvatures positive.</summary>
        Minimum,

        /// <summary>All curvatures negative.</summary>
        Maximum,

        /// <summary>Some positive, some negative.</summary>
        Saddle,

        /// <summary>Some are 0 and the others of one sign: the Hessian does not say.</summary>
        Undecided,
    }

    /// <summary>The eigenvalues of a symmetric matrix, ascending.</summary>
    /// <param name="H">A Hessian. // [n × n]</param>
    /// <exception cref="ArgumentException">Not symmetric, or a number is not finite.</exception>
    public static double[] Eigenvalues(Matrix<double> H)
    {
        RequireMatrix.Finite(H);
        return H.IsSymmetric()
            ? [.. H.Evd(Symmetricity.Symmetric).EigenValues.Select(λ => λ.Real).Order()]
            : throw new ArgumentException($"Expected H to be symmetric; got {H}", nameof(H));
    }

    /// <summary>The kind of a point whose gradient is 0, from its Hessian, (5.5).</summary>
    /// <param name="H">A Hessian. // [n × n]</param>
    /// <exception cref="ArgumentException">Not symmetric, or a number is not finite.</exception>
    public static Kind Classify(Matrix<double> H)
    {
        double[] λ = Eigenvalues(H);
        double zero = 1e-12 * λ.Max(Math.Abs); // rounding of the eigenvalues themselves
        bool up = λ[^1] > zero, down = λ[0] < -zero;
        return (up, down) switch
        {
            (true, true) => Kind.Saddle, // (5.5)
            (true, false) when λ[0] > zero => Kind.Minimum, // (5.5)
            (false, true) when λ[^1] < -zero => Kind.Maximum, // (5.5)
            _ => Kind.Undecided,
        };
    }
}
