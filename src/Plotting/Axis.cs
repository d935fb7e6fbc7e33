namespace Reference.Plotting;

/// <summary>One axis: its label, scale, limits and ticks.</summary>
/// <param name="Label">What is measured; give the unit with it: <c>"time (s)"</c>.</param>
public sealed record Axis(string Label)
{
    /// <summary>What is measured along this axis, unit included.</summary>
    public string Label { get; init; } = Label ?? throw new ArgumentNullException(nameof(Label));

    /// <summary>Linear unless said otherwise.</summary>
    public AxisScale Scale { get; init; }

    /// <summary>The lower limit; found from the data when null.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not finite.</exception>
    public double? Min { get; init => field = Expect.Finite(value, nameof(Min)); }

    /// <summary>The upper limit; found from the data when null.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not finite.</exception>
    public double? Max { get; init => field = Expect.Finite(value, nameof(Max)); }

    /// <summary>The ticks, when not the automatic ones. An empty list draws none.</summary>
    public IReadOnlyList<Tick>? Ticks { get; init => field = value is null ? null : [.. value]; }

    /// <summary>The axis of this label, as <c>X = "epoch"</c>.</summary>
    public static implicit operator Axis(string label) => new(label);
}

/// <summary>How values become lengths along an axis.</summary>
public enum AxisScale
{
    /// <summary>Equal differences, equal lengths.</summary>
    Linear,

    /// <summary>Equal ratios, equal lengths; values must be positive, others are gaps.</summary>
    Log,
}

/// <summary>A tick at a value, with its label.</summary>
/// <param name="Value">Where, in data units.</param>
/// <param name="Label">What is written there; may be empty.</param>
public readonly record struct Tick(double Value, string Label);
