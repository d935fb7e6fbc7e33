using MathNet.Numerics.LinearAlgebra;
using Reference.Networks;
using Reference.Numerics;

namespace Reference.RecurrentNetworks;

/// <summary>How a gradient changes on its way back through time, for any cell. S1-198, S2-191, S2-192, S3-160,
/// S4-188.</summary>
public static class GradientByLag
{
    /// <summary>‖∂⟨u, y_T⟩/∂s_{T−k}‖ for lags k = 0 … T, as root of the mean square over the N sequences: s is the
    /// state, y its first rows, and u a random unit vector per sequence. // X [D × N·T] → [T + 1]</summary>
    public static double[] Of(Recurrent cell, MatrixView X, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(random);
        cell.Forward(X);
        int N = cell.LastState.ColumnCount, T = cell.Sequences.Steps;
        Matrix<double> u = Matrix<double>.Build.Dense(cell.StateRows, N);
        for (int n = 0; n < N; n++)
        {
            u.SetColumn(n, 0, cell.Outputs, Vector<double>.Build.Dense(random.Normals(cell.Outputs)).Normalize(2));
        }

        cell.Backward(default, u.View(), inputGradient: false);
        return [.. Enumerable.Range(0, T + 1).Select(k =>
            Kernels.Norm(cell.StateGradient(T - k).Span) / Math.Sqrt(N))];
    }
}
