namespace Reference.Texts;

/// <summary>A text as pieces drawn independently of one another, each with a probability p. S1-165</summary>
public static class ScalarUnigram
{
    /// <summary>ln P of one segmentation, (14.8).</summary>
    public static double LogLikelihood(IEnumerable<string> pieces, Dictionary<string, double> p) =>
        pieces.Sum(x => Math.Log(p[x])); // (14.8)

    /// <summary>αⱼ, ln of the probability that pieces end at place j: the sum over all segmentations of the first j
    /// characters, (14.9). // [n + 1]</summary>
    public static double[] Forward(string text, Dictionary<string, double> p)
    {
        double[] α = [0, .. Enumerable.Repeat(double.NegativeInfinity, text.Length)];
        for (int j = 1; j <= text.Length; j++)
        {
            for (int i = 0; i < j; i++)
            {
                α[j] = LogAdd(α[j], α[i] + Math.Log(p.GetValueOrDefault(text[i..j]))); // (14.9)
            }
        }

        return α;
    }

    /// <summary>βᵢ, the same for the characters from place i on. // [n + 1]</summary>
    public static double[] Backward(string text, Dictionary<string, double> p)
    {
        double[] β = [.. Enumerable.Repeat(double.NegativeInfinity, text.Length), 0];
        for (int i = text.Length - 1; i >= 0; i--)
        {
            for (int j = i + 1; j <= text.Length; j++)
            {
                β[i] = LogAdd(β[i], β[j] + Math.Log(p.GetValueOrDefault(text[i..j])));
            }
        }

        return β;
    }

    /// <summary>The expected number of times that each piece is used, over all segmentations, (14.10).</summary>
    public static Dictionary<string, double> Expected(string text, Dictionary<string, double> p)
    {
        double[] α = Forward(text, p), β = Backward(text, p);
        var c = new Dictionary<string, double>();
        for (int i = 0; i < text.Length; i++)
        {
            for (int j = i + 1; j <= text.Length; j++)
            {
                if (p.TryGetValue(text[i..j], out double px))
                {
                    c[text[i..j]] = c.GetValueOrDefault(text[i..j])
                        + Math.Exp(α[i] + Math.Log(px) + β[j] - α[^1]); // (14.10)
                }
            }
        }

        return c;
    }

    /// <summary>The shares of the counts: the next p, a step of EM, (14.11).</summary>
    public static Dictionary<string, double> Shares(Dictionary<string, double> c) =>
        c.ToDictionary(y => y.Key, y => y.Value / c.Values.Sum()); // (14.11)

    /// <summary>The most likely segmentation, (14.12), found from left to right: Viterbi's algorithm; null where there
    /// is none.</summary>
    public static string[]? Best(string text, Dictionary<string, double> p)
    {
        double[] best = [0, .. Enumerable.Repeat(double.NegativeInfinity, text.Length)];
        int[] from = new int[text.Length + 1];
        for (int j = 1; j <= text.Length; j++)
        {
            for (int i = 0; i < j; i++)
            {
                double through = best[i] + Math.Log(p.GetValueOrDefault(text[i..j]));
                if (through > best[j])
                {
                    (best[j], from[j]) = (through, i); // (14.12)
                }
            }
        }

        var pieces = new Stack<string>();
        for (int j = text.Length; j > 0 && double.IsFinite(best[^1]); j = from[j])
        {
            pieces.Push(text[from[j]..j]);
        }

        return double.IsFinite(best[^1]) ? [.. pieces] : null;
    }

    private static double LogAdd(double a, double b) => Math.Max(a, b) is var m && double.IsInfinity(m)
        ? m
        : m + Math.Log(Math.Exp(a - m) + Math.Exp(b - m));
}
