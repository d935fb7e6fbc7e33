using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Texts;

namespace Reference.BoltzmannMachines;

/// <summary>
/// Words of sentences as visible units, topics as hidden units: a unit's topic is the words with the largest weights
/// to it. S4-180
/// </summary>
/// <param name="Machine">The machine.</param>
/// <param name="Words">The words of the visible units, stop words and rare ones left out. // [D]</param>
/// <param name="Bags">1 where a word is in a sentence. // [D × N]</param>
public sealed record Topics(BernoulliRbm Machine, string[] Words, Matrix<double> Bags)
{
    /// <summary>Trains by CD-1 on the words that stand in enough sentences.</summary>
    public static Topics Train(IReadOnlyList<string> texts, int hidden, int epochs, ulong seed, int least = 5)
    {
        var tokenizer = new WordTokenizer();
        HashSet<string>[] sentences = [.. texts.Select(text =>
            StopWords.Remove(tokenizer.Split(text), StopWords.English).ToHashSet(StringComparer.Ordinal))];
        string[] words = [.. sentences.SelectMany(s => s).GroupBy(w => w).Where(w => w.Count() >= least)
            .OrderByDescending(w => w.Count()).ThenBy(w => w.Key, StringComparer.Ordinal).Select(w => w.Key)];
        Matrix<double> bags = Matrix<double>.Build.Dense(
            words.Length, texts.Count, (i, n) => sentences[n].Contains(words[i]) ? 1 : 0);
        var random = new RandomStream(seed);
        var machine = new BernoulliRbm(words.Length, hidden, random, 0.1);
        AnnealedImportanceSampling.BiasesOf(bags.View()).CopyTo(machine.Parameters[1].Values);
        new RbmTrainer(machine, new ContrastiveDivergence(machine, 1, random), new Momentum(machine.Parameters, 0.05))
            .Fit(new ColumnSamples(bags), epochs, 20, random);
        return new(machine, words, bags);
    }

    /// <summary>The words with the largest weights to a hidden unit.</summary>
    public string[] Of(int unit, int count) => [.. Machine.Parameters[0].Value.Row(unit).Index()
        .OrderByDescending(w => w.Item).Take(count).Select(w => Words[w.Index])];

    /// <summary>The share of label 1 among the sentences that a unit is most probably on for. // labels [N]</summary>
    public double Praise(int unit, IReadOnlyList<int> labels, int sentences) =>
        Machine.Features(Bags).Row(unit).Index()
        .OrderByDescending(p => p.Item).Take(sentences).Average(p => (double)labels[p.Index]);
}
