using MathNet.Numerics.LinearAlgebra;
using Reference.Book;
using Reference.Numerics;
using Reference.Plotting;
using Reference.Texts;

namespace Reference.Embeddings;

/// <summary>Figures of similarities, counts, losses and sampling.</summary>
internal static class WordFigures
{
    public static Figure Toy()
    {
        WordVectors six = NotesVectors.Six.Words();
        string[] names = [.. six.Words.Select(w => w.ToLowerInvariant())];
        return Figure.Grid("The six vectors of S0", 2,
        [
            new Panel
            {
                Title = "cosine", AspectEqual = true, ShowGrid = false,
                Series =
                [
                    new HeatMap(six.Unit.TransposeThisAndMultiply(six.Unit).ToArray())
                    {
                        OriginAtTop = true, Map = ColorMap.Diverging, Min = -1, Max = 1, CellFormat = "0.00",
                        RowLabels = names, ColumnLabels = names,
                    },
                ],
            },
            MapFigures.Words(
                "from two principal components", six.Words,
                Matrix<double>.Build.DenseOfColumnArrays(NotesVectors.Six.Values), _ => Palette.Blue),
        ]) with { Height = 480 };
    }

    public static Figure CoOccurrence()
    {
        (string[][] sentences, Vocabulary vocabulary) = SmallWorldRuns.Text(3000, 1);
        string[] words =
            ["cat", "dog", "eats", "barn", "apple", "pear", "peel", "king", "queen", "crown"];
        double[,] X = ScalarCounts.CoOccurrence(sentences.Select(s => vocabulary.Encode(s)), vocabulary.Count, 4);
        Panel Of(string title, double[,] M, string format) => new()
        {
            Title = title, ShowGrid = false,
            Series =
            [
                new HeatMap(Matrix<double>.Build.Dense(words.Length, words.Length, (i, j) =>
                    M[vocabulary.Id(words[i]), vocabulary.Id(words[j])]).ToArray())
                {
                    OriginAtTop = true, Map = ColorMap.Blues, CellFormat = format, RowLabels = words,
                    ColumnLabels = words,
                },
            ],
        };
        return Figure.Grid("Words of 3,000 sentences at most four places apart", 1,
            [Of("count", X, "0"), Of("positive PMI", ScalarCounts.Ppmi(X), "0.0")]) with { Height = 760 };
    }

    public static Figure Losses()
    {
        (string[][] sentences, Vocabulary vocabulary) = SmallWorldRuns.Text(250, 1);
        int[][] ids = [.. sentences.Select(s => vocabulary.Encode(s))];
        Line Full(bool cbow, Color color) => Curve(
            cbow ? "CBOW" : "skip-gram",
            SoftmaxWords.Train(ids, vocabulary.Count, 16, 2, cbow, 8, new RandomStream(1)).Losses, color);
        return Figure.Grid("The loss of a prediction", 2,
        [
            new Panel
            {
                Title = $"full softmax over {vocabulary.Count} words", X = "epoch", Y = new("mean loss") { Min = 0 },
                Series =
                [
                    Full(false, Palette.Blue), Full(true, Palette.Vermillion),
                    new HorizontalLine(Math.Log(vocabulary.Count)) { Label = "ln V: guessing", Color = Palette.Grey },
                ],
            },
            new Panel
            {
                Title = "five words of noise", X = "epoch", Y = new("mean loss") { Min = 0 },
                Series =
                [
                    Curve("skip-gram", SmallWorldRuns.Train("skip-gram", 16, count: 600).Losses, Palette.Blue),
                    Curve("CBOW", SmallWorldRuns.Train("CBOW", 16, count: 600).Losses, Palette.Vermillion),
                    new HorizontalLine(6 * Math.Log(2)) { Label = "6 ln 2: guessing", Color = Palette.Grey },
                ],
            },
        ]) with { Height = 420 };
    }

    public static Figure Sampling()
    {
        // Zipf: the r-th most frequent of 1,000 words has a share in proportion to 1/r.
        double[] ranks = [.. Enumerable.Range(1, 1000).Select(r => (double)r)];
        double sum = ranks.Sum(r => 1 / r);
        double[] share = [.. ranks.Select(r => 1 / r / sum)];
        double[] noise = WordSampling.Noise([.. ranks.Select(r => (long)(1e9 / r))]);
        return Figure.Grid("1,000 words whose frequency falls as 1/rank", 2,
        [
            new Panel
            {
                Title = "drawn as noise", X = new("rank") { Scale = AxisScale.Log },
                Y = new("probability") { Scale = AxisScale.Log },
                Series =
                [
                    new Line(ranks, share) { Label = "share of the text, f", Color = Palette.Grey },
                    new Line(ranks, noise) { Label = "noise, f to the power ¾", Color = Palette.Blue },
                ],
            },
            new Panel
            {
                Title = "kept in the text, t = 0.001", X = new("rank") { Scale = AxisScale.Log },
                Y = new("probability of being kept") { Min = 0, Max = 1.05 },
                Series =
                [
                    new Line(ranks, [.. share.Select(f => WordSampling.KeepProbability(f, 1e-3))])
                        { Color = Palette.Blue },
                ],
            },
        ]) with { Height = 420 };
    }

    public static Figure Dimension()
    {
        double[] sizes = [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48];
        (string[] words, Matrix<double> all) = SmallWorldRuns.Counted(48, 1); // the first D rows are those of D
        (double SameClass, double Analogies)[] found = [.. sizes.Select(D =>
            SmallWorldRuns.Found(new(words, all.SubMatrix(0, (int)D, 0, words.Length))))];
        return new("Words of the small world by counting, PPMI and SVD", new Panel
        {
            X = new("dimensions") { Scale = AxisScale.Log }, Y = new("share that is right") { Min = 0, Max = 1.05 },
            Series =
            [
                new Line(sizes, [.. found.Select(f => f.SameClass)])
                    { Label = "nearest neighbour is of the same class", Color = Palette.Blue },
                new Line(sizes, [.. found.Select(f => f.Analogies)])
                    { Label = "analogies", Color = Palette.Vermillion },
            ],
        }) { Height = 420 };
    }

    private static Line Curve(string label, double[] losses, Color color) =>
        new([.. Enumerable.Range(1, losses.Length).Select(e => (double)e)], losses) { Label = label, Color = color };
}
