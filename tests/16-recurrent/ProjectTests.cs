using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Texts;
using static Reference.Testing.BadInput;

namespace Reference.RecurrentNetworks.Tests;

/// <summary>Memory tasks, next word, forecast and sentiment.</summary>
public class ProjectTests
{
    // S1-198: two marks, one in each half, and their sum; the answer 1 has the error ⅙.
    [Fact]
    public void The_adding_problem_marks_two_numbers()
    {
        SampleSet set = new AddingProblem(7).Set(4000, new RandomStream(1));
        double error = 0;
        for (int n = 0; n < set.Count; n++)
        {
            (double[] x, double[] y) = set[n];
            int[] marked = [.. Enumerable.Range(0, 7).Where(t => x[2 * t + 1] == 1)];
            Assert.True(marked is [< 3, >= 3]);
            Assert.Equal(x[2 * marked[0]] + x[2 * marked[1]], y[0]);
            error += Math.Pow(y[0] - 1, 2) / set.Count;
        }

        Assert.Equal(AddingProblem.OfTheMean, error, 0.01);
    }

    // S3-161: each symbol in turn in the first step, then nothing; the answer is the symbol.
    [Fact]
    public void Delayed_recall_shows_its_symbol_once()
    {
        var task = new DelayedRecall(3, Lag: 4);
        SampleSet set = task.Set(7, new RandomStream(1));
        Assert.Equal(5, task.Steps);
        for (int n = 0; n < 7; n++)
        {
            (double[] x, double[] y) = set[n];
            Assert.Equal(n % 3, Array.IndexOf(x, 1));
            Assert.Equal((1, 15), (x.Sum(), x.Length));
            Assert.Equal(x[..3], y);
        }
    }

    // The sum of PyTorch's two biases is loaded, and saved as the first.
    [Fact]
    public void Two_biases_of_a_file_become_one()
    {
        Optimizers.Parameter W = Cell.Drawn("W", 2, 3, Initializers.Zero),
            U = Cell.Drawn("U", 2, 2, Initializers.Zero),
            b = Cell.Drawn("b", 2, 1, Initializers.Zero);
        IReadOnlyList<StoredTensor> stored = Cell.Named(W, U, b);
        stored[2].Load(new NamedTensor("bias_ih_l0", [1.0, 2], 2));
        stored[3].Load(new NamedTensor("bias_hh_l0", [10.0, 20], 2));
        Assert.Equal([11, 22], b.Values.ToArray());
        Assert.Equal([11, 22], stored[2].Save().Doubles.ToArray());
        Assert.Equal([0, 0], stored[3].Save().Doubles.ToArray());
    }

    // S1-198 S3-161: recalled after a few steps by any cell, not after many by tanh from PyTorch's start.
    [Fact]
    public void A_symbol_is_recalled_after_few_steps_and_forgotten_after_many()
    {
        Assert.Equal(1, MemoryRun.Recall(RecurrentCells.Tanh, 4, 2, 12, 150, 1));
        Assert.Equal(1, MemoryRun.Recall(RecurrentCells.Relu, 4, 10, 12, 150, 1));
        Assert.True(MemoryRun.Recall(RecurrentCells.Tanh, 4, 50, 12, 60, 1) < 0.6);
    }

    // S3-161: the sum of two marked numbers, far below the error of the best constant.
    [Fact]
    public void A_network_learns_to_add_over_five_steps()
    {
        var task = new AddingProblem(5);
        var losses = new List<double>();
        Trainer trained = MemoryRun.Train(task, RecurrentCells.Relu, 12, 200, 1, loss: losses.Add);
        Assert.Equal(200, losses.Count);
        Assert.True(trained.Evaluate(task.Set(200, new RandomStream(0))).Loss < AddingProblem.OfTheMean / 5);
    }

    // S2-186 S2-187: "I love deep" → "learning"; the probabilities of the next word sum to 1.
    [Fact]
    public void I_love_deep_is_followed_by_learning()
    {
        var model = new NextWord(["I love deep learning"], 8, 1);
        double[] losses = model.Train(60);
        Assert.Equal("learning", model.After("I love deep"));
        Assert.Equal("deep", model.After("I love"));
        Assert.True(losses[^1] < 0.05 && losses[0] > 1);
        Assert.All(model.Probabilities("I love deep").ColumnSums(), sum => Assert.Equal(1, sum, 1e-12));
        Refuses(() => model.After("I hate"), "hate");
    }

    // S2-186: the same word is followed by another after another beginning: the state remembers.
    [Fact]
    public void The_state_decides_between_two_continuations()
    {
        var model = new NextWord(["I love deep learning", "You fear deep water"], 8, 2);
        model.Train(200);
        Assert.Equal("learning", model.After("I love deep"));
        Assert.Equal("water", model.After("You fear deep"));
    }

    // (16.14) S3-151: an autoregression of order 2 goes on with a sine wave, and finds its coefficients in noise.
    [Fact]
    public void Baselines_are_what_they_say()
    {
        double[] wave = [.. Enumerable.Range(0, 60).Select(t => 5 + Math.Sin(t))];
        double[] forecast = new Autoregression(wave[..40], 2).Forecast(wave.AsSpan(0, 40), 20);
        Assert.All(forecast.Zip(wave[40..]), pair => Assert.Equal(pair.Second, pair.First, 1e-8));
        var random = new RandomStream(1);
        double[] noise = new double[20_000];
        for (int t = 1; t < noise.Length; t++)
        {
            noise[t] = 1 + 0.6 * noise[t - 1] + random.Normal();
        }

        Assert.Equal([1, 0.6], new Autoregression(noise, 1).Coefficients.Select(c => Math.Round(c, 1)));
        Assert.Equal([3, 3, 3], Baselines.Persistence([1, 2, 3], 3));
        Assert.Equal([2, 3, 2], Baselines.SeasonalNaive([1, 2, 3], 2, 3));
        Refuses(() => new Autoregression([1, 2, 3], 1), "4");
        double[] errors = SeriesForecast.Errors([1, 2, 3, 4, 5], 2, 2, past => Baselines.Persistence(past, 2));
        Assert.Equal([1, 2], errors);
    }

    // S3-151: on the series of the figure the network beats all three at every horizon.
    [Fact]
    public void The_network_beats_its_baselines_on_the_series_of_the_figure()
    {
        ForecastRun run = ForecastRun.Of(1, 40);
        double[] network = run.Errors(run.Methods[0]);
        Assert.All(run.Methods.Skip(1), method =>
            Assert.All(network.Zip(run.Errors(method)), pair => Assert.True(pair.First < pair.Second, method.Name)));
        Refuses(() => new SeriesForecast([1, 2, 3], 2, 2, RecurrentCells.Tanh, 4, 1, 1), "4");
    }

    // S3-157: 320,801 parameters with 10,000 words, and better than chance on drawn reviews.
    [Fact]
    public void The_sentiment_classifier_learns_drawn_reviews()
    {
        Sequential network = SentimentClassifier.Network(
            RecurrentCells.Tanh, 10_000, 16, new Sequences(500), true, new RandomStream(1));
        Assert.Equal([320_000, 784, 17],
            Summary.Of(network).Lines.Select(line => line.Parameters).Where(count => count > 0));
        LabelledSentences set = Reviews.Drawn(300, 3);
        double[] folds = SentimentClassifier.Folds(set, RecurrentCells.Tanh, new SentimentSettings(16, 8, 16), 1);
        Assert.True(folds.Average() > 0.65, $"{folds.Average()}");
    }

    // S3-157 on the labelled sentences: at least 0.72, and a bag of words above it.
    [Fact]
    public void Real_sentences_are_read_at_72_percent()
    {
        Assert.SkipUnless(
            Environment.GetEnvironmentVariable("REFERENCE_LONG_RUN") is "1",
            "Trains for a minute: REFERENCE_LONG_RUN=1");
        LabelledSentences? set = Reviews.Real();
        Assert.SkipWhen(set is null, "Needs the labelled sentences.");
        Assert.True(SentimentClassifier.Folds(set!, RecurrentCells.Tanh, new(16, 15, 16), 1).Average() >= 0.72);
        Assert.True(SentimentClassifier.BagOfWords(set!, 1).Average() >= 0.78);
    }

    // S3-157 S2-178: in drawn reviews "not" and "but" decide, which only a network that reads in order can see.
    [Fact]
    public void Drawn_reviews_are_read_better_in_order()
    {
        Assert.SkipUnless(
            Environment.GetEnvironmentVariable("REFERENCE_LONG_RUN") is "1",
            "Trains for a minute: REFERENCE_LONG_RUN=1");
        LabelledSentences set = Reviews.Drawn(1000, 1);
        Assert.True(SentimentClassifier.Folds(set, RecurrentCells.Tanh, new(16, 30, 16), 1).Average() > 0.98);
        Assert.True(SentimentClassifier.BagOfWords(set, 1).Average() < 0.7);
    }
}
