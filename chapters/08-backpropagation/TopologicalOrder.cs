namespace Reference.Backpropagation;

/// <summary>An order of a graph's units in which each comes after its inputs. It exists exactly where there is no
/// cycle. S3-202.</summary>
internal static class TopologicalOrder
{
    /// <summary>Kahn's algorithm: repeatedly takes a unit whose inputs are done.</summary>
    /// <exception cref="ArgumentException">A cycle; the message lists its units.</exception>
    public static IReadOnlyList<int> Of(IReadOnlyList<GraphUnit> units, IReadOnlyList<GraphEdge> edges)
    {
        int[][] sources = [.. units.Select((_, i) => edges.Where(e => e.To == i).Select(e => e.From).ToArray())];
        List<int> order = [], todo = [.. Enumerable.Range(0, units.Count)];
        while (todo.FindIndex(i => !sources[i].Any(todo.Contains)) is var ready and >= 0)
        {
            order.Add(todo[ready]);
            todo.RemoveAt(ready);
        }

        return todo.Count == 0
            ? order
            : throw new ArgumentException(
                $"Expected a graph without cycles; got {string.Join(" → ", Cycle().Select(i => units[i].Name))}.");

        // Every unit left has an input that is left, so the walk backwards meets itself.
        List<int> Cycle()
        {
            List<int> walk = [todo[0]];
            while (true)
            {
                int before = sources[walk[0]].First(todo.Contains);
                int met = walk.IndexOf(before);
                walk.Insert(0, before);
                if (met >= 0)
                {
                    return walk[..(met + 2)];
                }
            }
        }
    }
}
