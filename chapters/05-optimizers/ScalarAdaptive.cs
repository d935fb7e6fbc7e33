namespace Reference.Optimizers;

/// <summary>AdaGrad: s ← s + g², w ← w − ηg / (√s + ε), (5.25), η ≥ 0, ε ≥ 0.</summary>
public sealed class ScalarAdaGrad(double η, double ε = 1e-10) : ScalarOptimizer([η], notNegative: [ε])
{
    private double s;

    /// <inheritdoc/>
    public override double Step(double w, double g)
    {
        s += g * g; // (5.25)
        return w - η * g / (Math.Sqrt(s) + ε); // (5.25)
    }
}

/// <summary>RMSProp: the step is divided by the root of a moving average of g², (5.26), S2-121, with ε inside, (5.27),
/// S2-122, or beside, (5.28), S3-061. η ≥ 0, ε ≥ 0, β in [0, 1): 0.999 in S2, 0.9 in Keras, 0.99 in PyTorch.</summary>
public sealed class ScalarRmsProp(double η, double β, double ε, EpsilonPlace place)
    : ScalarOptimizer([η], decays: [β], notNegative: [ε])
{
    private double v;

    /// <inheritdoc/>
    public override double Step(double w, double g)
    {
        v = β * v + (1 - β) * g * g; // (5.26)
        return place == EpsilonPlace.InsideRoot
            ? w - η / Math.Sqrt(v + ε) * g // (5.27)
            : w - η / (Math.Sqrt(v) + ε) * g; // (5.28)
    }
}

/// <summary>Where RMSProp adds ε.</summary>
public enum EpsilonPlace
{
    /// <summary>√(v + ε), as in S2 and TensorFlow.</summary>
    InsideRoot,

    /// <summary>√v + ε, as in PyTorch.</summary>
    BesideRoot,
}
