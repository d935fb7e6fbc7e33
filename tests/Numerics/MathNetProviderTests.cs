using System.Numerics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Providers.LinearAlgebra;

namespace Reference.Numerics.Tests;

/// <summary>SimdLinearAlgebraProvider against MathNet's managed one.</summary>
public sealed class MathNetProviderTests
{
    private static readonly SimdLinearAlgebraProvider s_simd = new();
    private static readonly ILinearAlgebraProvider s_managed = ManagedLinearAlgebraProvider.Instance;

    [Fact]
    public void Products_with_every_transpose_agree_with_the_managed_provider()
    {
        var random = new RandomStream(1);
        for (int i = 0; i < 200; i++)
        {
            int m = 1 + random.Below(40), n = 1 + random.Below(40), k = 1 + random.Below(40);
            Transpose ta = random.Bernoulli(0.5) ? Transpose.Transpose : Transpose.DontTranspose;
            Transpose tb = random.Bernoulli(0.5) ? Transpose.ConjugateTranspose : Transpose.DontTranspose;
            var (ra, ca) = ta == Transpose.DontTranspose ? (m, k) : (k, m);
            var (rb, cb) = tb == Transpose.DontTranspose ? (k, n) : (n, k);
            double[] a = random.Normals(m * k), b = random.Normals(k * n), c = random.Normals(m * n),
                expected = [.. c];
            s_managed.MatrixMultiplyWithUpdate(ta, tb, -0.5, a, ra, ca, b, rb, cb, 2.0, expected);
            s_simd.MatrixMultiplyWithUpdate(ta, tb, -0.5, a, ra, ca, b, rb, cb, 2.0, c);
            Assert.All(c.Zip(expected), pair => Assert.Equal(pair.First, pair.Second, 1e-13));

            float[] af = [.. a.Select(v => (float)v)], bf = [.. b.Select(v => (float)v)], cf = new float[m * n],
                ef = new float[m * n];
            s_managed.MatrixMultiplyWithUpdate(ta, tb, 1f, af, ra, ca, bf, rb, cb, 0f, ef);
            s_simd.MatrixMultiplyWithUpdate(ta, tb, 1f, af, ra, ca, bf, rb, cb, 0f, cf);
            Assert.All(cf.Zip(ef), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
        }
    }

    [Fact]
    public void A_result_that_is_also_an_operand_holds_the_product()
    {
        var random = new RandomStream(2);
        double[] a = random.Normals(36), b = random.Normals(36), expected = new double[36], square = new double[36];
        s_managed.MatrixMultiply(a, 6, 6, b, 6, 6, expected);
        s_managed.MatrixMultiply(a, 6, 6, [.. a], 6, 6, square);
        double[] first = [.. a], second = [.. b], both = [.. a];
        s_simd.MatrixMultiply(first, 6, 6, b, 6, 6, first);
        s_simd.MatrixMultiply(a, 6, 6, second, 6, 6, second);
        s_simd.MatrixMultiply(both, 6, 6, both, 6, 6, both);
        Assert.All(Enumerable.Range(0, 36), i => Assert.Equal(expected[i], first[i], 1e-14));
        Assert.All(Enumerable.Range(0, 36), i => Assert.Equal(expected[i], second[i], 1e-14));
        Assert.All(Enumerable.Range(0, 36), i => Assert.Equal(square[i], both[i], 1e-14));

        float[] af = [.. a.Select(v => (float)v)], bf = [.. b.Select(v => (float)v)], firstf = [.. af],
            secondf = [.. bf], bothf = [.. af];
        s_simd.MatrixMultiply(firstf, 6, 6, bf, 6, 6, firstf);
        s_simd.MatrixMultiply(af, 6, 6, secondf, 6, 6, secondf);
        s_simd.MatrixMultiply(bothf, 6, 6, bothf, 6, 6, bothf);
        Assert.All(Enumerable.Range(0, 36), i => Assert.Equal(expected[i], firstf[i], 1e-4));
        Assert.All(Enumerable.Range(0, 36), i => Assert.Equal(expected[i], secondf[i], 1e-4));
        Assert.All(Enumerable.Range(0, 36), i => Assert.Equal(square[i], bothf[i], 1e-4));
    }

    [Fact]
    public void Sums_and_products_of_elements_agree_with_the_managed_provider()
    {
        ElementsAgree<double>(s_simd, s_managed, 1e-14, 1e-13);
        ElementsAgree<float>(s_simd, s_managed, 1e-5, 1e-4);
    }

    private static void ElementsAgree<T>(
        ILinearAlgebraProvider<T> simd, ILinearAlgebraProvider<T> managed, double tolerance, double ofSums)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        var random = new RandomStream(3);
        T[] Draw(int n) => [.. random.Normals(n).Select(T.CreateTruncating)];
        for (int n = 0; n <= 70; n++)
        {
            T[] x = Draw(n), y = Draw(n), e = new T[n], r = new T[n];
            void Same(Action<ILinearAlgebraProvider<T>, T[]> operation)
            {
                operation(managed, e);
                operation(simd, r);
                Assert.All(
                    r.Zip(e),
                    pair => Assert.Equal(
                        double.CreateTruncating(pair.First), double.CreateTruncating(pair.Second), tolerance));
            }

            Same((p, z) => p.AddArrays(x, y, z));
            Same((p, z) => p.SubtractArrays(x, y, z));
            Same((p, z) => p.PointWiseMultiplyArrays(x, y, z));
            Same((p, z) => p.PointWiseDivideArrays(x, x, z));
            Same((p, z) => p.ScaleArray(T.CreateTruncating(-2.5), x, z));
            Same((p, z) => p.AddVectorToScaledVector(y, T.CreateTruncating(3), x, z));
            Same((p, z) => p.PointWisePowerArrays([.. x.Select(T.Abs)], y, z));
            Assert.Equal(
                double.CreateTruncating(managed.DotProduct(x, y)), double.CreateTruncating(simd.DotProduct(x, y)),
                ofSums);
            T[] before = [.. y];
            simd.SubtractArrays(x, y, y);
            Assert.Equal(x.Zip(before, (p, q) => p - q), y);
        }
    }

    [Fact]
    public void Factorizations_are_the_managed_ones()
    {
        double[] a = [4, 1, 1, 3], b = [1, 2];
        ((ILinearAlgebraProvider<double>)s_simd).CholeskySolve(a, 2, b, 1);
        Assert.Equal([1.0 / 11, 7.0 / 11], b.Select(v => Math.Round(v, 15)), (p, q) => Math.Abs(p - q) < 1e-14);
        Assert.Equal(2, Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 2 }, { 3, 4 } }).Svd().S.Count);
    }

    [Fact]
    public void What_does_not_fit_is_refused_by_name()
    {
        Assert.Throws<ArgumentNullException>("a", () => s_simd.MatrixMultiply(null!, 1, 1, [1.0], 1, 1, [1.0]));
        Assert.Contains(
            "must hold 4 numbers, got 3",
            Assert.Throws<ArgumentException>(
                "a", () => s_simd.MatrixMultiply(new double[3], 2, 2, new double[4], 2, 2, new double[4])).Message);
        Assert.Contains(
            "(2 × 3)·(2 × 3)",
                Assert.Throws<ArgumentException>(
                    () => s_simd.MatrixMultiply(new double[6], 2, 3, new double[6], 2, 3, new double[4])).Message);
        Assert.Throws<ArgumentException>(
            "c", () => s_simd.MatrixMultiply(new double[4], 2, 2, new double[4], 2, 2, new double[5]));
        Assert.Throws<ArgumentException>("result", () => s_simd.AddArrays([1.0], [1.0], new double[2]));
        Assert.Throws<ArgumentException>("y", () => s_simd.DotProduct([1.0], [1.0, 2]));
        Assert.Throws<ArgumentNullException>("x", () => s_simd.ScaleArray(1.0, null!, [1.0]));
        Assert.Contains(
            "(3 × 2)ᵀ·(2 × 3)",
            Assert.Throws<ArgumentException>(() => s_simd.MatrixMultiplyWithUpdate(
                Transpose.Transpose, Transpose.DontTranspose, 1, new double[6], 3, 2, new double[6], 2, 3, 0,
                    new double[6])).Message);
        Assert.Throws<ArgumentException>(
            "b", () => s_simd.MatrixMultiply(new double[4], 2, 2, new double[3], 2, 2, new double[4]));
        Assert.Throws<ArgumentException>("y", () => s_simd.AddArrays([1.0], [1.0, 2], new double[1]));
        Assert.Throws<ArgumentException>("x", () => s_simd.AddVectorToScaledVector([1.0], 2, [1.0, 2], new double[1]));
        Assert.Throws<ArgumentException>(
            "result", () => s_simd.AddVectorToScaledVector([1.0], 2, [1.0], new double[2]));
        Assert.Throws<ArgumentException>("result", () => s_simd.ScaleArray(2, [1.0], new double[2]));

        Assert.Throws<ArgumentException>(
            "a", () => s_simd.MatrixMultiply(new float[3], 2, 2, new float[4], 2, 2, new float[4]));
        Assert.Throws<ArgumentException>(
            "b", () => s_simd.MatrixMultiply(new float[4], 2, 2, new float[3], 2, 2, new float[4]));
        Assert.Throws<ArgumentException>(
            "c", () => s_simd.MatrixMultiply(new float[4], 2, 2, new float[4], 2, 2, new float[5]));
        Assert.Throws<ArgumentException>("x", () => s_simd.AddVectorToScaledVector([1f], 2, [1f, 2], new float[1]));
        Assert.Throws<ArgumentException>("result", () => s_simd.AddVectorToScaledVector([1f], 2, [1f], new float[2]));
        Assert.Throws<ArgumentException>("result", () => s_simd.ScaleArray(2, [1f], new float[2]));
        Assert.Throws<ArgumentException>("y", () => s_simd.DotProduct([1f], [1f, 2]));
    }
}
