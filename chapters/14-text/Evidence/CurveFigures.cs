using Reference.Book;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Plotting;

namespace Reference.Texts;

/// <summary>Curves of training: dots for training and a line for validation, as the notes draw them.</summary>
internal static class CurveFigures
{
    private const int Words = 600; // of the small vocabularies

    private static readonly Lazy<(SampleSet Training, SampleSet Validation)> smallReviews = new(() => Corpus(
        2, 0.045, 500, 300, 11, (bags, labels) => TextRuns.WithTargets(bags, labels)));

    private static readonly Lazy<(SampleSet Training, SampleSet Validation)> smallNews = new(() => Corpus(
        46, 0.25, 700, 300, 12, (bags, labels) => new SampleSet(bags, labels, 46)));

    private static readonly Lazy<History> reviewsRun = new(() => Review(16, 1e-3, 20));

    /// <summary>The network for reviews on drawn ones, 20 epochs.</summary>
    public static History ReviewsRun => reviewsRun.Value;

    public static Figure Reviews() => Both("500 drawn reviews: overfitting", ReviewsRun);

    public static Figure WrongNetwork() => Both(
        "The same reviews with a learning rate of 0.3: a badly chosen network", wrong.Value, AxisScale.Log);

    public static Figure News() => Both("700 drawn news in 46 topics", newsRun.Value);

    public static Figure Width()
    {
        int[] widths = [4, 8, 16, 32, 64];
        double[] Of(Func<History, double[]> metrics) => [.. widthRuns.Value.Select(run => metrics(run)[^1])];
        return new("Accuracy on 46 topics by the width of the hidden layers", new Panel
        {
            X = new("hidden units")
            {
                Scale = AxisScale.Log, Ticks = [.. widths.Select(w => new Tick(w, $"{w}")), new Tick(46, "46")],
            },
            Y = new("accuracy after 20 epochs") { Min = 0, Max = 1 },
            Series =
            [
                new VerticalLine(46) { Label = "the number of topics", Color = ColorOf.Truth },
                new Line([.. widths.Select(w => (double)w)], Of(run => run.Metrics))
                { Label = "training", Color = ColorOf.Training },
                new Line([.. widths.Select(w => (double)w)], Of(run => run.ValidationMetrics))
                { Label = "validation", Color = ColorOf.Validation },
            ],
        });
    }

    /// <summary>Loss and accuracy of a run.</summary>
    public static Figure Both(string title, History run, AxisScale scale = AxisScale.Linear) => Figure.Grid(title, 2,
    [
        Curves("Training and validation loss", new("mean cross-entropy") { Scale = scale }, run.Losses,
            run.ValidationLosses),
        Curves("Training and validation accuracy", new("accuracy") { Max = 1.03 }, run.Metrics,
            run.ValidationMetrics),
    ]);

    private static readonly Lazy<History> wrong = new(() => Review(16, 0.3, 20));

    private static readonly Lazy<History> newsRun = new(() => New(64));

    private static readonly Lazy<History[]> widthRuns = new(() =>
        [.. new[] { 4, 8, 16, 32 }.Select(New), newsRun.Value]);

    private static History Review(int width, double learningRate, int epochs) => TextRuns.Binary(
        TextNetworks.Reviews(new RandomStream(3), Words, width), smallReviews.Value.Training,
        smallReviews.Value.Validation, epochs, 32, 3, learningRate).History;

    private static History New(int width) => TextRuns.Topics(
        TextNetworks.News(new RandomStream(4), Words, width), smallNews.Value.Training, smallNews.Value.Validation,
        20, 32, 4).History;

    private static (SampleSet Training, SampleSet Validation) Corpus(
        int topics, double strength, int training, int validation, ulong seed,
        Func<BagOfWords, int[], SampleSet> set)
    {
        var random = new RandomStream(seed);
        var corpus = new TopicCorpus(random, topics, Words, strength);
        SampleSet Of(int count) => corpus.Draw(random, count) is var (texts, labels)
            ? set(BagOfWords.MultiHot(texts, Words), labels) : null!;
        return (Of(training), Of(validation));
    }

    private static Panel Curves(string title, Axis y, double[] training, double[] validation)
    {
        double[] epochs = [.. Enumerable.Range(1, training.Length).Select(e => (double)e)];
        return new()
        {
            Title = title, X = "epoch", Y = y,
            Series =
            [
                new Markers(epochs, training) { Label = "training", Color = ColorOf.Training },
                new Line(epochs, validation) { Label = "validation", Color = ColorOf.Validation },
            ],
        };
    }
}
