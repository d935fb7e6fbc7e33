using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Optimizers;

/// <summary>The kind of a point with zero gradient, (5.5), from the eigenvalues of the Hessian there. S1-135,
/// S3-040.</summary>
public static class StationaryPoint
{
    /// <summary>What a point with ∇L = 0 can be.</summary>
    public enum Kind
    {
        /// <summary>All eigenvalues positive.</summary>
        Minimum,

        /// <summary>All eigenvalues negative.</summary>
        Maximum,

        /// <summary>Eigenvalues of both signs.</summary>
        Saddle,

        /// <summary>Some are 0 and the others of one sign: the Hessian does not decide.</summary>
        Undecided,
    }

    /// <summary>The eigenvalues of a symmetric matrix of finite numbers, ascending. // [n × n]</summary>
    public static double[] Eigenvalues(Matrix<double> H)
    {
        RequireMatrix.Finite(H);
        Require.SameLength(H.RowCount, "rows of H", H.ColumnCount, "columns of H");
        return H.IsSymmetric()
            ? [.. H.Evd(Symmetricity.Symmetric).EigenValues.Select(λ => λ.Real).Order()]
            : throw new ArgumentException($"Expected H to be symmetric; got {H}", nameof(H));
    }

    /// <summary>The kind of a point whose gradient is 0, from its symmetric Hessian, (5.5). // [n × n]</summary>
    public static Kind Classify(Matrix<double> H)
    {
        double[] λ = Eigenvalues(H);
        double zero = 1e-12 * λ.Max(Math.Abs); // rounding of the eigenvalues themselves
        return λ switch
        {
            _ when λ[0] > zero => Kind.Minimum, // (5.5)
            _ when λ[^1] < -zero => Kind.Maximum, // (5.5)
            _ when λ[0] < -zero && λ[^1] > zero => Kind.Saddle, // (5.5)
            _ => Kind.Undecided,
        };
    }
}
