using Reference.Book;

namespace Reference.LinearModels;

/// <summary>The figures of chapter 06.</summary>
public static class LinearRegressionFigures
{
    /// <summary>All of them, in the order of the README.</summary>
    public static IReadOnlyList<ChapterFigure> All { get; } =
    [
        new("neuron-lines", "One input, two parameters: the weight turns the line, the bias lifts it.",
            "S0-009 S0-010 S4-066", LineFigures.Neuron),
        new("noise", "Targets scatter around the true line; the band holds 95 % of them. Least squares recovers the "
            + "line.",
            "S4-068 S3-008", LineFigures.Noise),
        new("slope-descent",
            "Slope-only descent from w = −10: each step as a line in the data, and on the parabola of the cost. The "
            + "tangents fall left of the minimum and rise right of it.",
            "S4-069 S4-073 S4-074 S4-075 S4-077", LineFigures.SlopeDescent),
        new("descent-path", "Slope and bias together: descent on the surface of the loss, and the same from above.",
            "S4-079 S0-038", LineFigures.DescentPath),
        new("thermometer-data", "The 14 readings, the line of least squares, and the physical law.",
            "S0-052 S0-053 S0-054 S0-055", ThermometerFigures.Data),
        new("thermometer-lines",
            "The thermometer's line at five epochs, from light to dark; and the trained line, its residuals and its "
            + "answer for 70.",
            "S0-072 S0-073 S0-074 S0-075 S0-076", ThermometerFigures.Lines),
        new("thermometer-loss",
            "The loss of both learning rates, on a linear and on a logarithmic axis; the dots are the 13 losses that "
            + "the notes print.",
            "S0-062 S0-066 S0-067 S0-069 S0-070 S0-071", ThermometerFigures.Loss),
        new("plane", "Two inputs: the plane of least squares with lines from it to the samples; and what is left of "
            + "each target, without a trend.",
            "S4-088", FeatureFigures.Plane),
        new("scaling", "One skewed feature three ways: as it is, as min-max, as z-score; below, with one outlier.",
            "S3-097 S3-098 S3-213 S3-214", FeatureFigures.Scaling),
        new("feature-scales", "Descent on the loss of two features, one up to 1 and one up to 1000: "
            + "before scaling it falls into the valley and hardly moves along it, after scaling it goes straight "
            + "down.",
            "S3-212", FeatureFigures.Scales),
    ];
}
