using Reference.Numerics;

namespace Reference.ModelSelection;

/// <summary>
/// The tree-structured Parzen estimator of Bergstra and others (2011), one dimension at a time: densities l of the
/// best share γ of the trials and g of the others, (11.6), and of some draws from l the one of largest l/g, (11.11).
/// S2-136, S2-138.
/// </summary>
public sealed class TpeSampler : ISampler
{
    private readonly RandomStream _random;
    private readonly double _γ;
    private readonly int _startup, _candidates;

    /// <summary>γ in (0, 1), the number of random trials at the start, and of draws for each value.</summary>
    public TpeSampler(RandomStream random, double γ = 0.15, int startup = 10, int candidates = 24)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThan(startup, 2);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(candidates);
        if (γ is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(γ), $"Expected a share γ in (0, 1); got {γ}.");
        }

        (_random, _γ, _startup, _candidates) = (random, γ, startup, candidates);
    }

    /// <summary>The values of the best ⌈γn⌉ trials and of the others, (11.6); pruned trials stand behind complete
    /// ones.</summary>
    public static (double[] Good, double[] Bad) Divide(IReadOnlyList<Trial> finished, string name, double γ)
    {
        double[] order = [.. finished
            .Where(trial => trial.State is TrialState.Complete or TrialState.Pruned)
            .OrderBy(trial => trial.State == TrialState.Pruned).ThenBy(trial => trial.Value)
            .Select(trial => trial.Find(name)).OfType<double>()];
        int good = (int)Math.Ceiling(γ * order.Length); // (11.6)
        return (order[..good], order[good..]);
    }

    /// <inheritdoc/>
    public double Sample(Trial trial, IReadOnlyList<Trial> finished, string name, Dimension dimension)
    {
        (double[] good, double[] bad) = Divide(finished, name, _γ);
        if (good.Length + bad.Length < _startup)
        {
            return new RandomSampler(_random).Sample(trial, finished, name, dimension);
        }

        (Func<double> draw, Func<double, double> l) = Model(good, dimension);
        (_, Func<double, double> g) = Model(bad, dimension);
        return Enumerable.Range(0, _candidates).Select(_ => draw()).ToArray().MaxBy(x => l(x) / g(x)); // (11.11)
    }

    private (Func<double> Draw, Func<double, double> Density) Model(double[] values, Dimension dimension)
    {
        if (dimension.Scale == Scale.Choice)
        {
            double[] p = ScalarParzen.Choices(values, dimension.Count!.Value);
            return (() => ScalarParzen.Draw(p, _random.Uniform()), x => p[(int)x]);
        }

        var parzen = new ParzenEstimator([.. values.Select(dimension.Coordinate)], dimension.Low, dimension.High);
        return (
            () => dimension.Value(parzen.Draw(_random)),
            dimension.Scale == Scale.Integer
                ? x => parzen.Probability(x - 0.5, x + 0.5) // (11.9)
                : x => parzen.Density(dimension.Coordinate(x)));
    }
}
