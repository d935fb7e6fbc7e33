using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;
using Reference.Texts;

namespace Reference.Embeddings;

/// <summary>The words of the small world by every method, and what each has found. S1-183, S1-184, S2-223.</summary>
public static class SmallWorldRuns
{
    /// <summary>The methods.</summary>
    public static IReadOnlyList<string> Methods { get; } = ["counts", "GloVe", "CBOW", "skip-gram", "FastText"];

    /// <summary>Sentences and their vocabulary.</summary>
    public static (string[][] Sentences, Vocabulary Vocabulary) Text(int count, ulong seed)
    {
        string[][] sentences = SmallWorld.Sentences(count, new RandomStream(seed));
        return (sentences, Vocabulary.Of(sentences));
    }

    /// <summary>Vectors of D numbers from so many sentences, and the loss of every epoch (none of counts).</summary>
    public static (WordVectors Vectors, double[] Losses) Train(
        string method, int dimension = 16, ulong seed = 1, int count = 3000, int epochs = 6)
    {
        (string[][] sentences, Vocabulary vocabulary) = Text(count, seed);
        var random = new RandomStream(seed + 100);
        if (method == "counts")
        {
            (string[] words, Matrix<double> counted) = Counted(dimension, seed, count);
            return (new(words, counted), []);
        }

        if (method == "GloVe")
        {
            var glove = new Glove(CoOccurrence(sentences, vocabulary), dimension, random);
            double[] losses = [.. Enumerable.Range(0, 5 * epochs).Select(_ => glove.Epoch(0.05, random))];
            return (new(Words(vocabulary), Known(vocabulary, glove.Vectors)), losses);
        }

        WordTask task = method switch
        {
            "CBOW" => WordTask.Cbow,
            "FastText" => WordTask.FastText,
            _ => WordTask.SkipGram,
        };
        var word2vec = new Word2Vec(
            sentences, vocabulary, new(task, dimension, Epochs: epochs, Subsampling: 1e-2), random);
        double[] perEpoch = word2vec.Train();
        return (word2vec.Vectors, perEpoch);
    }

    /// <summary>The share of words whose nearest neighbour is of their class, and of analogies that come
    /// out.</summary>
    public static (double SameClass, double Analogies) Found(WordVectors vectors) =>
        (vectors.SameClass(SmallWorld.Classes),
            SmallWorld.Analogies.Average(q => vectors.Analogy(q.A, q.B, q.C) == q.D ? 1.0 : 0));

    /// <summary>The words and their vectors by counting alone. // [V], [D × V]</summary>
    public static (string[] Words, Matrix<double> Vectors) Counted(int dimension, ulong seed, int count = 3000)
    {
        (string[][] sentences, Vocabulary vocabulary) = Text(count, seed);
        double[,] M = ScalarCounts.Ppmi(CoOccurrence(sentences, vocabulary));
        return (Words(vocabulary),
            Known(vocabulary, CountVectors.Of(Matrix<double>.Build.DenseOfArray(M), dimension)));
    }

    private static double[,] CoOccurrence(string[][] sentences, Vocabulary vocabulary) =>
        ScalarCounts.CoOccurrence(sentences.Select(s => vocabulary.Encode(s)), vocabulary.Count, 4);

    private static string[] Words(Vocabulary vocabulary) => [.. vocabulary.Tokens.Skip(vocabulary.Special)];

    // Without the special tokens, which no sentence has.
    private static Matrix<double> Known(Vocabulary vocabulary, Matrix<double> vectors) => vectors.SubMatrix(
        0, vectors.RowCount, vocabulary.Special, vocabulary.Count - vocabulary.Special);
}
