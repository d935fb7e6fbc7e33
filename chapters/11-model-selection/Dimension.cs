using Reference.Numerics;

namespace Reference.ModelSelection;

/// <summary>What values a hyperparameter takes.</summary>
public enum Scale
{
    /// <summary>Real, every interval of equal length alike.</summary>
    Linear,

    /// <summary>Positive, every interval of equal ratio alike.</summary>
    Log,

    /// <summary>Whole numbers, both ends included.</summary>
    Integer,

    /// <summary>One of several, without an order: 0, 1, …</summary>
    Choice,
}

/// <summary>
/// One hyperparameter of a search space, and the coordinate z in [Low, High] that samplers see: the value, its
/// logarithm, or for whole numbers the value with half a unit on either side. S2-132, S2-137.
/// </summary>
public sealed record Dimension
{
    private Dimension(Scale scale, double low, double high) => (Scale, Low, High) = (scale, low, high);

    /// <summary>What values it takes.</summary>
    public Scale Scale { get; }

    /// <summary>The least coordinate.</summary>
    public double Low { get; }

    /// <summary>The largest coordinate.</summary>
    public double High { get; }

    /// <summary>How many values it takes; none where it is real.</summary>
    public int? Count => Scale is Scale.Integer or Scale.Choice ? (int)(High - Low) : null;

    /// <summary>A real number in [low, high], low &lt; high both finite; on a logarithmic scale low > 0.</summary>
    public static Dimension Float(double low, double high, bool log = false)
    {
        Require.Finite(low);
        Require.Finite(high);
        Ordered(low, high);
        if (log && low <= 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(low), $"Expected low > 0 on a logarithmic scale; got {low}.");
        }

        return log ? new(Scale.Log, Math.Log(low), Math.Log(high)) : new(Scale.Linear, low, high);
    }

    /// <summary>A whole number in [low, high], low &lt; high.</summary>
    public static Dimension Integer(int low, int high)
    {
        Ordered(low, high);
        return new(Scale.Integer, low - 0.5, high + 0.5);
    }

    /// <summary>0, 1, …, count − 1, without an order; at least one.</summary>
    public static Dimension Choice(int count)
    {
        Require.NotEmpty(Math.Max(0, count), "choices");
        return new(Scale.Choice, -0.5, count - 0.5);
    }

    /// <summary>The value at a coordinate; (11.4) on a logarithmic scale.</summary>
    public double Value(double z) => Scale switch
    {
        Scale.Linear => z,
        Scale.Log => Math.Exp(z), // (11.4)
        _ => Math.Clamp(Math.Round(z), Low + 0.5, High - 0.5),
    };

    /// <summary>The coordinate of a value.</summary>
    public double Coordinate(double value) => Scale == Scale.Log ? Math.Log(value) : value;

    /// <summary>Whether a value is one of them; one part in 10¹² outside a bound is rounding.</summary>
    public bool Contains(double value) => Coordinate(value) is var z && (High - Low) * 1e-12 is var ε
        && z >= Low - ε && z <= High + ε && (Count is null || value == Math.Round(value));

    private static void Ordered(double low, double high)
    {
        if (low >= high)
        {
            throw new ArgumentOutOfRangeException(
                nameof(low), $"Expected a range with low < high; got low {low} and high {high}.");
        }
    }
}
