using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Book;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Plotting;
using Reference.RecurrentNetworks;
using Reference.Texts;

namespace Reference.LongShortTermMemory;

/// <summary>What the gates do over a sentence, and a small language model.</summary>
public static class SentenceFigures
{
    private const string Sentence = "the film is not so bad but the plot is poor";

    private const int Units = 8;

    private static readonly Lazy<(Trainer Trainer, TextVectorizer Words)> Trained = new(() =>
    {
        LabelledSentences training = Reviews.Drawn(400, 1);
        return (SentimentClassifier.Train(
            training, Reviews.Drawn(50, 2), LstmCells.Lstm, new(Units, 12, 4), 1).Trainer,
            new TextVectorizer(training.Texts, 10_000));
    });

    /// <summary>Gates [4H × T] and cell states [H × T] after each word of a sentence, and the probability of praise
    /// if it ended there. // [T]</summary>
    public static (Matrix<double> Gates, Matrix<double> Cells, double[] Praise) Read(string sentence)
    {
        lock (Trained) // a network keeps one pass
        {
            return Read(sentence, Trained.Value.Trainer, Trained.Value.Words);
        }
    }

    private static (Matrix<double> Gates, Matrix<double> Cells, double[] Praise) Read(
        string sentence, Trainer trainer, TextVectorizer words)
    {
        var network = (Sequential)trainer.Network;
        int[] ids = words.Encode(sentence);
        var lstm = (Lstm)network.Layers[2];
        int T = lstm.Sequences.Steps, H = lstm.Outputs, pad = T - ids.Length;
        network.Forward(Padding.Columns(Padding.Of([ids], T)).View(), Mode.Inference);
        Matrix<double> gates = Matrix<double>.Build.Dense(4 * H, ids.Length),
            cells = Matrix<double>.Build.Dense(H, ids.Length);
        var praise = new double[ids.Length];
        for (int t = 0; t < ids.Length; t++)
        {
            gates.SetColumn(t, lstm.Gates(pad + t).ToMatrix().Column(0));
            MatrixView state = lstm.State(pad + t + 1);
            cells.SetColumn(t, state.Rows(H, H).ToMatrix().Column(0));
            praise[t] = ScalarActivations.Sigmoid(
                network.Layers[3].Forward(state.Rows(0, H).ToMatrix(), Mode.Inference)[0, 0]);
        }

        return (gates, cells, praise);
    }

    internal static Figure Gates()
    {
        string[] words = Sentence.Split(' ');
        (Matrix<double> gates, Matrix<double> cells, double[] praise) = Read(Sentence);
        Panel Map(string title, Matrix<double> values, ColorMap? map = null) => new()
        {
            Title = title, Y = "unit", ShowGrid = false,
            Series =
            [
                new HeatMap(values.ToArray())
                {
                    OriginAtTop = true, ColumnLabels = words, Map = map ?? ColorMap.Blues,
                    Min = map is null ? 0 : -cells.Enumerate().Max(Math.Abs),
                    Max = map is null ? 1 : cells.Enumerate().Max(Math.Abs),
                },
            ],
        };
        return Figure.Grid("An LSTM of eight units reads a review", 1,
        [
            Map("forget gate f (1: keep)", gates.SubMatrix(Units, Units, 0, words.Length)),
            Map("input gate i (1: write)", gates.SubMatrix(0, Units, 0, words.Length)),
            Map("cell state C (red > 0 > blue)", cells, ColorMap.Diverging),
            new Panel
            {
                Title = "probability of praise so far", Y = new("σ(score)") { Min = 0, Max = 1 },
                X = new("") { Ticks = [.. words.Select((word, t) => new Tick(t, word))] },
                Series =
                [
                    new Line([.. Enumerable.Range(0, words.Length).Select(t => (double)t)], praise)
                        { Color = ColorOf.Label1 },
                    new HorizontalLine(0.5),
                ],
            },
        ]) with { Height = 1250 };
    }

    internal static Figure Language()
    {
        var losses = new List<double>();
        var text = CharacterText.Drawn(300);
        var model = new CharacterModel(text, new(150, 8, 32, 1e-2, 8, 24), 1);
        model.Train((_, loss) => losses.Add(loss));
        return new Figure("Characters of drawn reviews", new Panel
        {
            X = "step", Y = new("loss (nats a character)") { Min = 0 },
            Series =
            [
                new Line([.. Enumerable.Range(1, losses.Count).Select(s => (double)s)], losses)
                    { Label = "training batch", Color = ColorOf.Training },
                new HorizontalLine(Math.Log(text.Characters.Count)) { Label = "untrained, ln V" },
                new HorizontalLine(model.Evaluate(text.Validation))
                    { Label = "held out, at the end", Color = ColorOf.Validation },
            ],
        }) with { Width = 700, Height = 400 };
    }
}
