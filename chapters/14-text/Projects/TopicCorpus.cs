using Reference.Numerics;

namespace Reference.Texts;

/// <summary>
/// Texts as ids, drawn like news and reviews: frequencies of words follow Zipf's law, and each topic has words of its
/// own. It stands in for IMDB and Reuters, which come as ids too. S3-051, S3-055, S3-081, S3-082.
/// </summary>
public sealed class TopicCorpus
{
    private const int OwnWords = 30; // of a topic

    private readonly double[] _cumulative; // of the shares of common words
    private readonly int[][] _own; // [topics][words]
    private readonly double _strength;

    /// <summary>The words of a corpus.</summary>
    /// <param name="random">The stream.</param>
    /// <param name="topics">K ≥ 2; 46 for news, 2 for reviews.</param>
    /// <param name="vocabulary">D ≥ 100; ids are 2 … D − 1, after padding and unknown.</param>
    /// <param name="strength">The share of a text's words that are its topic's own, in [0, 1].</param>
    public TopicCorpus(RandomStream random, int topics, int vocabulary, double strength)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThan(topics, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(vocabulary, 100);
        Require.Probability(strength);
        (Topics, Vocabulary, _strength) = (topics, vocabulary, strength);
        _cumulative = new double[vocabulary - 2];
        double sum = 0;
        for (int rank = 0; rank < _cumulative.Length; rank++)
        {
            _cumulative[rank] = sum += 1.0 / (rank + 3);
        }

        _own = [.. Enumerable.Range(0, topics).Select(_ => Enumerable.Range(0, OwnWords)
            .Select(_ => 20 + random.Below(vocabulary - 20)).ToArray())];
    }

    /// <summary>K.</summary>
    public int Topics { get; }

    /// <summary>D.</summary>
    public int Vocabulary { get; }

    /// <summary>Texts of 20 to 80 words, all topics equally likely. // texts [N], labels [N]</summary>
    public (int[][] Texts, int[] Labels) Draw(RandomStream random, int count)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        int[] labels = [.. Enumerable.Range(0, count).Select(_ => random.Below(Topics))];
        return ([.. labels.Select(topic => Text(random, topic))], labels);
    }

    private int[] Text(RandomStream random, int topic)
    {
        var ids = new int[20 + random.Below(61)];
        for (int t = 0; t < ids.Length; t++)
        {
            ids[t] = random.Bernoulli(_strength) ? _own[topic][random.Below(OwnWords)] : Common(random);
        }

        return ids;
    }

    private int Common(RandomStream random)
    {
        int rank = Array.BinarySearch(_cumulative, random.Uniform(0, _cumulative[^1]));
        return 2 + Math.Min(rank < 0 ? ~rank : rank, _cumulative.Length - 1);
    }
}
