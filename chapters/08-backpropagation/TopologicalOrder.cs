namespace Reference.Backpropagation;

/// <summary>An order of a graph's units in which each comes after those it takes from. There is one exactly where there is no cycle. S3-202.</summary>
internal static class TopologicalOrder
{
    /// <summary>Again and again the first unit that waits for none.</summary>
    /// <exception cref="ArgumentException">A cycle, which is named.</exception>
    public static IReadOnlyList<int> Of(IReadOnlyList<GraphUnit> units, IReadOnlyList<GraphEdge> edges)
    {
        int[][] sources = [.. units.Select((_, i) => edges.Where(e => e.To == i).Select(e => e.From).ToArray())];
        var order = new List<int>();
        var done = new HashSet<int>();
        while (Enumerable.Range(0, units.Count).FirstOrDefault(i => !done.Contains(i) && sources[i].All(done.Contains), -1) is var next and >= 0)
        {
            order.Add(next);
            done.Add(next);
        }

        return order.Count == units.Count
            ? order
            : throw new ArgumentException(
                $"Expected a graph without cycles; got {string.Join(" → ", Cycle(sources, done).Select(i => units[i].Name))}.",
                nameof(edges));
    }

    // Backwards from any unit that waits for another; all of those wait, so the way must meet itself.
    private static List<int> Cycle(int[][] sources, HashSet<int> done)
    {
        List<int> way = [Enumerable.Range(0, sources.Length).First(i => !done.Contains(i))];
        while (true)
        {
            int before = sources[way[0]].First(j => !done.Contains(j));
            int met = way.IndexOf(before);
            way.Insert(0, before);
            if (met >= 0)
            {
                return way[..(met + 2)];
            }
        }
    }
}
