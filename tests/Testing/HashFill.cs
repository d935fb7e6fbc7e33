using System.Text;
using MathNet.Numerics.LinearAlgebra;

namespace Reference.Testing;

/// <summary>
/// Numbers that two languages agree on to the last bit, from a name and an index alone: what goldens use as inputs and
/// parameters.
/// <c>tests/goldens/hash_fill.py</c> has the same few lines. All of it is integer arithmetic modulo 2⁶⁴; the last step
/// is exact.
/// </summary>
public static class HashFill
{
    /// <summary>
    /// <paramref name="count"/> numbers in (−1, 1), uniform, never 0: the top 52 bits u of the hash of (name, i) give
    /// the odd number
    /// (2u + 1 − 2⁵²) / 2⁵².
    /// </summary>
    public static double[] Values(string name, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ulong hash = Hash(name);
        var values = new double[count];
        for (int i = 0; i < count; i++)
        {
            long u = (long)(Mixed(hash + ((ulong)i + 1) * 0x9E3779B97F4A7C15) >> 12);
            values[i] = (2 * u + 1 - (1L << 52)) * (1.0 / (1L << 52));
        }

        return values;
    }

    /// <summary>A matrix of such numbers, element (i, j) from the index i·columns + j.</summary>
    public static Matrix<double> Matrix(string name, int rows, int columns) =>
        Matrix<double>.Build.DenseOfRowMajor(rows, columns, Values(name, rows * columns));

    /// <summary>FNV-1a of the UTF-8 bytes of a name.</summary>
    public static ulong Hash(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        ulong hash = 0xCBF29CE484222325;
        foreach (byte b in Encoding.UTF8.GetBytes(name))
        {
            hash = (hash ^ b) * 0x100000001B3;
        }

        return hash;
    }

    // The finalizer of SplitMix64.
    private static ulong Mixed(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
