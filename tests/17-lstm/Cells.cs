using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;
using Reference.Verification;

namespace Reference.LongShortTermMemory.Tests;

/// <summary>Random cells and sequences, and their forms as arrays.</summary>
internal static class Cells
{
    internal static Matrix<double> Normal(RandomStream random, int rows, int columns) =>
        Matrix<double>.Build.Dense(rows, columns, random.Normals(rows * columns));

    internal static LstmMatrices Draw(RandomStream random, int D, int H)
    {
        GateMatrices Of() => new(Normal(random, H, H + D), Normal(random, H, 1));
        return new(Of(), Of(), Of(), Of());
    }

    internal static Matrix<double>[] Sequence(RandomStream random, int T, int rows, int N) =>
        [.. Enumerable.Range(0, T).Select(_ => Normal(random, rows, N))];

    internal static LstmGates Scalars(LstmMatrices θ) => new(Of(θ.f), Of(θ.i), Of(θ.c), Of(θ.o));

    internal static double[][] Sample(Matrix<double>[] x, int n = 0) => [.. x.Select(xt => xt.Column(n).ToArray())];

    internal static double[] Sample(Matrix<double> x, int n = 0) => x.Column(n).ToArray();

    /// <summary>A list over time as one matrix, the steps of a sample neighbours. // [rows × N·T]</summary>
    internal static Matrix<double> Batch(IReadOnlyList<Matrix<double>> steps) => Matrix<double>.Build.Dense(
        steps[0].RowCount, steps.Count * steps[0].ColumnCount,
        (i, c) => steps[c % steps.Count][i, c / steps.Count]);

    private static Gate Of(GateMatrices gate) => new(gate.W.ToArray(), Sample(gate.b));
}
