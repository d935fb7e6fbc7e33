namespace Reference.Networks;

/// <summary>What a training run measured after each epoch; NaN where nothing was asked for. S3-074, S4-123.</summary>
/// <param name="Epochs">One entry an epoch.</param>
public sealed record History(IReadOnlyList<History.Epoch> Epochs)
{
    /// <summary>One epoch.</summary>
    /// <param name="Loss">The mean over the training samples, each at the weights that its batch met.</param>
    /// <param name="Metric">The same mean of the metric.</param>
    /// <param name="ValidationLoss">The loss on the validation set after the epoch.</param>
    /// <param name="ValidationMetric">The metric on the validation set after the epoch.</param>
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
