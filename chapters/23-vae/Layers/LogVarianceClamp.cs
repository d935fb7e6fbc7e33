using System.Numerics.Tensors;
using Reference.Networks;
using Reference.Numerics;

namespace Reference.VariationalAutoencoders;

/// <summary>
/// Keeps log-variances in [−30, 20] on their way from the encoder, so that no variance overflows (e^s does from s =
/// 710 on) and none vanishes. Means pass. Where a log-variance is outside, its gradient is 0. X, Y [2k × N], the means
/// above.
/// </summary>
public sealed class LogVarianceClamp(int units) : Layer("log-variance clamp", 2 * units, 2 * units)
{
    /// <summary>The least log-variance: σ = 3.1·10⁻⁷.</summary>
    public const double Least = -30;

    /// <summary>The greatest log-variance: σ = 2.2·10⁴.</summary>
    public const double Greatest = 20;

    /// <inheritdoc/>
    public override ILayer Shared() => new LogVarianceClamp(units);

    /// <inheritdoc/>
    protected override void Forward(MatrixView X, MatrixView Y)
    {
        for (int n = 0; n < X.ColumnCount; n++)
        {
            X.Column(n)[..units].CopyTo(Y.Column(n));
            TensorPrimitives.Clamp(X.Column(n)[units..], Least, Greatest, Y.Column(n)[units..]);
        }
    }

    /// <inheritdoc/>
    protected override void Backward(MatrixView X, MatrixView Y, MatrixView dY, MatrixView? dX)
    {
        if (dX is not { } wanted)
        {
            return;
        }

        wanted.CopyFrom(dY);
        for (int n = 0; n < X.ColumnCount; n++)
        {
            ReadOnlySpan<double> s = X.Column(n)[units..];
            Span<double> ds = wanted.Column(n)[units..];
            for (int j = 0; j < units; j++)
            {
                ds[j] = s[j] is >= Least and <= Greatest ? ds[j] : 0;
            }
        }
    }
}
