namespace Reference.Differentiation.Tests;

public class TensorArithmeticTests
{
    // (4.4) S4-043 S4-044 S4-045 S4-047: sums, multiples and products, element by element.
    [Property]
    public void Arithmetic_goes_by_elements(PairOfVectors pair, Number c)
    {
        Tensor u = Tensor.Of(pair.A), v = Tensor.Of(pair.B);
        for (int i = 0; i < u.Count; i++)
        {
            Assert.Equal(pair.A[i] + pair.B[i], (u + v)[i]);
            Assert.Equal(pair.A[i] - pair.B[i], (u - v)[i]);
            Assert.Equal(c.Value * pair.A[i], (c.Value * u)[i]);
            Assert.Equal(pair.A[i] * pair.B[i], (u * v)[i]);
            Assert.Equal(pair.A[i] + c.Value, (u + c.Value)[i]);
        }

        Assert.Equal((u + v).ToArray(), (v + u).ToArray());
    }

    // (4.5) (4.6) S4-046 S4-048: the dot product is the sum of the Hadamard product and obeys Cauchy and Schwarz; mean times count is the sum.
    [Property]
    public void Dot_sums_the_Hadamard_product(PairOfVectors pair)
    {
        Tensor u = Tensor.Of(pair.A), v = Tensor.Of(pair.B);
        Digits.Agree((u * v).Sum(), u.Dot(v), 12);
        Assert.True(u.Dot(v) * u.Dot(v) <= u.Dot(u) * v.Dot(v) * (1 + 1e-12));
        Digits.Agree(pair.A.Average(), u.Mean(), 12);
        Assert.Equal(pair.A.Max(), u.Max());
    }

    // S4-049: sin² + cos² = 1, and sin′ = cos is left to the tape.
    [Property]
    public void Sine_and_cosine_lie_on_a_circle(RandomVector x)
    {
        Tensor t = Tensor.Of(x.Values);
        Assert.All((t.Sin() * t.Sin() + t.Cos() * t.Cos()).ToArray(), one => Assert.Equal(1, one, 1e-14));
        Assert.Equal(Math.Sin(x.Values[0]), t.Sin()[0]);
    }

    // (4.8) S4-053: mm is the matrix product, whatever the strides of its factors.
    [Property]
    public void Tensor_product_is_the_matrix_product(RandomMatrix m)
    {
        Tensor a = Tensor.Of(m.Matrix.ToArray());
        Digits.Agree((m.Matrix * m.Matrix.Transpose()).ToRowMajorArray(), a.MatMul(a.Transpose()).ToArray(), 12);
    }

    // S0-049 S4-035…S4-037: float32 resolves seven digits, float64 sixteen; integers up to 2²⁴ are exact in float32, the next is not.
    [Fact]
    public void Float32_resolves_seven_digits()
    {
        Assert.Equal(Math.Pow(2, -23), Precision.Epsilon<float>());
        Assert.Equal(Math.Pow(2, -52), Precision.Epsilon<double>());
        Assert.Equal(Math.Pow(2, -10), Precision.Epsilon<Half>());
        Assert.Equal(2 * Precision.RoundingUnit, Precision.Epsilon<double>());
        Assert.NotEqual(0.1, (double)0.1f);
        Assert.Equal(16_777_216f, 16_777_216f + 1f);
        Assert.Equal(16_777_217.0, 16_777_216.0 + 1.0);
    }

    // S0-042: boxed, one by one and vectorized give the same sums, whatever the length.
    [Property]
    public void Three_ways_to_add_agree(PairOfVectors pair)
    {
        double[] expected = MillionSums.OneByOne(pair.A, pair.B);
        Assert.Equal(pair.A.Zip(pair.B, (a, b) => a + b), expected);
        Assert.Equal(expected, MillionSums.Vectorized(pair.A, pair.B));
        Assert.Equal(expected.Cast<object>(), MillionSums.Boxed([.. pair.A.Cast<object>()], [.. pair.B.Cast<object>()]));
    }
}
