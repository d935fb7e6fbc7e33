using Reference.Book;

namespace Reference.Autoencoders;

/// <summary>What the chapter measures, on real digits where they are there.</summary>
public static class AutoencoderExperiments
{
    /// <summary>The measurements of RESULTS.md.</summary>
    public static IReadOnlyList<Measurement> Measured { get; } =
    [
        new("sizes", "How large is the error of held-out digits for codes of several sizes, by principal components "
            + "and by autoencoders?", DigitMeasurements.Sizes),
        new("codes", "Do digits of one class lie together in a code, and how much can be read from it?",
            DigitMeasurements.Codes),
        new("damage", "Can an autoencoder remove noise, and complete what is missing?", DigitMeasurements.Damage),
        new("anomalies", "Is a digit that was never seen reconstructed worse than others?", DigitMeasurements.Novelty),
        new("holes", "Is every code that of a digit?", DigitMeasurements.Holes),
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Experiment> All { get; } =
        [.. Measured.Select(measurement => measurement.ToExperiment())];
}
