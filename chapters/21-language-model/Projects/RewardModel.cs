using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.LanguageModels;

/// <summary>
/// A GPT with one output, the reward of the text up to each token; that at the last token is the reward of the text.
/// It learns from pairs of which one text is better, (21.15). S1-298, S1-352.
/// </summary>
public sealed class RewardModel
{
    private readonly Workspace _dR = new();

    /// <summary>Begins with the blocks of a language model and a new head.</summary>
    public RewardModel(Gpt start)
    {
        ArgumentNullException.ThrowIfNull(start);
        Model = start.Copy(outputs: 1);
    }

    /// <summary>The network.</summary>
    public Gpt Model { get; }

    /// <summary>The rewards of texts of one length. // ids [N][T] → [N]</summary>
    public double[] Score(IReadOnlyList<int[]> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        int T = texts[0].Length;
        MatrixView R = Model.Forward(Ids(texts), Mode.Inference);
        return [.. texts.Select((_, n) => R[0, n * T + T - 1])];
    }

    /// <summary>One step on pairs: the mean loss of them before it. // better, worse [N][T]</summary>
    public double Step(IOptimizer optimizer, IReadOnlyList<int[]> better, IReadOnlyList<int[]> worse)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        ArgumentNullException.ThrowIfNull(better);
        int N = better.Count, T = better[0].Length;
        optimizer.ZeroGradients();
        MatrixView R = Model.Forward(Ids([.. better, .. worse])), dR = _dR.Of(1, R.ColumnCount);
        dR.Fill(0);
        double loss = 0;
        for (int n = 0; n < N; n++)
        {
            int w = n * T + T - 1, l = w + N * T;
            loss += ScalarAlignment.PairLoss(R[0, w], R[0, l]) / N;
            double g = ScalarAlignment.PairGradient(R[0, w], R[0, l]) / N;
            (dR[0, w], dR[0, l]) = (g, -g); // (21.16)
        }

        Model.Backward(dR);
        Clipping.ByNorm(Model.Parameters, 1);
        optimizer.Step();
        return loss;
    }

    /// <summary>The share of pairs whose better text has the larger reward.</summary>
    public double Accuracy(IReadOnlyList<(int[] Better, int[] Worse)> pairs) =>
        pairs.Chunk(64).Sum(part => Score([.. part.Select(p => p.Better)])
            .Zip(Score([.. part.Select(p => p.Worse)]), (b, w) => b > w ? 1.0 : 0).Sum()) / pairs.Count;

    internal static MatrixView Ids(IReadOnlyList<int[]> texts) =>
        new([.. texts.SelectMany(ids => ids.Select(id => (double)id))], texts[0].Length, texts.Count);
}
