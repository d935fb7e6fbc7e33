namespace Reference.LanguageModels;

/// <summary>Log-probabilities of every token after each of some sequences of equal length. // [sequences][V]</summary>
public delegate double[][] NextLogProbabilities(IReadOnlyList<int[]> sequences);

/// <summary>A continuation and the sum of its log-probabilities, (21.12).</summary>
public sealed record Beam(int[] Tokens, double Score, bool Ended = false);

/// <summary>Beam search: of all continuations by one token the B best go on, (21.13). S1-317.</summary>
public static class BeamSearch
{
    /// <summary>
    /// The B best of the sequences found, best first. A sequence that has reached the end token is kept as it is; the
    /// search stops after so many steps or when all kept ones have ended. It is greedy for B = 1 and complete where B
    /// is at least the number of all sequences.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">B or the steps are below 1.</exception>
    public static IReadOnlyList<Beam> Run(
        NextLogProbabilities next, int[] prompt, int B, int steps, int? end = null, Action<IReadOnlyList<Beam>>?
            after = null)
    {
        ArgumentNullException.ThrowIfNull(next);
        ArgumentNullException.ThrowIfNull(prompt);
        ArgumentOutOfRangeException.ThrowIfLessThan(B, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        Beam[] beams = [new(prompt, 0)];
        for (int step = 0; step < steps && beams.Any(beam => !beam.Ended); step++)
        {
            Beam[] open = [.. beams.Where(beam => !beam.Ended)];
            double[][] logp = next([.. open.Select(beam => beam.Tokens)]);
            beams =
            [
                .. beams.Where(beam => beam.Ended)
                    .Concat(open.SelectMany((beam, b) => logp[b].Select((lnp, token) =>
                        new Beam([.. beam.Tokens, token], beam.Score + lnp, token == end)))) // (21.12)
                    .OrderByDescending(beam => beam.Score).Take(B), // (21.13)
            ];
            after?.Invoke(beams);
        }

        return beams;
    }
}
