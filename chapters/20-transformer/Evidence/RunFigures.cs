using Reference.Book;
using Reference.Networks;
using Reference.Numerics;
using Reference.Plotting;

namespace Reference.Transformers;

/// <summary>Figures of trained models.</summary>
internal static class RunFigures
{
    public static Figure Dates(double[] losses, double[] matches)
    {
        double[] epochs = [.. Enumerable.Range(1, losses.Length).Select(e => (double)e)];
        return Figure.Grid("Dates from English to ISO 8601", 2,
        [
            new Panel
            {
                Title = "training", X = "epoch", Y = new Axis("nats a symbol") { Scale = AxisScale.Log },
                Series = [new Line(epochs, losses) { Color = ColorOf.Training, Width = 2.2 }],
            },
            new Panel
            {
                Title = "dates never seen", X = "epoch", Y = new Axis("exact match") { Min = 0, Max = 1.05 },
                Series = [new Line(epochs, matches) { Color = ColorOf.Validation, Width = 2.2 }],
            },
        ]) with { Height = 340 };
    }

    /// <summary>Where the last block of the decoder looks, a head a panel.</summary>
    public static Figure CrossAttention(Translator model, string english)
    {
        int[] text = Transformers.Dates.Encode(english);
        int[] answer = model.Translate([text], Transformers.Dates.Start, Transformers.Dates.End,
            Transformers.Dates.LongestIso)[0];
        model.Forward([text], [ScalarTokenLosses.ShiftRight(Transformers.Dates.Start, answer)], Mode.Inference);
        string[] read = [.. english.Select(c => c == ' ' ? "␣" : $"{c}")],
            written = [.. answer.Select(id => id < 3 ? "end" : Transformers.Dates.Decode([id]))];
        return Figure.Grid("Cross-attention of the last decoder block", 2,
        [
            .. Enumerable.Range(0, 4).Select(h =>
                Weights($"head {h + 1}", model.Last.Cross.Weights(0, h), read, written, "read", "written")),
        ]) with { Height = 640, Width = 1150 };
    }

    /// <summary>Accuracy by epoch, mean of folds, and what padding does to one answer. // curves [2][folds][epochs];
    /// padded [2][k]</summary>
    public static Figure Sentiment(double[][][] curves, double[][] padded)
    {
        string[] names = ["padding masked", "padding read"];
        Color[] colors = [Palette.Blue, Palette.Vermillion];
        IEnumerable<Line> Lines(Func<int, double[]> of, double first) => names.Select((name, kind) => new Line(
            [.. of(kind).Select((_, i) => first + i)], of(kind))
            { Color = colors[kind], Width = 2.2, Label = name });
        return Figure.Grid("Sentiment with and without a mask", 2,
        [
            new Panel
            {
                Title = "reviews never seen, mean of five folds", X = "epoch",
                Y = new Axis("accuracy") { Min = 0.4, Max = 0.9 },
                Series =
                [
                    .. Lines(kind => [.. Enumerable.Range(0, curves[kind][0].Length)
                        .Select(e => curves[kind].Average(fold => fold[e]))], 1),
                ],
            },
            new Panel
            {
                Title = $"“{NotesSentences.Asked}”", X = "padding behind it",
                Y = new Axis("probability of praise") { Min = 0, Max = 1.05 },
                Series =
                [
                    .. Lines(kind => padded[kind], 0),
                    new HorizontalLine(0.5992962718009949) { Color = Palette.Grey, Label = "printed" },
                ],
            },
        ]) with { Height = 360 };
    }

    /// <summary>Four heads of the encoder over a sentence.</summary>
    public static Figure SentenceAttention(SentimentRun run, string sentence)
    {
        int[] ids = run.Words.Encode(sentence);
        double p = run.Model.Probabilities(ids)[0];
        string[] words = [.. ids.Select(id => run.Words.Vocabulary[id])];
        return Figure.Grid($"Attention of the sentiment encoder; probability of praise {p:0.00}", 2,
        [
            .. Enumerable.Range(0, Math.Min(4, Heads(run))).Select(h =>
                Weights($"head {h + 1}", run.Model.Block.Attention.Weights(0, h), words, words, "key", "query")),
        ]) with { Height = 860, Width = 1000 };
    }

    public static Figure HiddenWords(
        IReadOnlyList<(int Step, double Loss, double Accuracy)> curve, double unigram, double bigram) => new(
        "Hidden words found again", new Panel
        {
            X = "step", Y = new Axis("share found, held out") { Min = 0 },
            Series =
            [
                new Line([.. curve.Select(c => (double)c.Step)], [.. curve.Select(c => c.Accuracy)])
                    { Color = ColorOf.Validation, Width = 2.2, Label = "encoder" },
                new HorizontalLine(bigram) { Color = Palette.Green, Label = "after the word before" },
                new HorizontalLine(unigram) { Color = Palette.Grey, Label = "most frequent word" },
            ],
        }) { Height = 400, Width = 640 };

    /// <summary>The heads of the last block over the beginning of a held-out window with hidden words.</summary>
    public static Figure WindowAttention(TokenTransformer model, MaskedWords words)
    {
        int[] ids = words.Held[0][..Math.Min(12, words.Held[0].Length)];
        (int[] read, int[] places) = MaskedWords.Hide(
            ids, words.Words.Count, words.Words.Special, new RandomStream(4));
        foreach (int t in places)
        {
            read[t] = MaskedWords.Mask;
        }

        model.Forward([read], null, Mode.Inference);
        string[] names = [.. read.Select(id => words.Words[id])];
        return Figure.Grid("Attention of the last block of the masked language model", 2,
        [
            .. Enumerable.Range(0, 4).Select(h =>
                Weights($"head {h + 1}", model.Blocks[^1].Attention.Weights(0, h), names, names, "key", "query")),
        ]) with { Height = 860, Width = 1000 };
    }

    /// <summary>A map of weights, a query a row.</summary>
    public static Panel Weights(
        string title, double[,] weights, IReadOnlyList<string>? columns, IReadOnlyList<string>? rows, string x,
        string y) => new()
        {
            Title = title, X = x, Y = y, ShowGrid = false,
            Series =
            [
                new HeatMap(weights)
                {
                    OriginAtTop = true, Map = ColorMap.Blues, Min = 0, Max = 1, ColumnLabels = columns,
                    RowLabels = rows,
                },
            ],
        };

    private static int Heads(SentimentRun run) => run.Model.Block.Outputs / 16 is > 0 and var heads ? heads : 2;
}
