using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;

namespace Reference.Regularization;

/// <summary>One overfitting run and the same with dropout, trained once for claims and figures.</summary>
public static class OverfitRun
{
    private const int Epochs = 100, Hidden = 100;

    private static readonly Lazy<(Trainer Trainer, History History)> bare = new(() => Train(0)), dropped =
        new(() => Train(0.5));

    /// <summary>200 points, 15 % of the labels wrong.</summary>
    public static LabelledPoints Points { get; } = DropoutNetworks.Points(new RandomStream(1), 200);

    /// <summary>Without dropout.</summary>
    public static (Trainer Trainer, History History) Bare => bare.Value;

    /// <summary>With p = ½.</summary>
    public static (Trainer Trainer, History History) WithDropout => dropped.Value;

    private static (Trainer, History) Train(double p) => DropoutNetworks.Train(
        Points.ToSampleSet(), DropoutNetworks.Points(new RandomStream(2), 300).ToSampleSet(), p, 1, Epochs, Hidden,
        0.003);
}
