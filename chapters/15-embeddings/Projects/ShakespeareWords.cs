using Reference.Datasets;
using Reference.Numerics;
using Reference.Texts;

namespace Reference.Embeddings;

/// <summary>Word vectors from a text: Tiny Shakespeare, speech by speech. Judged by word pairs that were chosen
/// beforehand: how many of all words are nearer to the first than the second is. S0-169, S1-184.</summary>
public static class ShakespeareWords
{
    /// <summary>Pairs that the plays use alike.</summary>
    public static IReadOnlyList<(string A, string B)> Pairs { get; } =
    [
        ("king", "queen"), ("father", "mother"), ("brother", "sister"), ("son", "daughter"), ("day", "night"),
        ("he", "she"), ("his", "her"), ("my", "thy"), ("thou", "you"), ("hath", "has"), ("doth", "does"),
        ("come", "go"), ("lord", "sir"), ("hand", "arm"), ("life", "death"), ("heaven", "earth"), ("man", "woman"),
        ("eyes", "tears"), ("sword", "blood"), ("love", "hate"), ("speak", "say"), ("lady", "lord"),
        ("prince", "duke"), ("minutes", "hours"),
    ];

    /// <summary>The speeches of a text as words, and the words that occur at least five times.</summary>
    public static (string[][] Speeches, Vocabulary Vocabulary) Read(string text)
    {
        var words = new WordTokenizer();
        string[][] speeches = [.. text.ReplaceLineEndings("\n").Split("\n\n").Select(words.Split)];
        int often = speeches.SelectMany(s => s).GroupBy(w => w).Count(g => g.Count() >= 5);
        return (speeches, Vocabulary.Of(speeches, often + 2));
    }

    /// <summary>Tiny Shakespeare in a folder of real data.</summary>
    public static string Text(string folder) => TextFile.Read(Path.Combine(folder, "input.txt"));

    /// <summary>Of each pair whose words are both there, the place of the second among the neighbours of the first,
    /// from 1.</summary>
    public static IReadOnlyList<(string A, string B, int Rank)> Ranks(WordVectors vectors)
    {
        HashSet<string> known = [.. vectors.Words];
        return [.. Pairs.Where(p => known.Contains(p.A) && known.Contains(p.B)).Select(p => (p.A, p.B,
            1 + vectors.Nearest(p.A, vectors.Words.Count).Index().First(n => n.Item.Word == p.B).Index))];
    }

    /// <summary>Trains vectors of 64 numbers on windows of five words to a side. Where a mean is the input, its parts
    /// share the gradient, and the rate is four times as high.</summary>
    public static (Word2Vec Model, double[] Losses) Train(
        string[][] speeches, Vocabulary vocabulary, WordTask task, int epochs, ulong seed,
            Action<int>? progress = null)
    {
        var model = new Word2Vec(
            speeches, vocabulary,
            new(task, 64, 5, 5, epochs, task == WordTask.SkipGram ? 0.05 : 0.2, 128, 1e-3), new RandomStream(seed));
        return (model, model.Train(progress));
    }
}
