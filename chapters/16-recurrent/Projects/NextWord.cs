using MathNet.Numerics.LinearAlgebra;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Texts;

namespace Reference.RecurrentNetworks;

/// <summary>The next word after each word of a sentence, by its words as one-hot columns: "I love deep" → "learning".
/// S2-186, S2-187.</summary>
public sealed class NextWord
{
    private readonly string[] _words;
    private readonly Sequences _sequences;
    private readonly Trainer _trainer;

    /// <summary>A network of so many units, untrained, for the words of some sentences; Elman's unless another cell is
    /// given.</summary>
    public NextWord(IReadOnlyList<string> sentences, int units, ulong seed, CellFactory? cell = null)
    {
        var random = new RandomStream(seed);
        Sentences = [.. sentences.Select(WordTokenizer.BySpaces)];
        _words = [.. Sentences.SelectMany(words => words).Distinct()];
        _sequences = new Sequences(1);
        Initializer start = Initializers.Xavier(random);
        var network = new Sequential(
            cell?.Invoke(_words.Length, units, _sequences, random, Returns.EveryStep)
                ?? new Elman(_words.Length, units, _sequences, start),
            new Dense(units, _words.Length, start));
        _trainer = new Trainer(
            network, new SoftmaxCrossEntropy(), new ClippedOptimizer(new Adam(network.Parameters, 0.02), 1));
    }

    /// <summary>The sentences as words.</summary>
    public IReadOnlyList<string[]> Sentences { get; }

    /// <summary>The words, in the order of their first use.</summary>
    public IReadOnlyList<string> Words => _words;

    /// <summary>One step on each sentence for each epoch; the mean loss of a word, by epoch. // [epochs]</summary>
    public double[] Train(int epochs)
    {
        var losses = new double[epochs];
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            losses[epoch] = Sentences.Average(words =>
            {
                _sequences.Expect(words.Length - 1);
                return _trainer.Step(OneHot(words[..^1]), OneHot(words[1..]));
            });
        }

        return losses;
    }

    /// <summary>The probability of each word after each word of a beginning. // [V × T]</summary>
    public Matrix<double> Probabilities(string beginning)
    {
        string[] words = WordTokenizer.BySpaces(beginning);
        _sequences.Expect(words.Length);
        return _trainer.Predict(OneHot(words));
    }

    /// <summary>The most probable word after a beginning.</summary>
    public string After(string beginning)
    {
        Matrix<double> p = Probabilities(beginning);
        return Words[p.Column(p.ColumnCount - 1).MaximumIndex()];
    }

    private Matrix<double> OneHot(string[] words) => words.Except(_words).FirstOrDefault() is { } unknown
        ? throw new ArgumentException($"Expected words of the sentences; got '{unknown}'.", nameof(words))
        : Matrix<double>.Build.Dense(_words.Length, words.Length, (i, t) => _words[i] == words[t] ? 1 : 0);
}
