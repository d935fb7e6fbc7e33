namespace Reference.Plotting.Drawing;

/// <summary>How the values of one axis become lengths: scale, limits and ticks, and where the axis lies on the canvas.</summary>
internal sealed class AxisMap
{
    private readonly double _from;
    private readonly double _to;

    public AxisMap(Axis axis, DataRange data)
    {
        Axis = axis;
        if (axis.Scale == AxisScale.Log && (data.RefusedAll || axis.Min <= 0 || axis.Max <= 0))
        {
            throw new ArgumentException($"A log axis needs positive data and limits; '{axis.Label}' has {(data.RefusedAll ? "no positive value" : "a limit ≤ 0")}.", nameof(axis));
        }

        (Min, Max) = Limits(axis, data);
        (_from, _to) = (Transform(Min), Transform(Max));
        if (axis.Reversed)
        {
            (_from, _to) = (_to, _from);
        }
    }

    public Axis Axis { get; }

    /// <summary>The lower limit in data units.</summary>
    public double Min { get; }

    /// <summary>The upper limit in data units.</summary>
    public double Max { get; }

    /// <summary>What the axis spans, in units of its scale.</summary>
    public double Length => Math.Abs(_to - _from);

    /// <summary>Canvas coordinate of the axis's start and end; for y the start is at the bottom.</summary>
    public (double Start, double End) Span { get; set; } = (0, 1);

    /// <summary>The canvas coordinate of a value; NaN where the axis has no place for it.</summary>
    public double this[double value]
    {
        get
        {
            double position = Span.Start + (Span.End - Span.Start) * Fraction(value);
            // Far outside is outside: this keeps products finite further on.
            return Math.Clamp(position, -1e5, 1e5);
        }
    }

    /// <summary>0 at the start of the axis, 1 at its end.</summary>
    public double Fraction(double value) =>
        double.IsFinite(value) ? (Transform(value) - _from) / (_to - _from) : double.NaN;

    /// <summary>Values are halved so that a range of all doubles does not overflow.</summary>
    private double Transform(double value) => Axis.Scale switch
    {
        AxisScale.Log => value > 0 ? Logarithm.Base10(value) : double.NaN,
        AxisScale.SymLog => Math.Abs(value) <= Axis.LinearWithin
            ? value / Axis.LinearWithin
            : Math.Sign(value) * (1 + Logarithm.Base10(Math.Abs(value) / Axis.LinearWithin)),
        _ => value / 2,
    };

    private double Inverse(double length) => Axis.Scale switch
    {
        AxisScale.Log => Logarithm.Power(length),
        AxisScale.SymLog => Math.Abs(length) <= 1
            ? length * Axis.LinearWithin
            : Math.Sign(length) * Math.Min(double.MaxValue, Axis.LinearWithin * Logarithm.Power(Math.Abs(length) - 1)),
        _ => Math.Clamp(length, double.MinValue / 2, double.MaxValue / 2) * 2,
    };

    /// <summary>The data's range, or the axis's own limits; with a margin of 4 % where neither ends by its nature.</summary>
    private (double, double) Limits(Axis axis, DataRange data)
    {
        bool log = axis.Scale == AxisScale.Log;
        double low = axis.Min ?? (data.IsEmpty ? (log ? Math.Min(1, axis.Max / 10 ?? 1) : Math.Min(0, axis.Max - 1 ?? 0)) : data.Min);
        double high = axis.Max ?? (data.IsEmpty ? (log ? Math.Max(10, low * 10) : low + 1) : data.Max);
        if (axis.Min is not null && axis.Max is not null && low >= high)
        {
            throw new ArgumentException($"Min must be below Max on axis '{axis.Label}'; got {low} and {high}.", nameof(axis));
        }

        // Constant data, or as good as constant, or one limit beyond all data: room, so that ticks have something to count.
        if (!(high / 2 - low / 2 > Math.Max(Math.Abs(low), Math.Abs(high)) * 1e-13))
        {
            double anchor = axis.Min ?? axis.Max ?? low, room = anchor == 0 ? 1 : Math.Abs(anchor) * 0.1;
            (low, high) = log ? (anchor / 2, anchor * 2) : (anchor - room, anchor + room);
            return (axis.Min ?? low, axis.Max ?? high);
        }

        (double from, double to) = (Transform(low), Transform(high));
        double margin = 0.04 * (to - from);
        return (
            axis.Min is not null || data.TightBelow ? low : Inverse(from - margin),
            axis.Max is not null || data.TightAbove ? high : Inverse(to + margin));
    }
}
