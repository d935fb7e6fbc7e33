namespace Reference.Plotting;

/// <summary>The range that the data along one axis needs. On a log axis, values ≤ 0 are gaps.</summary>
internal sealed class DataRange(bool positiveOnly = false)
{
    /// <summary>The smallest finite value seen; +∞ before any.</summary>
    public double Min { get; private set; } = double.PositiveInfinity;

    /// <summary>The largest finite value seen; −∞ before any.</summary>
    public double Max { get; private set; } = double.NegativeInfinity;

    /// <summary>No margin beyond these: the data end here by their nature (heat maps, bars standing on 0).</summary>
    public bool TightBelow => _tightMin <= Min;

    /// <summary>As <see cref="TightBelow"/>, above.</summary>
    public bool TightAbove => _tightMax >= Max;

    public bool IsEmpty => Min > Max;

    /// <summary>Values were offered, but none that this axis can show.</summary>
    public bool RefusedAll => IsEmpty && _refused;

    private bool _refused;
    private double _tightMin = double.PositiveInfinity;
    private double _tightMax = double.NegativeInfinity;

    public void Include(double value)
    {
        if (!double.IsFinite(value) || (positiveOnly && value <= 0))
        {
            _refused |= double.IsFinite(value);
            return;
        }

        Min = Math.Min(Min, value);
        Max = Math.Max(Max, value);
    }

    public void Include(ReadOnlySpan<double> values)
    {
        foreach (double value in values)
        {
            Include(value);
        }
    }

    /// <summary>Includes an end beyond which no margin is drawn, unless other data go further.</summary>
    public void IncludeTight(double value, bool below, bool above)
    {
        Include(value);
        if (positiveOnly && value <= 0)
        {
            return;
        }

        _tightMin = below ? Math.Min(_tightMin, value) : _tightMin;
        _tightMax = above ? Math.Max(_tightMax, value) : _tightMax;
    }
}
