namespace Reference.Networks;

/// <summary>Losses and metrics of a training run by epoch; NaN where none is computed. S3-074, S4-123.</summary>
public sealed record History(IReadOnlyList<History.Epoch> Epochs)
{
    /// <summary>Means over the training samples, each before its batch's update; validation after the epoch.</summary>
    public readonly record struct Epoch(double Loss, double Metric, double ValidationLoss, double ValidationMetric);

    /// <summary>The training losses. // [epochs]</summary>
    public double[] Losses => [.. Epochs.Select(e => e.Loss)];

    /// <summary>The training metrics. // [epochs]</summary>
    public double[] Metrics => [.. Epochs.Select(e => e.Metric)];

    /// <summary>The validation losses. // [epochs]</summary>
    public double[] ValidationLosses => [.. Epochs.Select(e => e.ValidationLoss)];

    /// <summary>The validation metrics. // [epochs]</summary>
    public double[] ValidationMetrics => [.. Epochs.Select(e => e.ValidationMetric)];
}
