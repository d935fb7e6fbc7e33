using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;
using Reference.Texts;

namespace Reference.Embeddings;

/// <summary>Which of word2vec's two tasks, and FastText's. S0-162, S1-176, S1-178.</summary>
public enum WordTask
{
    /// <summary>A word predicts each of its context.</summary>
    SkipGram,

    /// <summary>The mean of its context predicts a word.</summary>
    Cbow,

    /// <summary>Skip-gram, where a word is the mean of its n-grams.</summary>
    FastText,
}

/// <summary>How to train: D, k, K, epochs, the first learning rate (which falls to 0), samples a batch, and the
/// threshold t of (15.16), none without.</summary>
public sealed record WordTraining(
    WordTask Task = WordTask.SkipGram, int Dimension = 16, int Window = 4, int Negatives = 5, int Epochs = 5,
    double LearningRate = 0.05, int BatchSize = 64, double Subsampling = double.PositiveInfinity)
{
    /// <summary>Buckets for n-grams.</summary>
    public const int Buckets = 1 << 14;
}

/// <summary>Word2vec on sentences of words: subsampling, windows, noise, batches, epochs. S0-155, S1-176.</summary>
public sealed class Word2Vec
{
    private readonly WordTraining _how;
    private readonly int[][] _sentences;
    private readonly AliasTable _noise;
    private readonly Subwords? _subwords;
    private readonly int[][] _parts; // the input ids of each word
    private readonly RandomStream _random;
    private readonly List<int> _inputs = [], _ends = [], _outputs = [];
    private double _loss;
    private long _predictions;

    /// <summary>Words that are not in the vocabulary are left out; a window is at least 1, and so are K, the epochs
    /// and the batch.</summary>
    public Word2Vec(
        IReadOnlyList<IReadOnlyList<string>> sentences, Vocabulary vocabulary, WordTraining how, RandomStream random)
    {
        ContextWindow.Width(how.Window, nameof(how));
        if (how.Negatives < 1 || how.Epochs < 1 || how.BatchSize < 1)
        {
            throw new ArgumentOutOfRangeException(
                nameof(how), $"Expected at least 1 negative, epoch and sample a batch; got {how}.");
        }

        (Vocabulary, _how, _random) = (vocabulary, how, random);
        _sentences = [.. sentences.Select(s => vocabulary.Encode(s.Where(vocabulary.Contains)))];
        long[] counts = [.. vocabulary.Frequencies];
        counts.AsSpan(0, vocabulary.Special).Clear();
        _noise = new(WordSampling.Noise(counts));
        _subwords = how.Task == WordTask.FastText ? new(vocabulary.Count, WordTraining.Buckets) : null;
        _parts = [.. vocabulary.Tokens.Select((word, v) => _subwords?.Of(word, v) ?? [v])];
        Model = new(_subwords?.Count ?? vocabulary.Count, vocabulary.Count, how.Dimension, random);
    }

    /// <summary>The words and their ids.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>The vectors that are trained.</summary>
    public NegativeSampling Model { get; }

    /// <summary>The vectors of all words but the special ones.</summary>
    public WordVectors Vectors => new(
        [.. Vocabulary.Tokens.Skip(Vocabulary.Special)],
        Matrix<double>.Build.DenseOfColumnArrays(_parts.Skip(Vocabulary.Special).Select(p => Model.Mean(p))));

    /// <summary>FastText's vector of any word, from its n-grams where it was never seen. // [D]. S1-178</summary>
    public double[] VectorOf(string word) => _subwords is null
        ? throw new InvalidOperationException(
            $"Expected {WordTask.FastText}; {_how.Task} has no vector for new words.")
        : Model.Mean(Vocabulary.Contains(word) ? _parts[Vocabulary.Id(word)] : _subwords.Of(word));

    /// <summary>All epochs; the mean loss of each. The learning rate falls to 0.</summary>
    public double[] Train(Action<int>? progress = null)
    {
        long[] counts = [.. Vocabulary.Frequencies];
        var losses = new double[_how.Epochs];
        long all = (long)_how.Epochs * Math.Max(1, _sentences.Sum(s => s.Length)), seen = 0;
        for (int epoch = 0; epoch < _how.Epochs; epoch++)
        {
            (_loss, _predictions) = (0, 0);
            foreach (int[] sentence in _sentences)
            {
                double η = _how.LearningRate * (1 - (double)seen / all);
                Sentence(
                    double.IsFinite(_how.Subsampling)
                        ? WordSampling.Kept(sentence, counts, _how.Subsampling, _random) : sentence, η);
                seen += sentence.Length;
            }

            Step(_how.LearningRate * (1 - (double)seen / all));
            losses[epoch] = _loss / Math.Max(1, _predictions);
            progress?.Invoke(epoch + 1);
        }

        return losses;
    }

    private void Sentence(int[] ids, double η)
    {
        for (int t = 0; t < ids.Length; t++)
        {
            int first = Math.Max(0, t - _how.Window), last = Math.Min(ids.Length - 1, t + _how.Window);
            for (int s = first; s <= last; s++)
            {
                if (s != t)
                {
                    _inputs.AddRange(_how.Task == WordTask.Cbow ? [ids[s]] : _parts[ids[t]]);
                    if (_how.Task != WordTask.Cbow)
                    {
                        Predict(ids[s], η);
                    }
                }
            }

            if (_how.Task == WordTask.Cbow && last > first)
            {
                Predict(ids[t], η);
            }
        }
    }

    private void Predict(int word, double η)
    {
        _ends.Add(_inputs.Count);
        _outputs.Add(word);
        for (int k = 0; k < _how.Negatives; k++)
        {
            _outputs.Add(_noise.Draw(_random));
        }

        if (_ends.Count == _how.BatchSize)
        {
            Step(η);
        }
    }

    private void Step(double η)
    {
        if (_ends.Count > 0)
        {
            _loss += _ends.Count * Model.Step(Span(_inputs), Span(_ends), Span(_outputs), η);
            _predictions += _ends.Count;
            _inputs.Clear();
            _ends.Clear();
            _outputs.Clear();
        }
    }

    private static ReadOnlySpan<int> Span(List<int> ids) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(ids);
}
