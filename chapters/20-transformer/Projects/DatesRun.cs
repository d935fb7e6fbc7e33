using Reference.Losses;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.RecurrentNetworks;

namespace Reference.Transformers;

/// <summary>
/// Training on 10,000 dates with teacher forcing, Adam with warm-up and a rate that falls in a line, clipping at 1;
/// and the share of 1,000 unseen spellings that are translated without a mistake. S2-265, S1-305.
/// </summary>
public static class DatesRun
{
    /// <summary>Training and unseen pairs.</summary>
    public static ((string English, string Iso)[] Training, (string English, string Iso)[] Held) Data(
        int training, int held, ulong seed)
    {
        (string, string)[] all = Dates.Pairs(training + held, new RandomStream(seed));
        return (all[..training], all[training..]);
    }

    /// <summary>Trains for some epochs; calls back after each step with its number and its
    /// loss.</summary>
    public static Translator Train(
        (string English, string Iso)[] pairs, int epochs, ulong seed, int batch = 64,
        Action<Translator, int, double>? after = null)
    {
        var random = new RandomStream(seed);
        var model = new Translator(Dates.Symbols, random);
        var adam = new Adam(model.Parameters, 2e-3);
        var optimizer = new ClippedOptimizer(adam, 1);
        var loss = new SoftmaxCrossEntropy();
        int[] order = [.. Enumerable.Range(0, pairs.Length)];
        int steps = epochs * ((pairs.Length + batch - 1) / batch), step = 0;
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order.AsSpan());
            foreach (int[] chosen in order.Chunk(batch))
            {
                adam.LearningRate = 2e-3 * Math.Min((step + 1) / 100.0, 1 - (double)step / steps);
                int[][] texts = [.. chosen.Select(i => Dates.Encode(pairs[i].English))];
                int[][] answers = [.. chosen.Select(i => (int[])[.. Dates.Encode(pairs[i].Iso), Dates.End])];
                MatrixView Z = model.Forward(
                    texts, [.. answers.Select(a => ScalarTokenLosses.ShiftRight(Dates.Start, a))]);
                double mean = loss.Forward(
                    Z, OneHot.Encode([.. answers.SelectMany(a => a)], Dates.Symbols).View()); // (20.9)
                optimizer.ZeroGradients();
                model.Backward(loss.Backward());
                optimizer.Step();
                step++;
                after?.Invoke(model, step, mean);
            }
        }

        return model;
    }

    /// <summary>The share of pairs that are translated without a mistake.</summary>
    public static double ExactMatch(Translator model, (string English, string Iso)[] pairs) =>
        pairs.Chunk(250).Sum(part => model
            .Translate([.. part.Select(p => Dates.Encode(p.English))], Dates.Start, Dates.End, Dates.LongestIso)
            .Zip(part, (ids, p) => Dates.Decode(ids) == p.Iso ? 1.0 : 0).Sum()) / pairs.Length;
}
