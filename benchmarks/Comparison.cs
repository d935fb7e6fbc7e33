namespace Reference.Benchmarks;

/// <summary>A row of the tables: what takes turns, each with the seconds of one call; the first is ours.</summary>
internal sealed record Comparison(string Name, string Peer, Func<double> Ours, Func<double> Peers);
