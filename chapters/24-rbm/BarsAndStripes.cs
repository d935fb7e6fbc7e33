using MathNet.Numerics.LinearAlgebra;

namespace Reference.BoltzmannMachines;

/// <summary>
/// Pictures of n × n pixels whose rows are black or white, or whose columns are: 2ⁿ⁺¹ − 2 of them, few enough to
/// enumerate, and no pair of pixels tells what they are (MacKay 2003, 43.1).
/// </summary>
public static class BarsAndStripes
{
    /// <summary>Each picture once. // [n² × 2ⁿ⁺¹ − 2]</summary>
    public static Matrix<double> All(int side)
    {
        double[][] lines = [.. ScalarRbm.States(side)];
        IEnumerable<double[]> bars = lines.Select(line => Picture(side, (row, _) => line[row])),
            stripes = lines[1..^1].Select(line => Picture(side, (_, column) => line[column]));
        return Matrix<double>.Build.DenseOfColumns(bars.Concat(stripes));
    }

    private static double[] Picture(int side, Func<int, int, double> pixel) =>
        [.. Enumerable.Range(0, side * side).Select(at => pixel(at / side, at % side))];
}
