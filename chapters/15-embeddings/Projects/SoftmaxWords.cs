using MathNet.Numerics.LinearAlgebra;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Embeddings;

/// <summary>Skip-gram and CBOW with the full softmax, as networks of chapter 09: what negative sampling approximates.
/// S0-164, S0-165, S3-172.</summary>
public static class SoftmaxWords
{
    /// <summary>T ids → their mean vector → a score for each word, without bias. // W, U [D × V]</summary>
    public static Sequential Network(Matrix<double> W, Matrix<double> U, int tokens = 1)
    {
        var scores = new Dense(U.Transpose(), Matrix<double>.Build.Dense(U.ColumnCount, 1));
        return tokens == 1
            ? new(new Embedding(W), scores)
            : new(new Embedding(W, tokens), new MeanOfTokens(W.RowCount, tokens), scores);
    }

    /// <summary>Trains on every word of a text that has k neighbours on both sides: it predicts each of them
    /// (skip-gram), or their mean predicts it. Returns the mean loss of each epoch, and the vectors.
    /// // sentences of ids</summary>
    public static (double[] Losses, Matrix<double> Vectors) Train(
        IReadOnlyList<int[]> sentences, int V, int dimension, int k, bool cbow, int epochs, RandomStream random)
    {
        ContextWindow.Width(k);
        Matrix<double> Drawn() => Matrix<double>.Build.Dense(
            dimension, V, random.Uniforms(dimension * V, -0.5 / dimension, 0.5 / dimension));
        Sequential network = Network(Drawn(), Drawn(), cbow ? 2 * k : 1);
        var optimizer = new Adam([.. network.Parameters.Take(2)], 0.01); // the bias stays 0
        var loss = new SoftmaxCrossEntropy();
        (int[] Inputs, int Output)[] samples =
        [
            .. from s in sentences
               from t in Enumerable.Range(0, s.Length).Where(t => t >= k && t + k < s.Length)
               let context = s[(t - k)..t].Concat(s[(t + 1)..(t + k + 1)]).ToArray()
               from sample in cbow ? [(context, s[t])] : context.Select(c => (new[] { s[t] }, c))
               select sample,
        ];
        var losses = new double[epochs];
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle<(int[], int)>(samples);
            foreach ((int[] Inputs, int Output)[] batch in samples.Chunk(64))
            {
                optimizer.ZeroGradients();
                MatrixView Z = network.Forward(Matrix<double>.Build.Dense(
                    network.Inputs, batch.Length, (t, n) => batch[n].Inputs[t]).View());
                losses[epoch] += loss.Forward(Z, Matrix<double>.Build.Dense(
                    V, batch.Length, (v, n) => batch[n].Output == v ? 1 : 0).View()) * batch.Length / samples.Length;
                network.Backward(loss.Backward(), inputGradient: false);
                optimizer.Step();
            }
        }

        return (losses, network.Parameters[0].Value);
    }
}
