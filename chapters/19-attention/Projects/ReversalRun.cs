using Reference.Losses;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.RecurrentNetworks;

namespace Reference.Attention;

/// <summary>
/// Training on words of 4 to 20 letters, one length a batch, with Adam at a rate that falls in a line, and the share
/// of unseen words answered without a mistake. S3-183, S3-185.
/// </summary>
public static class ReversalRun
{
    /// <summary>Trains for so many batches; calls back after each with its mean loss.</summary>
    public static SequenceToSequence Train(
        bool attention, int steps, ulong seed, int batch = 64, Action<int, double>? after = null, int longest = 20)
    {
        RandomStream random = new(seed), words = new(seed + 1000);
        var model = new SequenceToSequence(attention, random);
        var adam = new Adam(model.Parameters, 3e-3);
        var optimizer = new ClippedOptimizer(adam, 1);
        var loss = new SoftmaxCrossEntropy();
        for (int step = 0; step < steps; step++)
        {
            adam.LearningRate = 3e-3 * (1 - (double)step / steps) + 1e-4;
            int[][] inputs = ReversalTask.Words(batch, 4 + words.Below(longest - 3), words);
            int[][] answers = [.. inputs.Select(ReversalTask.Answer)];
            MatrixView Z = model.Forward(inputs, [.. answers.Select(ReversalTask.Shifted)]);
            double mean = loss.Forward(
                Z, OneHot.Encode([.. answers.SelectMany(answer => answer)], ReversalTask.Symbols).View());
            optimizer.ZeroGradients();
            model.Backward(loss.Backward());
            optimizer.Step();
            after?.Invoke(step + 1, mean);
        }

        return model;
    }

    /// <summary>The share of words of so many letters that are answered without a mistake.</summary>
    public static double ExactMatch(SequenceToSequence model, int letters, int samples, RandomStream random)
    {
        int[][] words = ReversalTask.Words(samples, letters, random);
        return model.Answer(words).Zip(words, (a, w) => a.SequenceEqual(ReversalTask.Answer(w)) ? 1.0 : 0).Average();
    }
}
