using System.Numerics;
using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>
/// Where a matrix B [K × N] is not 0, column by column within every <see cref="Blocks.Depth"/> rows, in the order of
/// the rows. The memory is the thread's own and kept from call to call.
/// </summary>
internal readonly unsafe ref struct Nonzeros<V, T>(int n, int k, Strided<T> b)
    where V : unmanaged, IVector<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Looks = 64;

    private readonly int _limit = n * k / Share;

    /// <summary>A product over them pays where at most one number in so many is not 0.</summary>
    internal const int Share = 5;

    /// <summary>Places from begins[j] to begins[j + 1] are those of column j; n + 1 of them for every block.</summary>
    internal int* Begins { get; } = Buffer<int>.ForA((k / Blocks.Depth + 1) * (n + 1) + n);

    /// <summary>Rows of B, counted from the begin of the block.</summary>
    internal int* Places { get; } = Buffer<int>.ForB(n * k / Share);

    /// <summary>The numbers there.</summary>
    internal T* Numbers { get; } = Buffer<T>.ForNumbers(n * k / Share);

    /// <summary>A few numbers spread over B tell a dense one at once: there a third of them is not 0.</summary>
    internal static bool LookFew(int n, int k, Strided<T> b)
    {
        int found = 0, step = n * k / Looks;
        for (int look = 0, e = step / 2; look < Looks; look++, e += step)
        {
            found += *b.From(e % k, e / k).Origin != T.Zero ? 1 : 0;
            if (3 * found > Looks)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Finds them all; false where they are too many.</summary>
    internal bool Find()
    {
        int count = 0;
        int* begins = Begins;
        for (int p = 0; p < k && count >= 0; p += Blocks.Depth, begins += n + 1)
        {
            Strided<T> block = b.From(p, 0);
            int depth = Math.Min(Blocks.Depth, k - p);
            count = b.Down == 1 ? InColumns(depth, block, begins, count) : InRows(depth, block, begins, count);
        }

        return count >= 0;
    }

    // The new count; −1 where it is more than pays.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private int InColumns(int depth, Strided<T> block, int* begins, int count)
    {
        int* places = Places;
        T* numbers = Numbers;
        int limit = _limit;
        for (int j = 0; j < n; j++)
        {
            begins[j] = count;
            T* column = block.Origin + j * block.Right;
            for (int p = 0; p < depth; p += V.Lanes)
            {
                for (uint found = Found(column, p, depth); found != 0; found &= found - 1)
                {
                    if (count == limit)
                    {
                        return -1;
                    }

                    int place = p + BitOperations.TrailingZeroCount(found);
                    (places[count], numbers[count++]) = (place, column[place]);
                }
            }
        }

        begins[n] = count;
        return count;
    }

    // A transpose is read as it is stored, row by row: once to count, once to put each number behind the last of its
    // column.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private int InRows(int depth, Strided<T> block, int* begins, int count)
    {
        new Span<int>(begins, n + 1).Clear();
        for (int p = 0; p < depth; p++)
        {
            for (int j = 0; j < n; j += V.Lanes)
            {
                for (uint found = Found(block.Origin + p * block.Down, j, n); found != 0; found &= found - 1)
                {
                    begins[j + BitOperations.TrailingZeroCount(found)]++;
                }
            }
        }

        int* ends = begins + n + 1;
        for (int j = 0; j < n; j++)
        {
            int length = begins[j];
            begins[j] = ends[j] = count;
            count += length;
        }

        begins[n] = count;
        if (count > _limit)
        {
            return -1;
        }

        int* places = Places;
        T* numbers = Numbers;
        for (int p = 0; p < depth; p++)
        {
            T* row = block.Origin + p * block.Down;
            for (int j = 0; j < n; j += V.Lanes)
            {
                for (uint found = Found(row, j, n); found != 0; found &= found - 1)
                {
                    int column = j + BitOperations.TrailingZeroCount(found), at = ends[column]++;
                    (places[at], numbers[at]) = (p, row[column]);
                }
            }
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Found(T* line, int at, int length) => V.NotZero(
        at <= length - V.Lanes ? V.Load(line + at) : V.LoadFirst(length - at, line + at, V.Constant(0)));
}
