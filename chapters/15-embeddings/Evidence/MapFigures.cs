using MathNet.Numerics.LinearAlgebra;
using Reference.Book;
using Reference.Numerics;
using Reference.Plotting;

namespace Reference.Embeddings;

/// <summary>Figures of words and digits on maps.</summary>
public static class MapFigures
{
    /// <summary>Words at the first two principal components of their vectors. // X [D × V]</summary>
    internal static Panel Words(string title, IReadOnlyList<string> words, Matrix<double> X, Func<string, Color> color)
    {
        Matrix<double> Y = Pca.Of(X, 2).Project(X);
        double room = 1.7 * Y.Row(0).InfinityNorm(); // for the words, which stand outwards
        return new()
        {
            Title = title, X = new("first component") { Min = -room, Max = room }, Y = "second component",
            ShowLegend = false,
            Series =
            [
                .. words.Select((word, v) => new Annotation(Y[0, v], Y[1, v], $"  {word}  ")
                    { Anchor = Y[0, v] > 0 ? TextAnchor.Left : TextAnchor.Right }),
                .. words.Select((_, v) => new Markers([Y[0, v]], [Y[1, v]]) { Color = color(words[v]), Size = 6 }),
            ],
        };
    }

    internal static Figure World()
    {
        WordVectors vectors = EmbeddingClaims.SmallWorldVectors;
        string[] classes = [.. SmallWorld.Classes.Values.Distinct()];
        string[] words = [.. SmallWorld.Classes.Keys];
        Matrix<double> X = Chosen(vectors, words), Y = Pca.Of(X, 2).Project(X);
        return new("Eight classes of words", new Panel
        {
            X = new("first component") { Min = -0.8, Max = 0.9 }, Y = "second component",
            Series =
            [
                .. new[] { "king", "girl", "cat", "apple", "laptop", "happy", "rome", "italy" }.Select(w =>
                    new Annotation(Y[0, Array.IndexOf(words, w)], Y[1, Array.IndexOf(words, w)], $"    {w}    ")
                        { Anchor = w == "happy" ? TextAnchor.Right : TextAnchor.Left }),
                .. classes.Select((c, i) => new Markers(At(c, 0), At(c, 1))
                    { Label = c, Color = Palette.Order[i], Size = 8 }),
            ],
        }) { Height = 560 };

        double[] At(string kind, int row) => [.. words.Select((w, v) => (w, v))
            .Where(p => SmallWorld.Classes[p.w] == kind).Select(p => Y[row, p.v])];
    }

    internal static Figure Analogies() => Figure.Grid("Offsets of vectors, first two principal components", 2,
    [
        Pairs("people", [("man", "king"), ("woman", "queen"), ("boy", "prince"), ("girl", "princess")]),
        Pairs("places", [("rome", "italy"), ("paris", "france"), ("delhi", "india"), ("moscow", "russia")]),
    ]) with { Height = 560 };

    internal static Figure Digits() => Digits(drawn.Value, "drawn digits");

    private static Figure Digits(DigitMap map, string what) => Figure.Grid($"{map.Labels.Count:N0} {what}", 2,
    [
        Digits($"two principal components: {map.Pca:P0} of neighbours alike", map.Labels, map.ByPca, "component"),
        Digits($"t-SNE: {map.Tsne:P0} of neighbours alike", map.Labels, map.ByTsne, "coordinate"),
    ]) with { Height = 520 };

    private static readonly Lazy<DigitMap> drawn = new(() => DigitMap.Of(null, 150, 200));

    /// <summary>The map of drawn digits, made once.</summary>
    public static DigitMap Drawn => drawn.Value;

    private static Panel Digits(string title, IReadOnlyList<int> labels, Matrix<double> Y, string axis)
    {
        double[] Of(int digit, int row) =>
            [.. Enumerable.Range(0, labels.Count).Where(n => labels[n] == digit).Select(n => Y[row, n])];
        return new()
        {
            Title = title, X = $"first {axis}", Y = $"second {axis}",
            Series =
            [
                .. Enumerable.Range(0, 10).Select(digit => new Markers(Of(digit, 0), Of(digit, 1))
                {
                    Label = $"{digit}", Color = Palette.Order[digit % 8], Size = 6,
                    Shape = digit < 8 ? MarkerShape.Circle : MarkerShape.Triangle,
                }),
            ],
        };
    }

    private static Panel Pairs(string title, (string From, string To)[] pairs)
    {
        string[] words = [.. pairs.SelectMany(p => new[] { p.From, p.To })];
        Matrix<double> X = Chosen(EmbeddingClaims.SmallWorldVectors, words), Y = Pca.Of(X, 2).Project(X);
        Panel panel = Words(title, words, X, _ => Palette.Black);
        return panel with
        {
            Series =
            [
                .. panel.Series,
                .. pairs.Select((_, i) => new Arrow(Y[0, 2 * i], Y[1, 2 * i], Y[0, 2 * i + 1], Y[1, 2 * i + 1])
                    { Color = Palette.Sky }),
            ],
        };
    }

    private static Matrix<double> Chosen(WordVectors vectors, IEnumerable<string> words) =>
        Matrix<double>.Build.DenseOfColumnVectors(words.Select(w => vectors[w]));
}
