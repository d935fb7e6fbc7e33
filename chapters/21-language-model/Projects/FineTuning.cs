using Reference.LongShortTermMemory;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.LanguageModels;

/// <summary>
/// A trained model learns to answer: −ln p of the answers, given their questions; the tokens of a question have weight
/// 0. S1-295, S1-296, S1-297.
/// </summary>
public static class FineTuning
{
    /// <summary>Trains a model in place for so many batches; calls back with batch and loss a token.</summary>
    public static void Train(
        Gpt model, CharacterText text, QuestionAnswer[] set, int steps, RandomStream random, int batch = 16,
        double learningRate = 1e-3, Action<int, double>? after = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(random);
        Require.NotEmpty(set.Length, nameof(set));
        var adam = new AdamW(model.Parameters, learningRate, weightDecay: 0.01);
        var loss = new TokenCrossEntropy();
        for (int step = 0; step < steps; step++)
        {
            adam.LearningRate = Schedule.Cosine(learningRate, learningRate / 20, steps, step);
            (MatrixView X, int[] y, double[] w) = Batch(
                text, [.. Enumerable.Range(0, batch).Select(_ => set[random.Below(set.Length)])]);
            adam.ZeroGradients();
            double value = loss.Forward(model.Forward(X), y, w);
            model.Backward(loss.Backward());
            Clipping.ByNorm(model.Parameters, 1);
            adam.Step();
            after?.Invoke(step + 1, value);
        }
    }

    /// <summary>
    /// Questions and answers as inputs, targets and weights: equal ones on the tokens of answers, 0 on questions and
    /// on what fills a text up to the longest. // X [T × N]; y, w [N·T]
    /// </summary>
    public static (MatrixView X, int[] y, double[] w) Batch(CharacterText text, QuestionAnswer[] set)
    {
        ArgumentNullException.ThrowIfNull(text);
        int[][] ids = [.. set.Select(pair => text.Encode(pair.Text))];
        int N = ids.Length, T = ids.Max(sample => sample.Length) - 1;
        (MatrixView X, var y, var w) = (new MatrixView(T, N), new int[N * T], new double[N * T]);
        for (int n = 0; n < N; n++)
        {
            for (int t = 0; t + 1 < ids[n].Length; t++)
            {
                X[t, n] = ids[n][t];
                y[n * T + t] = ids[n][t + 1];
                w[n * T + t] = t + 1 >= set[n].Prompt.Length ? 1 : 0;
            }
        }

        double answered = w.Sum();
        return (X, y, [.. w.Select(v => v / answered)]);
    }

    /// <summary>The greedy answer up to the end of its line.</summary>
    public static string Answer(TextGenerator generator, QuestionAnswer pair)
    {
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentNullException.ThrowIfNull(pair);
        return generator.Generate(
            pair.Prompt, new(pair.Prompt.Length + 20, End: '\n'), new RandomStream(0))[0][pair.Prompt.Length..]
                .Trim('\n');
    }

    /// <summary>The share of answers that are right to the letter.</summary>
    public static double ExactMatch(TextGenerator generator, IReadOnlyList<QuestionAnswer> set) =>
        set.Average(pair => Answer(generator, pair) == pair.Answer ? 1.0 : 0);
}
