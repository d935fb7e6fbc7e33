using System.Numerics.Tensors;
using Reference.Numerics;

namespace Reference.Benchmarks;

/// <summary>
/// CD-1 in single precision, (24.3), (24.4), (24.9) and (24.10) on spans, with the update in the product: half the
/// memory, twice the numbers in a register. Chapters compute in double.
/// </summary>
internal sealed class SingleRbm(int D, int H, int N, float rate)
{
    private readonly RandomStream _random = new(1);
    private readonly float[] _W = [.. new RandomStream(2).Normals(H * D).Select(w => (float)(0.01 * w))],
        _b = new float[D], _c = new float[H], _V = new float[2 * D * N], _P = new float[2 * H * N],
        _h = new float[H * N], _m = new float[D * N],
        _signs = [.. Enumerable.Range(0, 2 * N).Select(n => n < N ? 1f : -1)],
        _ones = [.. Enumerable.Repeat(1f, 2 * N)];

    /// <summary>The visible biases. // [D]</summary>
    internal Span<float> VisibleBiases => _b;

    /// <summary>One update. // V [D × N]</summary>
    internal void Step(ReadOnlySpan<float> V)
    {
        Span<float> V0 = _V.AsSpan(0, D * N), v = _V.AsSpan(D * N), P0 = _P.AsSpan(0, H * N), Pk = _P.AsSpan(H * N);
        V.CopyTo(V0);
        HiddenMeans(V0, P0);
        Kernels.RandomBernoulli(_random, P0, _h); // (24.9)
        Gemm.Multiply(new GemmShape(D, N, H) { TransposeA = true }, 1, _W, _h, 0, _m);
        Means(_m, _b); // (24.4)
        Kernels.RandomBernoulli(_random, _m, v); // (24.9)
        HiddenMeans(v, Pk);
        TensorPrimitives.Negate(Pk, Pk);
        Gemm.Multiply(new GemmShape(H, D, 2 * N) { TransposeB = true }, rate / N, _P, _V, 1, _W); // (24.10)
        Gemm.Multiply(new GemmShape(D, 1, 2 * N), rate / N, _V, _signs, 1, _b); // (24.10)
        Gemm.Multiply(new GemmShape(H, 1, 2 * N), rate / N, _P, _ones, 1, _c); // (24.10)
    }

    private void HiddenMeans(ReadOnlySpan<float> V, Span<float> P)
    {
        Gemm.Multiply(new GemmShape(H, N, D), 1, _W, V, 0, P);
        Means(P, _c); // (24.3)
    }

    // σ(A + b1ᵀ)
    private void Means(Span<float> A, ReadOnlySpan<float> b)
    {
        for (int n = 0; n < N; n++)
        {
            Span<float> a = A.Slice(n * b.Length, b.Length);
            TensorPrimitives.Add(a, b, a);
        }

        Kernels.Sigmoid(A, A);
    }
}
