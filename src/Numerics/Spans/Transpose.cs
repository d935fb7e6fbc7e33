namespace Reference.Numerics;

public static partial class Kernels
{
    /// <summary>Every matrix of x transposed: the order of the channels of images, say.</summary>
    /// <param name="rows">R of each matrix in x, at least 1.</param>
    /// <param name="columns">C of each matrix in x, at least 1.</param>
    /// <param name="x">N matrices, one after another. // [R × C·N]</param>
    /// <param name="y">Their transposes. // [C × R·N]</param>
    /// <param name="threads">At most; 0 for all.</param>
    /// <exception cref="ArgumentException">
    /// The lengths differ or do not hold whole matrices, or the spans overlap.
    /// </exception>
    public static unsafe void Transpose(
        int rows, int columns, ReadOnlySpan<double> x, Span<double> y, int threads = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        Lengths.Apart(x, y);
        int size = checked(rows * columns), count = x.Length / size;
        Lengths.Columns(x, size);
        fixed (double* px = x, py = y)
        {
            if ((threads = Work.Threads(threads, x.Length, ThreadedFrom, 0.125)) == 1)
            {
                TransposeInBands.Over(rows, columns, count, px, py);
                return;
            }

            new TransposeInBands(rows, columns, count, threads, px, py).Run();
        }
    }
}

/// <summary>Matrices shared out to threads.</summary>
internal sealed unsafe class TransposeInBands(int rows, int columns, int count, int threads, double* x, double* y)
    : WorkInBands(count, threads, multiple: 1)
{
    internal static void Over(int rows, int columns, int count, double* x, double* y)
    {
        nint size = rows * (nint)columns;
        for (int n = 0; n < count; n++, x += size, y += size)
        {
            Panels.CopyColumns<double>(new(x, rows, 1), columns, rows, y, columns);
        }
    }

    /// <inheritdoc/>
    protected override void Band(int begin, int count)
        => Over(rows, columns, count, x + begin * (nint)rows * columns, y + begin * (nint)rows * columns);
}
