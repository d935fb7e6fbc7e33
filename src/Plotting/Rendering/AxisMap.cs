namespace Reference.Plotting.Rendering;

/// <summary>
/// The limits of one axis, and where its values lie between them. ScottPlot's own axes run from 0 to 1: log and
/// reversed axes, and ranges up to the largest double, are no special cases for it.
/// </summary>
internal sealed class AxisMap
{
    private readonly double _from;
    private readonly double _to;

    public AxisMap(Axis axis, DataRange data, bool downwards = false)
    {
        Axis = axis;
        if (axis.Scale == AxisScale.Log && (data.RefusedAll || axis.Min <= 0 || axis.Max <= 0))
        {
            string found = data.RefusedAll ? "no positive value" : "a limit ≤ 0";
            throw new ArgumentException($"A log axis needs positive data and limits; '{axis.Label}' has {found}.",
                nameof(axis));
        }

        (Min, Max) = Limits(data);
        (_from, _to) = downwards ? (Transform(Max), Transform(Min)) : (Transform(Min), Transform(Max));
    }

    public Axis Axis { get; }

    /// <summary>The lower limit in data units.</summary>
    public double Min { get; }

    /// <summary>The upper limit in data units.</summary>
    public double Max { get; }

    /// <summary>What the axis spans, in units of its scale.</summary>
    public double Length => Math.Abs(_to - _from);

    /// <summary>Writes its label and those of its ticks.</summary>
    public bool Labelled { get; init; } = true;

    public string Label => Labelled ? Axis.Label : "";

    public TickMarks Ticks { get; set => field = Labelled ? value : value.Bare; } = TickMarks.None;

    /// <summary>0 at the start of the axis, 1 at its end, NaN where it has no place; far outside is outside.</summary>
    public double this[double value] =>
        double.IsFinite(value) ? Math.Clamp((Transform(value) - _from) / (_to - _from), -100, 100) : double.NaN;

    /// <summary>Values are halved so that a range of all doubles does not overflow.</summary>
    private double Transform(double value) =>
        Axis.Scale != AxisScale.Log ? value / 2 : value > 0 ? Math.Log10(value) : double.NaN;

    private double Inverse(double length) => Axis.Scale == AxisScale.Log
        ? Math.Clamp(Math.Pow(10, length), double.Epsilon, double.MaxValue)
        : Math.Clamp(length, double.MinValue / 2, double.MaxValue / 2) * 2;

    /// <summary>The data's range, or the axis's own limits; with a margin of 4 % where neither ends by its
    /// nature.</summary>
    private (double, double) Limits(DataRange data)
    {
        (bool log, double? min, double? max) = (Axis.Scale == AxisScale.Log, Axis.Min, Axis.Max);
        double low = min ?? (!data.IsEmpty ? data.Min : log ? Math.Min(1, max / 10 ?? 1) : Math.Min(0, max - 1 ?? 0));
        double high = max ?? (!data.IsEmpty ? data.Max : log ? Math.Max(10, low * 10) : low + 1);
        if (min >= max)
        {
            throw new ArgumentException($"Min must be below Max on axis '{Axis.Label}'; got {min} and {max}.",
                nameof(data));
        }

        // Constant data, or as good as constant, or one limit beyond all data: room, so that ticks have something to
        // count.
        if (!(high / 2 - low / 2 > Math.Max(Math.Abs(low), Math.Abs(high)) * 1e-13))
        {
            double anchor = min ?? max ?? low, room = anchor == 0 ? 1 : Math.Abs(anchor) * 0.1;
            return (min ?? (log ? anchor / 2 : anchor - room), max ?? (log ? anchor * 2 : anchor + room));
        }

        (double from, double to) = (Transform(low), Transform(high));
        double margin = 0.04 * (to - from);
        return (min ?? (data.TightBelow ? low : Inverse(from - margin)), max
            ?? (data.TightAbove ? high : Inverse(to + margin)));
    }
}
