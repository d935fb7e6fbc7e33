using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.LanguageModels;

/// <summary>What a step of a policy saw: the mean reward, and ln π − ln π₀ of a text in the mean, which estimates
/// KL(π‖π₀).</summary>
public readonly record struct PolicyStep(double Reward, double Kl);

/// <summary>
/// A language model learns to write texts of high reward by the score function (21.20), at a price β on leaving the
/// model π₀ that it began as. S1-299.
/// </summary>
public sealed class PolicyGradient
{
    private readonly Gpt _reference;
    private readonly Func<IReadOnlyList<int[]>, double[]> _reward;
    private readonly double _β;
    private readonly int[] _prompt;
    private readonly int _length;
    private readonly TokenCrossEntropy _policyLoss = new(), _referenceLoss = new();
    private readonly AdamW _adam;

    /// <summary>Continuations of a prompt by so many tokens, which the context holds; β ≥ 0.</summary>
    public PolicyGradient(
        Gpt start, Func<IReadOnlyList<int[]>, double[]> reward, double β, int[] prompt, int length,
        double learningRate = 1e-4)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentOutOfRangeException.ThrowIfNegative(β);
        (Policy, _reference, _reward, _β, _prompt, _length) = (start.Copy(), start, reward, β, prompt, length);
        _adam = new(Policy.Parameters, learningRate, weightDecay: 0);
    }

    /// <summary>π.</summary>
    public Gpt Policy { get; }

    /// <summary>Texts of the policy side by side. // → [N][prompt + length]</summary>
    public static int[][] Sample(Gpt model, int[] prompt, int length, int N, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var cache = new GptCache(model, N);
        int[][] texts = [.. Enumerable.Repeat(prompt, N)], news = texts;
        for (int t = 0; t < length; t++)
        {
            MatrixView Z = cache.Read(news);
            news = [.. Enumerable.Range(0, N).Select(n => (int[])
                [ScalarDecoding.Multinomial(ScalarDecoding.Temperature(Z.Column(n).ToArray(), 1), random.Uniform())])];
            texts = [.. texts.Zip(news, (text, id) => (int[])[.. text, .. id])];
        }

        return texts;
    }

    /// <summary>One step on N texts of its own.</summary>
    public PolicyStep Step(int N, RandomStream random)
    {
        int[][] texts = Sample(Policy, _prompt, _length, N, random);
        int T = _prompt.Length + _length - 1;
        MatrixView X = RewardModel.Ids([.. texts.Select(text => text[..^1])]);
        int[] y = [.. texts.SelectMany(text => text[1..])];
        var w = new double[N * T];
        double[] r = _reward(texts);
        _referenceLoss.Forward(_reference.Forward(X, Mode.Inference), y, w);
        MatrixView Z = Policy.Forward(X);
        _policyLoss.Forward(Z, y, w);
        double[] ratio = [.. Enumerable.Range(0, N).Select(n => Written(_policyLoss, n) - Written(_referenceLoss, n))];
        double[] a = [.. r.Zip(ratio, (rn, lnRatio) => rn - _β * lnRatio)];
        for (int i = 0; i < w.Length; i++)
        {
            w[i] = i % T >= _prompt.Length - 1 ? (a[i / T] - a.Average()) / N : 0; // (21.20), b the mean
        }

        _adam.ZeroGradients();
        _policyLoss.Forward(Z, y, w);
        Policy.Backward(_policyLoss.Backward());
        Clipping.ByNorm(Policy.Parameters, 1);
        _adam.Step();
        return new(r.Average(), ratio.Average());

        double Written(TokenCrossEntropy loss, int n)
        {
            double sum = 0;
            foreach (double lnp in loss.LogProbabilities.Slice(n * T + _prompt.Length - 1, _length))
            {
                sum += lnp;
            }

            return sum;
        }
    }
}
