using System.Runtime.CompilerServices;

namespace Reference.Embeddings;

/// <summary>A window of k tokens to either side that moves over a sequence. S0-155.</summary>
public static class ContextWindow
{
    /// <summary>Every token with each of its neighbours at most k ≥ 1 places away. // ids [n]</summary>
    public static IEnumerable<(int Word, int Context)> Pairs(IReadOnlyList<int> ids, int k)
    {
        Width(k);
        for (int t = 0; t < ids.Count; t++)
        {
            for (int s = Math.Max(0, t - k); s <= Math.Min(ids.Count - 1, t + k); s++)
            {
                if (s != t)
                {
                    yield return (ids[t], ids[s]);
                }
            }
        }
    }

    /// <summary>The number of pairs of n > k tokens, (15.3). S0-155</summary>
    public static long Count(int n, int k) => 2L * k * n - (long)k * (k + 1); // (15.3)

    /// <summary>k, at least 1.</summary>
    internal static int Width(int k, [CallerArgumentExpression(nameof(k))] string name = "") => k >= 1
        ? k
        : throw new ArgumentOutOfRangeException(name, $"Expected a window of at least 1 token to a side; got {k}.");
}
