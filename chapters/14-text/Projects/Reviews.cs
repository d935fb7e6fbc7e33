using Reference.Datasets;
using Reference.Numerics;

namespace Reference.Texts;

/// <summary>Sentences with their sentiment: real ones where they are there, and drawn ones. S0-145, S3-051.</summary>
public static class Reviews
{
    /// <summary>The labelled sentences of a shop, 1 for praise and 0 for blame; null where they are not
    /// here.</summary>
    public static LabelledSentences? Real() => DataCache.Standard.Find(PublicSet.Sentiment) is { } folder
        ? SentenceFile.Read(Path.Combine(folder, PublicSet.Sentiment.Members[0]))
        : null;

    /// <summary>Sentences of a small grammar, whose sentiment is known.</summary>
    public static LabelledSentences Drawn(int count, ulong seed) => ReviewGrammar.Draw(new RandomStream(seed), count);

    /// <summary>Folds in which both classes keep their share: each validates once while the others train.</summary>
    public static IReadOnlyList<Split> Folds(LabelledSentences set, int folds, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(set);
        return Split.StratifiedFolds(set.Labels, folds, new RandomStream(seed));
    }

    /// <summary>Reads a sentence of the grammar by its rules: what follows "but" decides, and "not" reverses it. This
    /// is understanding: from text to a label. Drawing it was generation. S0-143, S0-144.</summary>
    public static int Understand(string sentence)
    {
        string[] words = new WordTokenizer().Split(sentence.Split(" but ")[^1].Split(" and ")[^1]);
        return words.Any(ReviewGrammar.Praise.Contains) != words.Contains("not") ? 1 : 0;
    }
}
