using Reference.Book;
using Reference.Losses;
using Reference.Numerics;
using Reference.Verification;

namespace Reference.Texts;

/// <summary>The derivations, in the order of the README.</summary>
public static class TextDerivations
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Derivation> All { get; } =
        [MergeGain(), AllSegmentations(), ExpectedCounts(), MaximumStep(), Untrained()];

    private static Derivation MergeGain() => new Derivation<(double N, double fab, double fa, double fb)>(
        "merge-gain", "What a merge gains: WordPiece's score", "S1-163",
        random => (random.Uniform(500, 900), random.Uniform(25, 50), random.Uniform(60, 99), random.Uniform(60, 99)))
        .Start(@"\ln P(ab) - \ln P(a)\, P(b)", s => Math.Log(s.fab / s.N) - Math.Log(s.fa / s.N * (s.fb / s.N)))
        .Equal(@"\ln \frac{f(ab)}{N} - \ln \frac{f(a)}{N} - \ln \frac{f(b)}{N}",
            s => Math.Log(s.fab / s.N) - Math.Log(s.fa / s.N) - Math.Log(s.fb / s.N), "each symbol by its frequency")
        .Equal(@"\ln N + \ln \frac{f(ab)}{f(a)\, f(b)}",
            s => Math.Log(s.N) + Math.Log(ScalarWordPiece.Score(s.fab, s.fa, s.fb)),
            "N is the same for all pairs: the score (14.6) decides");

    private static Derivation AllSegmentations() => new Derivation<Drawn>(
        "all-segmentations", "All segmentations of a word, without listing them", "S1-165", Drawn.Of)
        .Start(@"P(x) = \sum_{x_1 \cdots x_k = x}\; \prod_i p(x_i)", s => Segmentations(s.Text)
            .Where(cut => cut.All(s.P.ContainsKey)).Sum(cut => Math.Exp(ScalarUnigram.LogLikelihood(cut, s.P))))
        .Equal(@"\sum_{i < n} \Bigl( \sum_{x_1 \cdots x_k = x_{1 \ldots i}} \prod_j p(x_j) \Bigr)\,"
                + @" p(x_{i+1 \ldots n})",
            s => Enumerable.Range(0, s.Text.Length).Sum(i =>
                Segmentations(s.Text[..i]).Where(cut => cut.All(s.P.ContainsKey))
                    .Sum(cut => Math.Exp(ScalarUnigram.LogLikelihood(cut, s.P)))
                * s.P.GetValueOrDefault(s.Text[i..])), "by the last piece")
        .Equal(@"e^{\alpha_n}", s => Math.Exp(ScalarUnigram.Forward(s.Text, s.P)[^1]), "(14.9)")
        .Equal(@"e^{\beta_0}", s => Math.Exp(ScalarUnigram.Backward(s.Text, s.P)[0]), "the same from the other end");

    private static Derivation ExpectedCounts() => new Derivation<Drawn>(
        "expected-counts", "The gradient of the likelihood counts pieces", "S1-165", Drawn.Of)
        .Start(@"\frac{\partial \ln P(x)}{\partial \ln p(y)}", s =>
        {
            string[] pieces = [.. s.P.Keys.Order(StringComparer.Ordinal)];
            return NumericalDerivative.Gradient(
                lnP => ScalarUnigram.Forward(s.Text, pieces.Zip(lnP).ToDictionary(p => p.First,
                    p => Math.Exp(p.Second)))[^1], [.. pieces.Select(piece => Math.Log(s.P[piece]))]);
        })
        .Numerically(@"\sum_{\text{segmentations}} \frac{\prod_i p(x_i)}{P(x)}\, \#\{ i : x_i = y \}", s =>
        {
            string[][] cuts = [.. Segmentations(s.Text).Where(cut => cut.All(s.P.ContainsKey))];
            double[] weights = [.. cuts.Select(cut => Math.Exp(ScalarUnigram.LogLikelihood(cut, s.P)))];
            return [.. s.P.Keys.Order(StringComparer.Ordinal).Select(y =>
                cuts.Zip(weights, (cut, w) => w * cut.Count(x => x == y)).Sum() / weights.Sum())];
        }, "the expected number of times that y is used")
        .Equal(@"\sum_{x_{i+1 \ldots j} = y} e^{\alpha_i}\, p(y)\, e^{\beta_j}\, /\, e^{\alpha_n}", s =>
            ScalarUnigram.Expected(s.Text, s.P) is var c
                ? [.. s.P.Keys.Order(StringComparer.Ordinal).Select(y => c.GetValueOrDefault(y))]
                : [], "(14.10)");

    private static Derivation MaximumStep() => new Derivation<Drawn>(
        "em-step", "A step of EM never lowers the likelihood", "S1-165", Drawn.Of)
        .Start(@"\ln P_p(x)", s => ScalarUnigram.Forward(s.Text, s.P)[^1])
        .Equal(@"\ln P_p(x) + \sum_y c(y) \ln \frac{p(y)}{p(y)}", s => ScalarUnigram.Forward(s.Text, s.P)[^1])
        .AtMost(@"\ln P_p(x) + \sum_y c(y) \ln \frac{p'(y)}{p(y)}, \quad p'(y) = \frac{c(y)}{\sum_z c(z)}", s =>
        {
            Dictionary<string, double> c = ScalarUnigram.Expected(s.Text, s.P), next = ScalarUnigram.Shares(c);
            return ScalarUnigram.Forward(s.Text, s.P)[^1]
                + c.Where(y => y.Value > 0).Sum(y => y.Value * Math.Log(next[y.Key] / s.P[y.Key]));
        }, "among all p that sum to 1 this one has the largest sum, (14.11)")
        .AtMost(@"\ln P_{p'}(x)", s => ScalarUnigram.Forward(
            s.Text, ScalarUnigram.Shares(ScalarUnigram.Expected(s.Text, s.P)))[^1],
            "Jensen's inequality: ln of an expectation");

    private static Derivation Untrained() => new Derivation<int>(
        "untrained", "The loss of a network that knows nothing", "S3-089", random => 2 + random.Below(60))
        .Start(@"-\ln \mathrm{softmax}(0, \ldots, 0)_y", K => ScalarCrossEntropy.OfLogits(
            new double[K, 1], OneHot(K)))
        .Equal(@"\ln \sum_{k=1}^K e^0", K => Math.Log(Enumerable.Range(0, K).Sum(_ => Math.Exp(0))))
        .Equal(@"\ln K", K => Math.Log(K), "3.8286 for 46 topics, 0.6931 for two");

    private static double[,] OneHot(int K)
    {
        var y = new double[K, 1];
        y[K / 2, 0] = 1;
        return y;
    }

    /// <summary>Every way to cut a text.</summary>
    internal static IEnumerable<string[]> Segmentations(string text) => text.Length == 0
        ? [[]]
        : Enumerable.Range(1, text.Length).SelectMany(first =>
            Segmentations(text[first..]).Select(rest => (string[])[text[..first], .. rest]));

    /// <summary>A short word and the probabilities of pieces: of every character, and of some longer ones.</summary>
    internal sealed record Drawn(string Text, Dictionary<string, double> P)
    {
        public static Drawn Of(RandomStream random)
        {
            string text = string.Concat(Enumerable.Range(0, 3 + random.Below(5)).Select(_ => "abc"[random.Below(3)]));
            string[] pieces = [.. Segmentations(text).SelectMany(cut => cut).Distinct()
                .Where(piece => piece.Length == 1 || random.Bernoulli(0.6))];
            double[] weights = random.Uniforms(pieces.Length, 0.1, 1);
            return new(text, pieces.Zip(weights).ToDictionary(p => p.First, p => p.Second / weights.Sum()));
        }
    }
}
