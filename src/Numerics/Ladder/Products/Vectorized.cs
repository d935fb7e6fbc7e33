using System.Numerics;
using System.Runtime.InteropServices;

namespace Reference.Numerics.Ladder;

/// <summary>
/// Rung 4, several numbers an instruction: <see cref="Vector{T}"/> is as many doubles as a register of the runtime's
/// choice holds. Now memory limits the speed: for every multiply-add one number of C is read and written, and one of A
/// read.
/// </summary>
public sealed class Vectorized : IProductRung
{
    /// <inheritdoc/>
    public void Multiply(int n, double[] a, double[] b, double[] c)
    {
        Array.Clear(c);
        for (int j = 0; j < n; j++)
        {
            Span<double> target = c.AsSpan(j * n, n);
            Span<Vector<double>> targets = MemoryMarshal.Cast<double, Vector<double>>(target);
            for (int p = 0; p < n; p++)
            {
                double factor = b[j * n + p];
                ReadOnlySpan<double> column = a.AsSpan(p * n, n);
                ReadOnlySpan<Vector<double>> columns =
                    MemoryMarshal.Cast<double, Vector<double>>(column)[..targets.Length];
                for (int i = 0; i < targets.Length; i++)
                {
                    targets[i] += columns[i] * factor;
                }

                for (int i = targets.Length * Vector<double>.Count; i < n; i++)
                {
                    target[i] += column[i] * factor;
                }
            }
        }
    }
}
