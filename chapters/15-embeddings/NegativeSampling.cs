using MathNet.Numerics.LinearAlgebra.Double;
using Reference.Numerics;

namespace Reference.Embeddings;

/// <summary>
/// Word2vec with negative sampling on batches: (15.12) to (15.15) and a step of gradient descent, whose gradients are
/// never stored. A sample is any number of input ids, whose mean is h: one word in skip-gram, the context in CBOW, the
/// n-grams of a word in FastText. All of a batch is computed from the vectors before the step. S1-176, S1-178, S2-223.
/// </summary>
public sealed class NegativeSampling
{
    private readonly int D;
    private double[] _H = [], _dH = [], _z = [], _δ = [];

    /// <summary>Vectors of D numbers in ±1/(2D), and output vectors of 0, as word2vec begins.</summary>
    public NegativeSampling(int inputs, int outputs, int dimension, RandomStream random)
    {
        D = Size(dimension);
        (Vectors, Outputs) = (new DenseMatrix(D, Size(inputs)), new DenseMatrix(D, Size(outputs)));
        random.FillUniform(Vectors.Values, -0.5 / D, 0.5 / D);
    }

    /// <summary>The vectors of the inputs. // [D × inputs]</summary>
    public DenseMatrix Vectors { get; }

    /// <summary>The vectors of the predicted words. // [D × outputs]</summary>
    public DenseMatrix Outputs { get; }

    /// <summary>One step with rate η on the sum over N samples, and their mean loss before it.</summary>
    /// <param name="inputs">The input ids of all samples, one after another.</param>
    /// <param name="ends">Where those of each sample end. // [N]</param>
    /// <param name="outputs">The predicted word of each sample, then its K words of noise. // [N·(1 + K)]</param>
    /// <param name="η">The learning rate of a prediction.</param>
    /// <exception cref="ArgumentException">A sample without input, or another number of outputs; the message says
    /// which.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An id outside the vectors, or η is not finite.</exception>
    /// <exception cref="InvalidOperationException">The loss is not finite; no vector has moved.</exception>
    public double Step(ReadOnlySpan<int> inputs, ReadOnlySpan<int> ends, ReadOnlySpan<int> outputs, double η)
    {
        int N = ends.Length, J = Check(inputs, ends, outputs, η);
        Span<double> H = Buffer(ref _H, D * N), dH = Buffer(ref _dH, D * N);
        Span<double> z = Buffer(ref _z, J * N), δ = Buffer(ref _δ, J * N);
        Hidden(inputs, ends, H);
        for (int i = 0; i < z.Length; i++)
        {
            z[i] = Kernels.Dot(Of(Outputs, outputs[i]), H.Slice(i / J * D, D));
        }

        Kernels.Sigmoid(z, δ); // (15.13)
        for (int n = 0; n < N; n++)
        {
            δ[n * J] -= 1; // (15.13)
        }

        double loss = Loss(z, J) / N;
        if (!double.IsFinite(loss))
        {
            throw new InvalidOperationException(
                FormattableString.Invariant($"The loss is {loss} at the learning rate {η}; no vector has moved."));
        }

        dH.Clear();
        for (int i = 0; i < z.Length; i++)
        {
            Kernels.Axpby(δ[i], Of(Outputs, outputs[i]), 1, dH.Slice(i / J * D, D)); // (15.14)
        }

        for (int i = 0; i < z.Length; i++)
        {
            Kernels.Axpby(-η * δ[i], H.Slice(i / J * D, D), 1, Of(Outputs, outputs[i])); // (15.13)
        }

        for (int n = 0, i = 0; n < N; n++)
        {
            double share = η / (ends[n] - i);
            for (; i < ends[n]; i++)
            {
                Kernels.Axpby(-share, dH.Slice(n * D, D), 1, Of(Vectors, inputs[i])); // (15.15)
            }
        }

        return loss;
    }

    /// <summary>The mean of the vectors of some inputs: of the n-grams of a word that was never seen. // ids [m ≥ 1]
    /// → [D]</summary>
    public double[] Mean(ReadOnlySpan<int> ids)
    {
        var h = new double[D];
        Hidden(ids, [ids.Length], h);
        return h;
    }

    private void Hidden(ReadOnlySpan<int> inputs, ReadOnlySpan<int> ends, Span<double> H)
    {
        H.Clear();
        for (int n = 0, i = 0; n < ends.Length; n++)
        {
            double share = 1.0 / (ends[n] - i);
            for (; i < ends[n]; i++)
            {
                Kernels.Axpby(share, Of(Vectors, inputs[i]), 1, H.Slice(n * D, D)); // (15.15)
            }
        }
    }

    // (15.12): softplus(−z) of the predicted word, softplus(z) of noise; z is overwritten.
    private static double Loss(Span<double> z, int J)
    {
        double sum = 0;
        for (int i = 0; i < z.Length; i++)
        {
            sum += Math.Max(0, i % J == 0 ? -z[i] : z[i]); // (15.12)
            z[i] = -Math.Abs(z[i]);
        }

        Kernels.Exp(z, z);
        for (int i = 0; i < z.Length; i++)
        {
            z[i] += 1;
        }

        Kernels.Log(z, z);
        for (int i = 0; i < z.Length; i++)
        {
            sum += z[i]; // (15.12)
        }

        return sum;
    }

    private int Check(ReadOnlySpan<int> inputs, ReadOnlySpan<int> ends, ReadOnlySpan<int> outputs, double η)
    {
        Require.Finite(η);
        Require.NotEmpty(ends.Length, nameof(ends));
        for (int n = 0; n < ends.Length; n++)
        {
            if (ends[n] <= (n == 0 ? 0 : ends[n - 1]))
            {
                throw new ArgumentException($"Expected an input for every sample; sample {n} has none.", nameof(ends));
            }
        }

        if (ends[^1] != inputs.Length || outputs.Length % ends.Length != 0 || outputs.Length == 0)
        {
            throw new ArgumentException(
                $"Expected {ends[^1]} inputs and equally many outputs for each of {ends.Length} samples; got "
                    + $"{inputs.Length} and {outputs.Length}.", nameof(outputs));
        }

        Ids(inputs, Vectors.ColumnCount, nameof(inputs));
        Ids(outputs, Outputs.ColumnCount, nameof(outputs));
        return outputs.Length / ends.Length;
    }

    private static void Ids(ReadOnlySpan<int> ids, int count, string name)
    {
        foreach (int id in ids)
        {
            if ((uint)id >= (uint)count)
            {
                throw new ArgumentOutOfRangeException(name, $"Expected ids from 0 to {count - 1}; got {id}.");
            }
        }
    }

    private Span<double> Of(DenseMatrix vectors, int id) => vectors.Values.AsSpan(id * D, D);

    private static Span<double> Buffer(ref double[] values, int length)
    {
        if (values.Length < length)
        {
            values = new double[length];
        }

        return values.AsSpan(0, length);
    }

    private static int Size(int size) => size >= 1
        ? size
        : throw new ArgumentOutOfRangeException(nameof(size),
            $"Expected at least 1 vector and dimension; got {size}.");
}
