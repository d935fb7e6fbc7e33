using Reference.Book;
using Reference.Classification;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Plotting;

namespace Reference.Texts;

/// <summary>Figures of tokens and of bags of words.</summary>
internal static class TokenFigures
{
    /// <summary>From text to what a model reads, and back. S0-146</summary>
    public static Figure Parts()
    {
        string[] steps = ["text", "tokens", "ids", "vector", "label"];
        return new("From text to a label", new Panel
        {
            ShowAxes = false, ShowGrid = false, AspectEqual = true,
            Series =
            [
                new NetworkDiagram(
                    [.. steps.Select((step, i) => new Node(3 * i, 0, step))],
                    [.. steps.Skip(1).Select((_, i) => new Edge(i, i + 1)
                        { Label = new[] { "cut", "look up", "count", "classify" }[i] })]) { Radius = 36 },
            ],
        }) { Height = 150 };
    }

    /// <summary>Tokens a word against the size of the vocabulary. S1-162, S1-218</summary>
    public static Figure TokensAWord()
    {
        int[] pieces = [64, 102, 161, 256];
        double words = new WordTokenizer().Split(SampleText.Alice).Length;
        Line Of(string name, Color color, Func<int, ITokenizer> train) => new(
            [.. pieces.Select(size => (double)size)],
            [.. pieces.Select(size => train(size).Encode(SampleText.Alice).Length / words)])
        { Label = name, Color = color };
        return new("Tokens a word, with more and more pieces", new Panel
        {
            X = new("pieces beside the 256 bytes")
                { Scale = AxisScale.Log, Ticks = [.. pieces.Select(size => new Tick(size, $"{size}"))] },
            Y = new("tokens a word") { Min = 0 },
            Series =
            [
                Of("byte pairs", Palette.Blue, size => BytePairEncoding.Train([SampleText.Alice], 256 + size)),
                Of("WordPiece", Palette.Vermillion, size => WordPiece.Train([SampleText.Alice], size)),
                Of("Unigram", Palette.Green, size => Unigram.Train([SampleText.Alice], size)),
                new HorizontalLine(1 / 0.75)
                { Label = "rule of thumb: 0.75 words a token", Color = ColorOf.Truth },
            ],
        });
    }

    /// <summary>Pairs looked at to encode n bytes without a space.</summary>
    public static Figure Work()
    {
        int[] lengths = [.. Enumerable.Range(5, 9).Select(k => 1 << k)];
        BytePairEncoding bpe = BytePairEncoding.Train([SampleText.Alice], 512, Pieces.Whole());
        Dictionary<(int, int), int> merged = bpe.Merges.Index().ToDictionary(m => m.Item, m => 256 + m.Index);
        double Heap(int n)
        {
            var merger = new PairMerger(merged);
            merger.Merge(Bytes(n));
            return merger.Work;
        }

        double Scan(int n) // as many pairs are looked at before a merge as there are left
        {
            int left = new PairMerger(merged).Merge(Bytes(n));
            return Enumerable.Range(left, n - left + 1).Sum(length => length - 1.0);
        }

        int[] Bytes(int n) =>
            [.. Enumerable.Range(0, n).Select(i => (int)SampleText.Alice[i % SampleText.Alice.Length])];
        double[] xs = [.. lengths.Select(n => (double)n)];
        return new("Encoding one piece of n bytes", new Panel
        {
            X = new("length n (bytes)") { Scale = AxisScale.Log }, Y = new("pairs looked at")
                { Scale = AxisScale.Log },
            Series =
            [
                new Line(xs, [.. lengths.Select(Scan)])
                { Label = "all pairs before each merge: O(n²)", Color = Palette.Vermillion },
                new Line(xs, [.. lengths.Select(Heap)])
                { Label = "linked list and heap: O(n log n)", Color = Palette.Blue },
            ],
        });
    }

    /// <summary>Unknown words against the size of the vocabulary. S3-267, S3-268</summary>
    public static Figure UnknownWords()
    {
        string[] words = new WordTokenizer().Split(SampleText.Alice);
        string[] first = words[..(words.Length / 2)], second = words[(words.Length / 2)..];
        int[] sizes = [3, 5, 9, 17, 33, 65, 129];
        double[] Rate(string[] of) => [.. sizes.Select(size => Vocabulary.Of([first], size).UnknownRate([of]))];
        double[] xs = [.. sizes.Select(size => (double)size)];
        return new("Words that a limited vocabulary does not know", new Panel
        {
            X = new("size of the vocabulary, [PAD] and [UNK] included")
                { Scale = AxisScale.Log, Ticks = [.. sizes.Select(size => new Tick(size, $"{size}"))] },
            Y = new("share of unknown words") { Min = 0, Max = 1 },
            Series =
            [
                new Line(xs, Rate(first)) { Label = "in the text it was made from", Color = ColorOf.Training },
                new Line(xs, Rate(second)) { Label = "in the text after it", Color = ColorOf.Validation },
            ],
        });
    }

    /// <summary>Which messages a linear model takes for spam, and by which words. S1-171</summary>
    public static Figure Spam()
    {
        (ConfusionMatrix confusion, (string Word, double Weight)[] weights) = SpamRun.Value;
        (string Word, double Weight)[] strongest = [.. weights.Take(8), .. weights.TakeLast(8)];
        return Figure.Grid("Logistic regression on bags of words tells spam from other messages", 2,
        [
            new Panel
            {
                Title = $"300 held-out messages, {confusion.Accuracy():P1} right", X = "predicted", Y = "message",
                AspectEqual = true, ShowGrid = false,
                Series =
                [
                    new HeatMap(confusion.ToArray())
                    {
                        OriginAtTop = true, Map = ColorMap.Blues, CellFormat = "0", RowLabels = ["other", "spam"],
                        ColumnLabels = ["other", "spam"],
                    },
                ],
            },
            new Panel
            {
                Title = "the strongest words", X = new("weight in the score of spam"),
                Y = new("") { Ticks = [.. strongest.Select((w, i) => new Tick(i, w.Word))] },
                Series =
                [
                    new VerticalLine(0) { Color = ColorOf.Truth },
                    Words("of spam", ColorOf.Label1, w => w > 0), Words("of others", ColorOf.Label0, w => w <= 0),
                ],
            },
        ]);

        Markers Words(string label, Color color, Func<double, bool> which) => new(
            [.. strongest.Where(w => which(w.Weight)).Select(w => w.Weight)],
            [.. strongest.Index().Where(w => which(w.Item.Weight)).Select(w => (double)w.Index)])
        { Label = label, Color = color };
    }

    private static readonly Lazy<(ConfusionMatrix Confusion, (string Word, double Weight)[] Weights)> SpamRun =
        new(() =>
        {
            LabelledSentences training = SpamGrammar.Draw(new RandomStream(21), 300),
                held = SpamGrammar.Draw(new RandomStream(22), 300);
            (SampleSet seen, SampleSet unseen) = TextRuns.MultiHot(training, held);
            var network = TextNetworks.Linear(new RandomStream(1), seen.X.Features);
            Trainer trainer = TextRuns.Binary(network, seen, unseen, 20, 16, 1, 0.01).Trainer;
            Vocabulary words = new TextVectorizer(training.Texts).Vocabulary;
            int[] predicted = [.. Enumerable.Range(0, unseen.Count).Select(n =>
                trainer.Predict(Matrices.Column(unseen[n].X))[0, 0] > 0.5 ? 1 : 0)];
            double[] w = network.Parameters[0].Values.ToArray();
            return (
                ConfusionMatrix.Of(predicted, [.. held.Labels], 2),
                [.. Enumerable.Range(2, w.Length - 2).Select(id => (words[id], w[id])).OrderBy(x => x.Item2)]);
        });
}
