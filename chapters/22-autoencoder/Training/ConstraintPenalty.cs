using Reference.Numerics;

namespace Reference.Autoencoders;

/// <summary>A constraint c(x) ≤ 0 on a sample: returns c and writes ∇c. // x, gradient [D]</summary>
public delegate double Constraint(ReadOnlySpan<double> x, Span<double> gradient);

/// <summary>β·mean of max(0, c(x̂))² over a batch of reconstructions. S3-170.</summary>
/// <param name="weight">β ≥ 0.</param>
/// <param name="constraint">c.</param>
public sealed class ConstraintPenalty(double weight, Constraint constraint)
{
    private readonly double β = weight >= 0 && double.IsFinite(weight) ? weight
        : throw new ArgumentOutOfRangeException(
        nameof(weight), $"Expected a finite weight of at least 0; got {weight}.");

    private double[] _g = [];

    /// <summary>The penalty of a batch; its gradient is added. // X̂, dX̂ [D × N]</summary>
    public double Add(MatrixView X̂, MatrixView dX̂)
    {
        double L = 0;
        _g = _g.Length == X̂.RowCount ? _g : new double[X̂.RowCount];
        for (int n = 0; n < X̂.ColumnCount; n++)
        {
            double c = Math.Max(0, constraint(X̂.Column(n), _g));
            L += β * c * c / X̂.ColumnCount; // (22.16)
            Kernels.Axpby(2 * β * c / X̂.ColumnCount, _g, 1, dX̂.Column(n)); // (22.16)
        }

        return L;
    }
}
