namespace Reference.Numerics.Tests;

/// <summary>
/// Memory that must not be read, and numbers that are not finite, on every engine and in every shape.
/// </summary>
[Collection(nameof(StandInGpu))]
public sealed class GemmSpecialValueTests
{
    public static TheoryData<string> Engines => [.. TestEngines.Names];

    [Theory]
    [MemberData(nameof(Engines))]
    public void With_beta_zero_no_shape_reads_the_result(string engine)
    {
        foreach (GemmShape shape in ProductShapes.Transposed)
        {
            double[] c = [.. Enumerable.Repeat(double.NaN, shape.M * shape.N)];
            TestEngines.Named(engine).Multiply(
                shape, 1, new double[shape.M * shape.K], new double[shape.K * shape.N], 0, c);
            Assert.False(c.AsSpan().ContainsAnyExcept(0.0), $"{shape}");
        }
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void In_every_shape_NaN_and_infinity_reach_their_row_and_no_other(string engine)
    {
        foreach (GemmShape shape in ProductShapes.Transposed.Where(s => s is { M: > 1, N: > 0, K: > 0 }))
        {
            double[] a = [.. Enumerable.Repeat(1.0, shape.M * shape.K)],
                b = [.. Enumerable.Repeat(1.0, shape.K * shape.N)], c = new double[shape.M * shape.N];
            int p = shape.K / 2, last = shape.M - 1;
            a[shape.TransposeA ? p : p * shape.M] = double.NaN;
            a[shape.TransposeA ? last * shape.K + p : p * shape.M + last] = double.PositiveInfinity;
            TestEngines.Named(engine).Multiply(shape, 1, a, b, 0, c);
            for (int e = 0; e < c.Length; e++)
            {
                double expected = e % shape.M == 0
                    ? double.NaN
                    : e % shape.M == last ? double.PositiveInfinity : shape.K;
                Assert.True(c[e].Equals(expected), $"{shape}: element {e} is {c[e]}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void With_beta_zero_what_was_in_the_result_does_not_survive(string engine)
    {
        foreach (int n in new[] { 1, 5, 24, 40 })
        {
            double[] c = [.. Enumerable.Repeat(double.NaN, n * n)];
            TestEngines.Named(engine).Multiply(new GemmShape(n, n, n), 1, new double[n * n], new double[n * n], 0, c);
            Assert.All(c, v => Assert.Equal(0, v));
            c.AsSpan().Fill(double.NaN);
            TestEngines.Named(engine).Multiply(new GemmShape(n, n, 0), 1, [], [], 0, c);
            Assert.All(c, v => Assert.Equal(0, v));
        }
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Nan_and_infinity_propagate_as_in_the_sum(string engine)
    {
        foreach (int n in new[] { 3, 30, 130 })
        {
            double[] a = [.. Enumerable.Repeat(1.0, n * n)], b = [.. a], c = new double[n * n];
            a[1] = double.NaN;
            a[2] = double.PositiveInfinity;
            b[(n - 1) * n] = 0;
            TestEngines.Named(engine).Multiply(new GemmShape(n, n, n), 1, a, b, 0, c);
            Assert.All(Enumerable.Range(0, n), j => Assert.Equal(double.NaN, c[j * n + 1]));
            Assert.All(Enumerable.Range(0, n - 1), j => Assert.Equal(double.PositiveInfinity, c[j * n + 2]));
            Assert.Equal(double.NaN, c[(n - 1) * n + 2]);
            Assert.Equal(n, c[0]);
        }
    }
}
