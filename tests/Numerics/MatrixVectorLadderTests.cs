using System.Numerics;
using Reference.Numerics.Ladder;

namespace Reference.Numerics.Tests;

public sealed class MatrixVectorLadderTests
{
    public static TheoryData<string> Rungs => [.. MatrixVectorLadder.Rungs<double>().Select(Name)];

    private static string Name<T>(IMatrixVectorRung<T> rung)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => rung.GetType().Name.Split('`')[0];

    [Theory]
    [MemberData(nameof(Rungs))]
    public void Every_rung_computes_the_product(string name)
    {
        var random = new RandomStream(1);
        (int, int)[] shapes =
        [
            (0, 0), (1, 1), (3, 0), (0, 3), (2, 5), (8, 8), (17, 3), (5, 19), (33, 40), (70, 9),
            (64 + random.Below(64), 520),
        ];
        foreach (var (rows, columns) in shapes)
        {
            Check(MatrixVectorLadder.Rungs<double>().Single(r => Name(r) == name), rows, columns, random, 1e-15);
            // A sum of that many products of normal numbers in another order: some ulp of 2⁻²³ a term.
            Check(MatrixVectorLadder.Rungs<float>().Single(r => Name(r) == name), rows, columns, random, 5e-7);
        }
    }

    private static void Check<T>(IMatrixVectorRung<T> rung, int rows, int columns, RandomStream random, double ulp)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] a = [.. random.Normals(rows * columns).Select(T.CreateTruncating)],
            x = [.. random.Normals(columns).Select(T.CreateTruncating)];
        T[] y = [.. random.Normals(rows).Select(T.CreateTruncating)];
        double[] left = [.. a.Select(double.CreateTruncating)], right = [.. x.Select(double.CreateTruncating)];
        double[] expected = TripleLoop.Multiply(new GemmShape(rows, 1, columns), 1, left, right, 0, new double[rows]);
        rung.Multiply(a, x, y);
        Assert.All(
            expected.Zip(y), p => Assert.Equal(p.First, double.CreateTruncating(p.Second), ulp * 4 * (columns + 3)));
    }

    [Theory]
    [MemberData(nameof(Rungs))]
    public void No_rung_reads_or_writes_past_what_it_is_given(string name)
    {
        IMatrixVectorRung<double> rung = MatrixVectorLadder.Rungs<double>().Single(r => Name(r) == name);
        Assert.ThrowsAny<Exception>(() => rung.Multiply(new double[10], new double[100], new double[100]));
    }

    [Fact]
    public void Threads_do_not_change_a_bit()
    {
        MutationTesting.SkipSlow();
        var random = new RandomStream(2);
        // Enough numbers that a second thread is worth it.
        double[] a = new double[3001 * 2203], x = random.Normals(2203), y = new double[3001], z = new double[3001];
        Kernels.RandomNormal(random, 0, 1, a);
        new MatrixVectorKernel<double>().Multiply(a, x, y);
        new MatrixVectorOnThreads<double>().Multiply(a, x, z);
        Assert.Equal(y, z);
    }
}
