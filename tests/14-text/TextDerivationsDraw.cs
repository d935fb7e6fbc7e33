using Reference.Numerics;

namespace Reference.Texts.Tests;

/// <summary>Short words with probabilities of pieces, and all ways to cut them.</summary>
internal static class TextDerivationsDraw
{
    public sealed record Drawn(string Text, Dictionary<string, double> P);

    public static Drawn Of(Seed seed)
    {
        var random = new RandomStream(seed.Value);
        string text = string.Concat(Enumerable.Range(0, 2 + random.Below(6)).Select(_ => "abc"[random.Below(3)]));
        string[] pieces = [.. Segmentations(text).SelectMany(cut => cut).Distinct()
            .Where(piece => piece.Length == 1 || random.Bernoulli(0.6))];
        double[] weights = random.Uniforms(pieces.Length, 0.1, 1);
        return new(text, pieces.Zip(weights).ToDictionary(p => p.First, p => p.Second / weights.Sum()));
    }

    public static IEnumerable<string[]> Segmentations(string text) => text.Length == 0
        ? [[]]
        : Enumerable.Range(1, text.Length).SelectMany(first =>
            Segmentations(text[first..]).Select(rest => (string[])[text[..first], .. rest]));
}
