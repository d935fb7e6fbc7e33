namespace Reference.Benchmarks;

/// <summary>
/// What is compared takes turns, round after round, so that whatever else happens on the machine meets everyone alike.
/// </summary>
internal static class Turns
{
    /// <summary>
    /// Runs something small until the runtime has compiled it, and what calls it, for good: it does so while other
    /// things run.
    /// </summary>
    internal static void WarmUp(Action action)
    {
        for (int i = 0; i < 3; i++, Thread.Sleep(300))
        {
            action();
        }
    }

    /// <summary>The median of each one's results; a first round warms up.</summary>
    internal static double[] Medians(int rounds, IReadOnlyList<Func<double>> turns)
    {
        double[][] times = [.. turns.Select(_ => new double[rounds])];
        for (int round = -1; round < rounds; round++)
        {
            for (int i = 0; i < turns.Count; i++)
            {
                times[i][Math.Max(0, round)] = turns[i]();
            }
        }

        return [.. times.Select(t => t.Order().ElementAt(rounds / 2))];
    }
}
