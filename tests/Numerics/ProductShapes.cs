namespace Reference.Numerics.Tests;

/// <summary>The shapes that products are tested with.</summary>
internal static class ProductShapes
{
    // Shapes for every edge case: empty, one, primes, whole tiles and one more, tall, flat, a block of k and one more.
    private static readonly (int M, int N, int K)[] s_every =
    [
        (0, 0, 0), (0, 3, 2), (3, 0, 2), (3, 2, 0), (1, 1, 1), (1, 7, 3), (7, 1, 3), (2, 3, 1), (8, 8, 8), (24, 8, 16),
        (25, 9, 17), (23, 7, 512),
        (17, 5, 513), (5, 19, 9),
        (48, 16, 300), (49, 33, 31), (6, 60, 9), (130, 1, 70), (1, 130, 70), (64, 64, 64), (97, 101, 103),
        (200, 140, 520), (390, 12, 20), (3, 200, 600),
        (67, 9, 1), (130, 33, 1), (140, 1, 50), (600, 1, 120), (120, 1, 601), (130, 1, 530), (64, 1, 64), (100, 1, 12),
        (3, 3, 600), (24, 130, 3), (2, 1030, 3), (2100, 1, 4), (9, 1, 700),
    ];

    // B is packed, as its rows are spread over too many cache lines.
    private static readonly (int M, int N, int K) s_packed = (25, 66, 130);

    /// <summary>All of them; under mutation testing, which slows every loop, only the small ones.</summary>
    internal static (int M, int N, int K)[] All { get; } =
        [.. s_every.Where(s => !MutationTesting.IsOn || s.M * s.N * s.K < 10_000), s_packed];

    /// <summary>And larger ones that seven threads share.</summary>
    internal static (int M, int N, int K)[] ForThreads { get; }
        =
        [
            .. All,
            .. MutationTesting.IsOn
                ? [(61, 21, 7), (30, 150, 2), (5, 41, 40)]
                : ((int, int, int)[])[(301, 210, 400), (30, 1500, 300), (5, 41, 700)],
        ];

    /// <summary>Each as it is, with A, with B and with both transposed.</summary>
    internal static IEnumerable<GemmShape> Transposed => WithTransposes(All);

    /// <inheritdoc cref="Transposed"/>
    internal static IEnumerable<GemmShape> WithTransposes(IEnumerable<(int M, int N, int K)> shapes)
        => shapes.SelectMany(s => Enumerable.Range(0, 4).Select(
        transposes => new GemmShape(s.M, s.N, s.K) { TransposeA = transposes % 2 == 1, TransposeB = transposes > 1 }));
}
