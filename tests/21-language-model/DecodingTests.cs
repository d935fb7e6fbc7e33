using Reference.Activations;
using Reference.Numerics;
using static Reference.Testing.BadInput;

namespace Reference.LanguageModels.Tests;

/// <summary>Laws of decoding.</summary>
public class DecodingTests
{
    private static readonly double[] s_z = [2, 1, 0.5, 0.1, -1];

    private static double[] Draw(RandomStream random) => ScalarActivations.Softmax(
        [.. random.Normals(2 + random.Below(8)).Select(v => 2 * v)]);

    // (21.7) S1-320: 1 changes nothing, low temperatures are greedy, high ones uniform, entropy grows.
    [Property]
    public void Temperature_goes_from_greedy_to_uniform(Seed seed)
    {
        RandomStream random = seed.Stream();
        double[] z = random.Normals(2 + random.Below(8));
        Assert.Equal(ScalarActivations.Softmax(z), ScalarDecoding.Temperature(z, 1));
        double[] entropies = [.. new[] { 0.25, 0.5, 1, 2, 4 }.Select(
            τ => ScalarDecoding.Entropy(ScalarDecoding.Temperature(z, τ)))];
        Assert.Equal(entropies.Order(), entropies);
        Assert.Equal(Math.Log(z.Length), ScalarDecoding.Entropy(ScalarDecoding.Temperature(z, 1e6)), 1e-9);
        double[] cold = ScalarDecoding.Temperature(z, 1e-9);
        Assert.Equal(Array.IndexOf(z, z.Max()), Array.IndexOf(cold, cold.Max()));
        Assert.Equal(ScalarActivations.Softmax([.. z.Select(v => v + 5)]).Sum(), cold.Sum(), 1e-12);
    }

    // (21.8) (21.10) (21.11) S1-315 S1-318 S1-319: what is kept, and in which proportions.
    [Property]
    public void Top_k_and_top_p_keep_the_largest_in_their_proportions(Seed seed)
    {
        RandomStream random = seed.Stream();
        double[] p = Draw(random), sorted = [.. p.OrderDescending()];
        int k = 1 + random.Below(p.Length);
        double P = 1 - random.Uniform();
        foreach ((double[] q, int kept) in new[]
        {
            (ScalarDecoding.TopK(p, k), k),
            (ScalarDecoding.TopP(p, P), 1 + Enumerable.Range(1, p.Length - 1).Count(i => sorted[..i].Sum() < P)),
        })
        {
            Assert.Equal(kept, q.Count(v => v > 0));
            Assert.Equal(1, q.Sum(), 1e-12);
            Assert.All(p.Zip(q), pair => Assert.True(pair.Second > 0 == pair.First >= sorted[kept - 1]));
            double ratio = sorted[..kept].Sum();
            Assert.All(p.Zip(q).Where(pair => pair.Second > 0), pair =>
                Assert.Equal(pair.First / ratio, pair.Second, 1e-12));
        }

        Assert.Equal(1, ScalarDecoding.TopK(p, 1)[ScalarDecoding.Greedy(p)]);
        Assert.Equal(p, ScalarDecoding.TopK(p, p.Length), (a, b) => Math.Abs(a - b) < 1e-15);
        Assert.Equal(p, ScalarDecoding.TopP(p, 1), (a, b) => Math.Abs(a - b) < 1e-15);
        Assert.Equal(sorted[0], p[ScalarDecoding.Greedy(p)]);
    }

    // (21.9) S1-316: χ² of 100,000 draws with 4 degrees of freedom; 18.5 is passed once in a thousand runs.
    [Fact]
    public void Draws_have_the_frequencies_of_the_distribution()
    {
        double[] full = ScalarActivations.Softmax(s_z);
        foreach (double[] p in (double[][])[full, ScalarDecoding.TopK(full, 3), ScalarDecoding.Temperature(s_z, 2)])
        {
            var random = new RandomStream(11);
            var counts = new int[5];
            for (int i = 0; i < 100_000; i++)
            {
                counts[ScalarDecoding.Multinomial(p, random.Uniform())]++;
            }

            Assert.All(p.Zip(counts), pair => Assert.True(pair.First > 0 || pair.Second == 0));
            Assert.InRange(
                p.Zip(counts).Where(pair => pair.First > 0)
                    .Sum(pair => Math.Pow(pair.Second - 1e5 * pair.First, 2) / (1e5 * pair.First)), 0, 18.5);
        }

        Assert.Equal([0, 0, 1, 1, 2], new[] { 0, 0.4999, 0.5, 0.7499, 0.75 }
            .Select(u => ScalarDecoding.Multinomial([0.5, 0.25, 0.25, 0], u)));
        Assert.Equal(2, ScalarDecoding.Multinomial([0.5, 0.2, 0.2999, 0], 0.99999));
    }

    // Scores that depend on all tokens before.
    private static NextLogProbabilities Table(int V, int seed) => sequences => [.. sequences.Select(ids =>
    {
        ulong hash = ids.Aggregate((ulong)seed, (h, id) => 31 * h + (ulong)id + 7);
        return ScalarActivations.Softmax(new RandomStream(hash).Normals(V)).Select(v => Math.Log(v)).ToArray();
    })];

    // (21.12) (21.13) S1-317: one beam is greedy; as many as there are sequences find the best of all, in order.
    [Property]
    public void Beam_search_is_greedy_for_one_and_exhaustive_for_all(Seed seed)
    {
        int table = seed.Stream().Below(1 << 20), V = 2 + table % 2, steps = 3;
        NextLogProbabilities next = Table(V, table);
        int[] greedy = [0];
        for (int t = 0; t < steps; t++)
        {
            greedy = [.. greedy, ScalarDecoding.Greedy([.. next([greedy])[0].Select(v => Math.Exp(v))])];
        }

        Assert.Equal(greedy, BeamSearch.Run(next, [0], 1, steps).Single().Tokens);
        IEnumerable<int[]> all = [[0]];
        for (int t = 0; t < steps; t++)
        {
            all = [.. all.SelectMany(ids => Enumerable.Range(0, V).Select(id => (int[])[.. ids, id]))];
        }

        double Score(int[] ids) => Enumerable.Range(1, steps).Sum(t => next([ids[..t]])[0][ids[t]]);
        IReadOnlyList<Beam> found = BeamSearch.Run(next, [0], (int)Math.Pow(V, steps), steps);
        Assert.Equal(all.OrderByDescending(Score), found.Select(beam => beam.Tokens));
        Assert.All(found, beam => Assert.Equal(Score(beam.Tokens), beam.Score, 1e-12));
        Assert.Equal(1, found.Sum(beam => Math.Exp(beam.Score)), 1e-12);
    }

    // S1-317 S1-359 S1-314: two beams find a better sequence than greedy; a sequence that has ended stays.
    [Fact]
    public void Two_beams_find_what_greedy_misses()
    {
        IReadOnlyList<Beam> greedy = BeamSearch.Run(BeamTree.Next, [], 1, 2),
            two = BeamSearch.Run(BeamTree.Next, [], 2, 2);
        Assert.Equal([0, 0], greedy[0].Tokens);
        Assert.Equal([1, 1], two[0].Tokens);
        Assert.Equal(Math.Log(0.6 * 0.55), greedy[0].Score, 1e-12);
        Assert.Equal(Math.Log(0.4 * 0.9), two[0].Score, 1e-12);
        IReadOnlyList<Beam> ended = BeamSearch.Run(BeamTree.Next, [], 2, 9, end: 1);
        Assert.All(ended, beam => Assert.True(beam.Ended || beam.Tokens.Length == 9));
        Assert.Contains(ended, beam => beam.Tokens is [1] && beam.Score == Math.Log(0.4));
        Refuses(() => BeamSearch.Run(BeamTree.Next, [], 0, 1), "B");
        Refuses(() => BeamSearch.Run(BeamTree.Next, [], 1, 0), "steps");
    }

    // (21.6): counts by hand, and a distribution whatever the context.
    [Fact]
    public void A_bigram_mixes_counts_with_those_of_single_tokens()
    {
        int[] ids = [0, 1, 0, 1, 2];
        var bigram = new NgramModel(ids, 3, 2, κ: 1);
        double single = (2 + 1.0 / 3) / (5 + 1);
        Assert.Equal((2 + single) / (2 + 1), bigram.Probability([0], 1), 1e-15);
        foreach (int[] before in (int[][])[[], [0], [2], [1, 2]])
        {
            Assert.Equal(1, Enumerable.Range(0, 3).Sum(x => bigram.Probability(before, x)), 1e-12);
        }

        Assert.Equal(bigram.Probability([0], 1), bigram.Probability([2, 2, 0], 1));
        Assert.Equal(-Math.Log(bigram.Probability([0], 1)), bigram.Loss([0, 1]), 1e-12);
        Refuses(() => new NgramModel(ids, 3, 0), "n");
        Refuses(() => new NgramModel(ids, 3, 2, 0), "κ");
    }
}
