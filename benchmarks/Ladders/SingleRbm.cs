using System.Numerics.Tensors;
using Reference.Numerics;

namespace Reference.Benchmarks;

/// <summary>
/// CD-1 in single precision, (24.3), (24.4), (24.9) and (24.10) on spans, with the update in the product: half the
/// memory, twice the numbers in a register. Chapters compute in double.
/// </summary>
internal sealed class SingleRbm(int D, int H, int batch, float rate)
{
    private readonly RandomStream _random = new(1);
    private readonly float[] _W = [.. new RandomStream(2).Normals(H * D).Select(w => (float)(0.01 * w))],
        _b = new float[D], _c = new float[H], _V = new float[2 * D * batch], _P = new float[2 * H * batch],
        _h = new float[H * batch], _m = new float[D * batch],
        _signs = [.. Enumerable.Range(-batch, 2 * batch).Select(n => n < 0 ? 1f : -1)],
        _ones = [.. Enumerable.Repeat(1f, 2 * batch)];

    /// <summary>The visible biases. // [D]</summary>
    internal Span<float> VisibleBiases => _b;

    /// <summary>Epochs over samples, each in a new order. // X [D × samples]</summary>
    internal void Run(float[] X, int epochs)
    {
        int[] order = [.. Enumerable.Range(0, X.Length / D)];
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            _random.Shuffle(order.AsSpan());
            foreach (int[] samples in order.Chunk(batch))
            {
                Step(X, samples);
            }
        }
    }

    private void Step(ReadOnlySpan<float> X, ReadOnlySpan<int> samples)
    {
        int N = samples.Length;
        Span<float> V = _V.AsSpan(0, 2 * D * N), V0 = V[..(D * N)], v = V[(D * N)..],
            P = _P.AsSpan(0, 2 * H * N), P0 = P[..(H * N)], Pk = P[(H * N)..],
            h = _h.AsSpan(0, H * N), m = _m.AsSpan(0, D * N);
        for (int n = 0; n < N; n++)
        {
            X.Slice(samples[n] * D, D).CopyTo(V0[(n * D)..]);
        }

        HiddenMeans(V0, P0);
        Kernels.RandomBernoulli(_random, P0, h); // (24.9)
        Gemm.Multiply(new GemmShape(D, N, H) { TransposeA = true }, 1, _W, h, 0, m);
        Means(m, _b); // (24.4)
        Kernels.RandomBernoulli(_random, m, v); // (24.9)
        HiddenMeans(v, Pk);
        TensorPrimitives.Negate(Pk, Pk);
        float η = rate / N;
        Gemm.Multiply(new GemmShape(H, D, 2 * N) { TransposeB = true }, η, P, V, 1, _W); // (24.10)
        Gemm.Multiply(new GemmShape(D, 1, 2 * N), η, V, _signs.AsSpan(batch - N, 2 * N), 1, _b); // (24.10)
        Gemm.Multiply(new GemmShape(H, 1, 2 * N), η, P, _ones.AsSpan(0, 2 * N), 1, _c); // (24.10)
    }

    private void HiddenMeans(ReadOnlySpan<float> V, Span<float> P)
    {
        Gemm.Multiply(new GemmShape(H, P.Length / H, D), 1, _W, V, 0, P);
        Means(P, _c); // (24.3)
    }

    // σ(A + b1ᵀ)
    private static void Means(Span<float> A, ReadOnlySpan<float> b)
    {
        Kernels.AddColumn(b, A);
        Kernels.Sigmoid(A, A);
    }
}
