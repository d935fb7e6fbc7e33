namespace Reference.Differentiation;

/// <summary>Shapes of tensors: how many elements, where each lies in memory, and which shapes fit together.</summary>
public static class TensorShape
{
    /// <summary>The number of elements, Π nₖ; 1 for the empty shape of a scalar. S4-052.</summary>
    /// <exception cref="ArgumentException">A size is below 1, or the product is no int.</exception>
    public static int Count(params int[] shape)
    {
        long count = 1;
        foreach (int size in shape)
        {
            count = size < 1
                ? throw new ArgumentException($"Expected sizes of at least 1; got {Text(shape)}.", nameof(shape))
                : count * size <= int.MaxValue ? count * size
                : throw new ArgumentException(
                    $"Expected at most {int.MaxValue} elements; got the shape {Text(shape)}.", nameof(shape));
        }

        return (int)count;
    }

    /// <summary>How far apart neighbours along each dimension lie in row-major memory, sₖ = Π_{m>k} n_m,
    /// (4.1).</summary>
    /// <exception cref="ArgumentException">A size is below 1.</exception>
    public static int[] Strides(params int[] shape)
    {
        _ = Count(shape);
        return [.. Enumerable.Range(0, shape.Length).Select(k => Count(shape[(k + 1)..]))]; // (4.1)
    }

    /// <summary>The shape to which two broadcast, (4.2), S4-047: from the end, sizes are equal or one is 1.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast; both are named.</exception>
    public static int[] Broadcast(int[] a, int[] b)
    {
        var shape = new int[Math.Max(a.Length, b.Length)];
        for (int k = 1; k <= shape.Length; k++)
        {
            (int m, int n) = (k <= a.Length ? a[^k] : 1, k <= b.Length ? b[^k] : 1);
            shape[^k] = m == n || n == 1 ? m // (4.2)
                : m == 1 ? n
                : throw new ArgumentException(
                    $"Expected shapes that broadcast (equal sizes, or 1, counted from the end); got {Text(a)} "
                    + $"and {Text(b)}.", nameof(b));
        }

        return shape;
    }

    /// <summary>A shape in which one size may be −1, to be found from the number of elements. S4-039,
    /// S2-051.</summary>
    /// <exception cref="ArgumentException">No size fits; the message names the shape and the elements.</exception>
    public static int[] Resolve(int[] shape, int count)
    {
        int free = Array.IndexOf(shape, -1);
        int[] sizes = [.. shape];
        if (free >= 0)
        {
            sizes[free] = 1;
            sizes[free] = Math.Max(1, count / Count(sizes));
        }

        return Count(sizes) == count
            ? sizes
            : throw new ArgumentException($"Expected a shape of {count} elements; got {Text(shape)}.", nameof(shape));
    }

    /// <summary>The shape in words: <c>[3, 224, 224]</c>, and <c>[]</c> for a scalar.</summary>
    public static string Text(params int[] shape) => $"[{string.Join(", ", shape)}]";
}
