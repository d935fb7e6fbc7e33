namespace Reference.Numerics;

/// <summary>Many products of one shape, their matrices at equal distances.</summary>
/// <param name="Count">The number of products.</param>
/// <param name="StrideA">The distance from one A to the next; 0 where all share one.</param>
/// <param name="StrideB">The distance from one B to the next; 0 where all share one.</param>
/// <param name="StrideC">The distance from one C to the next.</param>
public readonly record struct GemmBatch(int Count, int StrideA, int StrideB, int StrideC)
{
    /// <summary>Validates the arguments of a product.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count or a stride is negative.</exception>
    /// <exception cref="ArgumentException">A span is too short, or the matrices C overlap.</exception>
    internal static void Check<T>(
        in GemmShape shape, in GemmBatch batch, ReadOnlySpan<T> a, ReadOnlySpan<T> b, ReadOnlySpan<T> c)
    {
        if (batch.Count < 0 || batch.StrideA < 0 || batch.StrideB < 0 || batch.StrideC < 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(batch), $"Count and strides must not be negative; got {batch}.");
        }

        if (batch.Count < 2)
        {
            if (batch.Count == 1)
            {
                GemmShape.Check(shape, a, b, c);
            }

            return;
        }

        long lastA = (batch.Count - 1L) * batch.StrideA, lastB = (batch.Count - 1L) * batch.StrideB,
            lastC = (batch.Count - 1L) * batch.StrideC;
        long span = GemmShape.Needed(shape.M, shape.N, shape.LeadingC);
        bool oneAfterAnother = batch.StrideC >= span;
        bool asRowsOfOne = batch.StrideC >= shape.M && lastC + shape.M <= shape.LeadingC;
        if (shape.N > 0 && !oneAfterAnother && !asRowsOfOne)
        {
            throw new ArgumentException(
                $"The matrices C overlap: they span {span} numbers and follow every {batch.StrideC}.",
                nameof(batch));
        }

        Holds(a.Length, lastA + GemmShape.Needed(shape.RowsA, shape.ColumnsA, shape.LeadingA), batch.Count, nameof(a));
        Holds(b.Length, lastB + GemmShape.Needed(shape.RowsB, shape.ColumnsB, shape.LeadingB), batch.Count, nameof(b));
        Holds(c.Length, lastC + span, batch.Count, nameof(c));
        GemmShape.Check(shape, a[(int)lastA..], b[(int)lastB..], c[(int)lastC..]);
        if (c.Overlaps(a) || c.Overlaps(b))
        {
            throw new ArgumentException(
                "c must lie apart from a and b: they are read while it is written.", nameof(c));
        }
    }

    private static void Holds(int length, long needed, int count, string name)
    {
        if (length < needed)
        {
            throw new ArgumentException(
                $"{name} must hold {count} matrices: expected at least {needed} numbers, got {length}.", name);
        }
    }
}
