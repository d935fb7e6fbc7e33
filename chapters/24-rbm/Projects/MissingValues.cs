using MathNet.Numerics.LinearAlgebra;
using Reference.Networks;
using Reference.Numerics;

namespace Reference.BoltzmannMachines;

/// <summary>
/// Values that are missing, by clamping: known units keep their values in every sweep, the others are drawn, (24.16),
/// and their means averaged. S4-032, S4-196
/// </summary>
public static class MissingValues
{
    /// <summary>The conditional means of the unknown units, beside the known values. // V [D × N], known [D]</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="V">The samples; unknown values are not read.</param>
    /// <param name="known">Whether a unit is known, in all samples.</param>
    /// <param name="sweeps">Sweeps that are averaged, ≥ 1, after as many that are not.</param>
    /// <param name="random">Draws the states.</param>
    public static Matrix<double> Fill(
        BernoulliRbm machine, Matrix<double> V, bool[] known, int sweeps, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(machine);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sweeps);
        Require.SameLength(machine.Visible, "visible units", known.Length, nameof(known));
        MatrixView given = V.View(), v = V.Clone().View(), m = new(V.RowCount, V.ColumnCount),
            sum = new(V.RowCount, V.ColumnCount), P = new(machine.Hidden, V.ColumnCount),
            h = new(machine.Hidden, V.ColumnCount);
        m.Fill(0.5);
        for (int sweep = 0; sweep <= 2 * sweeps; sweep++)
        {
            Kernels.RandomBernoulli(random, m.Span, v.Span);
            Clamp(given, known, v); // (24.16)
            machine.HiddenMeans(v, P);
            Kernels.RandomBernoulli(random, P.Span, h.Span);
            machine.VisibleMeans(h, m);
            if (sweep > sweeps)
            {
                Kernels.Axpby(1.0 / sweeps, m.Span, 1, sum.Span);
            }
        }

        Clamp(given, known, sum);
        return sum.ToMatrix();
    }

    private static void Clamp(MatrixView given, bool[] known, MatrixView v)
    {
        for (int n = 0; n < v.ColumnCount; n++)
        {
            for (int i = 0; i < known.Length; i++)
            {
                v[i, n] = known[i] ? given[i, n] : v[i, n];
            }
        }
    }
}
