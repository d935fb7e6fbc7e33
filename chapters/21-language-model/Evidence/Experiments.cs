using System.Text.RegularExpressions;
using Reference.Book;
using Reference.LongShortTermMemory;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.LanguageModels;

/// <summary>How well the GPT predicts and writes, answers, and follows a reward.</summary>
public static partial class LanguageModelExperiments
{
    /// <summary>The measurements of RESULTS.md.</summary>
    public static IReadOnlyList<Measurement> Measured { get; } =
    [
        new("language-model", "How well does the two-minute setting predict the next character?", Language),
        new("notes-run", "How far does the notes' own run come?", NotesRun),
        new("answers", "Does the model answer questions, before fine-tuning and after it?", Answers),
        new("reward", "What do a reward model, the best of n texts, and a policy gradient do?", Reward),
    ];

    /// <summary>All of them; in short unless <c>REFERENCE_LONG_RUN=1</c>.</summary>
    public static IReadOnlyList<Experiment> All { get; } =
        [.. Measured.Select(measurement => measurement.ToExperiment())];

    /// <summary>The share of the words of a text that another text has; the first and the last, which may be cut, do
    /// not count.</summary>
    public static double WordsKnown(string written, string corpus)
    {
        HashSet<string> known = [.. Word().Matches(corpus).Select(word => word.Value)];
        string[] words = [.. Word().Matches(written).Select(word => word.Value)];
        return words.Length < 3 ? 0 : words[1..^1].Average(word => known.Contains(word) ? 1.0 : 0);
    }

    [GeneratedRegex("[A-Za-z']+")]
    private static partial Regex Word();

    private static Results Language(MeasurementRun run)
    {
        GptTraining trained = TrainedModel.Of(run);
        (CharacterText text, GptConfiguration c) = (trained.Text, trained.Model.Configuration);
        (string Name, double Loss)[] baselines = Baselines(text);
        List<string[]> table =
        [
            ["every character alike", "0", "0", Nats(Math.Log(c.VocabularySize)), ""],
            .. baselines.Select(b => new[] { b.Name, "", $"{text.TrainingCount:N0}", Nats(b.Loss), "" }),
            [
                $"GPT after {trained.Done:N0} iterations", $"{c.ParameterCount:N0}",
                $"{(long)trained.Settings.Samples * c.ContextSize:N0}", Nats(trained.Validate()),
                $"{WordsKnown(Written(trained, run), text.Decode(text.Training.ToArray())):0.000}",
            ],
        ];
        run.Write("loss", RunFigures.Loss(trained, baselines));
        run.Write("texts", RunFigures.Texts(trained));
        run.Write("attention", RunFigures.Attention(trained));
        run.Write("positions", RunFigures.Positions(trained.Model));
        run.Progress(2, 2);
        return new(
            $"{text.TrainingCount:N0} characters to train and {text.Validation.Length:N0} held out, seed {run.Seed}: "
                + "nats a held-out character, and the share of words written at temperature 0.8 that the text has",
            ["model", "parameters", "characters read", "nats (perplexity)", "words"], table);
    }

    private static (string Name, double Loss)[] Baselines(CharacterText text) =>
        [.. ((int[])[2, 3, 5]).Select(n => (
            n == 2 ? "bigram" : $"{n}-gram",
            new NgramModel(text.Training, text.Characters.Count, n, 4).Loss(text.Validation)))];

    private static string Written(GptTraining trained, MeasurementRun run) =>
        new TextGenerator(trained.Model, trained.Text).Generate(
            "\n", new(run.Full ? 4000 : 200, true, Temperature: 0.8), new RandomStream(run.Seed))[0];

    private static Results NotesRun(MeasurementRun run)
    {
        GptTraining trained = TrainedModel.Of(run, notes: true);
        (CharacterText text, TrainingSettings s) = (trained.Text, trained.Settings);
        long Read(int iterations) => (long)iterations * s.BatchSize * trained.Model.Configuration.ContextSize;
        int last = s.Iterations, mean = Math.Min(100, last);
        double known = WordsKnown(Written(trained, run), text.Decode(text.Training.ToArray()));
        run.Write("notes-run", RunFigures.ByCharacters(TrainedModel.Of(run), trained, Baselines(text)));
        int[] shown = run.Full ? [500, 1000, 1500, 2000, 3000, 4000, last] : [last];
        return new(
            $"{s.Iterations:N0} iterations of {s.BatchSize} windows, seed {run.Seed}: nats a character, in training "
                + $"as the mean of {mean} batches, in validation of the first batch as the notes take it, and of the "
                + $"whole held-out text; at temperature 0.8 {known:0.000} of the words it writes are in the text",
            ["iterations", "characters read", "training", "first validation batch", "all held out"],
            [.. shown.Select(i => new[]
            {
                $"{i:N0}", $"{Read(i):N0}", $"{trained.Losses.Take(i).TakeLast(mean).Average():0.000}",
                $"{trained.Validated[i / s.ValidationEvery - 1]:0.000}", i == last ? Nats(trained.Validate()) : "",
            })]);
    }

    private static string Nats(double nats) => $"{nats:0.000} ({Math.Exp(nats):0.00})";

    private static Results Answers(MeasurementRun run)
    {
        GptTraining trained = TrainedModel.Of(run);
        (QuestionAnswer[] training, QuestionAnswer[] held) = QuestionAnswers.Drawn(
            trained.Text, run.Full ? 2000 : 20, run.Full ? 200 : 4, new RandomStream(run.Seed));
        Gpt model = trained.Model.Copy();
        TextGenerator before = new(trained.Model, trained.Text), after = new(model, trained.Text);
        int steps = run.Full ? 1200 : 2;
        FineTuning.Train(model, trained.Text, training, steps, new RandomStream(run.Seed + 1), run.Full ? 16 : 4,
            after: (step, _) => run.Progress(steps + step, 2 * steps));
        return new(
            $"{training.Length:N0} questions, {steps:N0} batches of 16, and {held.Length} questions never seen: share "
                + "answered to the letter by greedy decoding",
            ["questions", "before", "after", "after, of as many trained", "a question", "before", "after"],
            [Row("two digits", false), Row("who says it", true)]);

        string[] Row(string name, bool speakers)
        {
            bool Chosen(QuestionAnswer pair) =>
                pair.Question.Contains("Who says", StringComparison.Ordinal) == speakers;
            QuestionAnswer[] unseen = [.. held.Where(Chosen)], seen = [.. training.Where(Chosen).Take(unseen.Length)];
            QuestionAnswer one = unseen[0];
            return
            [
                name, Share(before, unseen), Share(after, unseen), Share(after, seen), one.Question,
                FineTuning.Answer(before, one), FineTuning.Answer(after, one),
            ];
        }

        static string Share(TextGenerator of, QuestionAnswer[] set) => $"{FineTuning.ExactMatch(of, set):0.000}";
    }

    /// <summary>The rule that ranks texts: more words, counted by spaces, are better.</summary>
    public static double Rule(string text) => text.Count(c => c == ' ');

    private static Results Reward(MeasurementRun run)
    {
        GptTraining trained = TrainedModel.Of(run);
        CharacterText text = trained.Text;
        var random = new RandomStream(run.Seed + 2);
        (int length, int N, int steps, int batches) = run.Full ? (16, 32, 150, 120) : (8, 8, 2, 2);
        int[] prompt = text.Encode("\n");
        double Ruled(int[] ids) => Rule(text.Decode(ids));
        int[][] drawn = [.. Enumerable.Range(0, run.Full ? 128 : 4).SelectMany(
            _ => PolicyGradient.Sample(trained.Model, prompt, length, 32, random))];
        (int[] Better, int[] Worse)[] pairs = [.. drawn.Chunk(2)
            .Where(p => Ruled(p[0]) != Ruled(p[1]))
                .Select(p => Ruled(p[0]) > Ruled(p[1]) ? (p[0], p[1]) : (p[1], p[0]))];
        var reward = new RewardModel(trained.Model);
        var adam = new AdamW(reward.Model.Parameters, 5e-4, weightDecay: 0.01);
        int held = pairs.Length / 4;
        for (int batch = 0; batch < batches; batch++)
        {
            (int[] Better, int[] Worse)[] some =
                [.. Enumerable.Range(0, N).Select(_ => pairs[held + random.Below(pairs.Length - held)])];
            reward.Step(adam, [.. some.Select(p => p.Better)], [.. some.Select(p => p.Worse)]);
            run.Progress(batch, batches);
        }

        List<string[]> table =
            [["reward model", $"{held} unseen pairs", $"{reward.Accuracy(pairs[..held]):0.000} in order", "", ""]];
        foreach (int n in (int[])[1, 4, 16])
        {
            int[][] best = [.. Enumerable.Range(0, run.Full ? 64 : 2).Select(_ =>
                PolicyGradient.Sample(trained.Model, prompt, length, n, random)
                    .MaxBy(one => reward.Score([one])[0])!)];
            table.Add([
                $"best of {n}", "", $"{best.Average(Ruled):0.00} spaces", $"{Math.Log(n) - (n - 1.0) / n:0.00}",
                Shown(best[0]),
            ]);
        }

        double[] scores = reward.Score(drawn[..32]);
        double mean = scores.Average(), spread = Math.Sqrt(scores.Average(s => (s - mean) * (s - mean))) + 1e-9;
        var runs = new List<(double β, PolicyStep[] Steps)>();
        foreach (double β in (double[])[0, 0.2])
        {
            var policy = new PolicyGradient(
                trained.Model, texts => [.. reward.Score(texts).Select(s => (s - mean) / spread)], β, prompt, length,
                5e-4);
            PolicyStep[] path = new PolicyStep[steps];
            for (int step = 0; step < steps; step++)
            {
                path[step] = policy.Step(N, random);
                run.Progress(step, steps);
            }

            runs.Add((β, path));
            int[][] texts = PolicyGradient.Sample(policy.Policy, prompt, length, run.Full ? 256 : 4, random);
            table.Add([
                $"policy gradient, β = {β}", $"{steps} steps of {N} texts", $"{texts.Average(Ruled):0.00} spaces",
                $"{path[^Math.Min(20, steps)..].Average(s => s.Kl):0.00}", Shown(texts[0]),
            ]);
        }

        run.Write("policy", RunFigures.Policy(runs));
        return new(
            $"Texts of {length} characters after a newline; the rule prefers more spaces. The reward is that of the "
                + "reward model, of mean 0 and deviation 1 before training; KL to the model before, in nats a text",
            ["what", "on", "result", "KL", "a text"], table);

        string Shown(int[] ids) => text.Decode(ids).Trim('\n').ReplaceLineEndings("⏎");
    }
}
