using MathNet.Numerics.LinearAlgebra;
using Reference.Book;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Plotting;
using Reference.Texts;

namespace Reference.RecurrentNetworks;

/// <summary>Networks trained on a series and on sentences.</summary>
internal static class SeriesFigures
{
    public static Figure Forecast()
    {
        ForecastRun run = ForecastRun.Of(seed: 1, epochs: 40);
        int from = run.First + 30, start = from - 36;
        double[] Times(int first, int count) => [.. Enumerable.Range(first, count).Select(t => (double)t)];
        double[] past = run.Series[..from];
        Line Made(string name, double[] values, Color color) =>
            new(Times(from - 1, values.Length + 1), [past[^1], .. values]) { Label = name, Color = color };
        double[] horizons = Times(1, ForecastRun.Horizon);
        return Figure.Grid("Trend, season of 12 steps, and noise that remembers", 2,
        [
            new Panel
            {
                Title = "from one place", X = "time (steps)", Y = "value",
                Series =
                [
                    new Line(Times(start, 60), run.Series[start..(start + 60)])
                    { Label = "series", Color = ColorOf.Data, Width = 1.4 },
                    .. run.Methods.Select(m => Made(m.Name, m.Forecast(past), m.Color)), new VerticalLine(from - 0.5),
                ],
            },
            new Panel
            {
                Title = "over the last fifth of the series", X = "horizon (steps)", Y = new("RMSE") { Min = 0 },
                Series = [.. run.Methods.Select(m => new Line(horizons, run.Errors(m))
                    { Label = m.Name, Color = m.Color })],
            },
        ]) with { Height = 420 };
    }

    public static Figure NextWord()
    {
        var model = new NextWord(["I love deep learning"], 8, 1);
        double[] losses = model.Train(60);
        Matrix<double> p = model.Probabilities("I love deep");
        return Figure.Grid("I love deep → learning", 2,
        [
            new Panel
            {
                X = "epoch", Y = new("cross-entropy of a word (nats)") { Scale = AxisScale.Log },
                Series =
                [
                    new Line([.. Enumerable.Range(1, 60).Select(e => (double)e)], losses)
                    { Color = ColorOf.Training, Label = "training" },
                    new HorizontalLine(Math.Log(4)) { Label = "ln 4" },
                ],
            },
            new Panel
            {
                Title = "probability of the next word", X = "after", ShowGrid = false,
                Series =
                [
                    new HeatMap(p.ToArray())
                    {
                        Min = 0, Max = 1, CellFormat = "0.000", OriginAtTop = true, RowLabels = model.Words,
                        ColumnLabels = ["I", "I love", "I love deep"],
                    },
                ],
            },
        ]) with { Height = 360 };
    }

    public static Figure Sentiment()
    {
        LabelledSentences all = Reviews.Drawn(400, 1), training = all.At([.. Enumerable.Range(0, 300)]),
            held = all.At([.. Enumerable.Range(300, 100)]);
        Panel Of(string title, SentimentSettings settings)
        {
            History history = SentimentClassifier.Train(training, held, RecurrentCells.Tanh, settings, 1).History;
            double[] epochs = [.. Enumerable.Range(1, settings.Epochs).Select(e => (double)e)];
            return new Panel
            {
                Title = title, X = "epoch", Y = new("accuracy") { Min = 0, Max = 1.05 },
                Series =
                [
                    new Line(epochs, history.Metrics) { Label = "training", Color = ColorOf.Training },
                    new Line(epochs, history.ValidationMetrics) { Label = "held out", Color = ColorOf.Validation },
                    new HorizontalLine(0.5) { Label = "chance" },
                ],
            };
        }

        return Figure.Grid("SimpleRNN(16) on 300 drawn reviews, 100 held out", 2,
        [
            Of("padded behind to 40 steps, no mask", new(16, 8, 16, Length: 40, Pad: End.Back)),
            Of("lengths that fit, masked", new(16, 8, 16)),
        ]) with { Height = 380 };
    }
}
