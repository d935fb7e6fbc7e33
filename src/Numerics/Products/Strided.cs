namespace Reference.Numerics;

/// <summary>
/// A matrix in memory: element (i, j) stands at i·<see cref="Down"/> + j·<see cref="Right"/>. A transpose swaps the
/// two.
/// </summary>
internal readonly unsafe struct Strided<T>(T* origin, nint down, nint right)
    where T : unmanaged
{
    internal T* Origin { get; } = origin;

    internal nint Down { get; } = down;

    internal nint Right { get; } = right;

    /// <summary>A matrix stored column after column, <paramref name="leading"/> apart.</summary>
    internal static Strided<T> Stored(T* origin, int leading, bool transposed)
        => transposed ? new(origin, leading, 1) : new(origin, 1, leading);

    /// <summary>The part that begins at element (i, j).</summary>
    internal Strided<T> From(int i, int j) => new(Origin + i * Down + j * Right, Down, Right);
}
