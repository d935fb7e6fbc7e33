using System.Globalization;

namespace Reference.Plotting.Drawing;

/// <summary>The ticks of an axis: round values (1, 2, 5 · 10ᵏ), decades on a log axis, and a common power of ten where numbers would be long.</summary>
/// <param name="Major">Ticks with labels.</param>
/// <param name="Minor">Values of the small ticks between.</param>
/// <param name="Multiplier">What all labels are to be multiplied by, such as <c>×10^{5}</c>; empty for 1.</param>
internal sealed record TickMarks(IReadOnlyList<Tick> Major, IReadOnlyList<double> Minor, string Multiplier)
{
    /// <summary>Ticks for an axis on which about <paramref name="room"/> labels find place.</summary>
    public static TickMarks For(AxisMap axis, int room)
    {
        if (axis.Axis.Ticks is { } custom)
        {
            return new TickMarks([.. custom.Where(tick => axis.Fraction(tick.Value) is >= -1e-9 and <= 1 + 1e-9)], [], "");
        }

        return axis.Axis.Scale switch
        {
            AxisScale.Log => Decades(axis, room),
            AxisScale.SymLog => Symmetric(axis, room),
            _ => Linear(axis.Min, axis.Max, room),
        };
    }

    /// <summary>The smallest round step of which at most <paramref name="room"/> + 1 multiples lie between the limits.</summary>
    public static double Step(double low, double high, int room)
    {
        double rough = (high / room) - (low / room);
        int exponent = (int)Math.Floor(Logarithm.Base10(rough)) - 1;
        for (; ; exponent++)
        {
            foreach (int digit in (int[])[1, 2, 5])
            {
                double step = Decimal(digit, exponent);
                // Below the smallest double there is no finer step, above the largest no coarser.
                if (step > 0 && Math.Floor(high / step + 1e-6) - Math.Ceiling(low / step - 1e-6) <= room)
                {
                    return step;
                }
            }
        }
    }

    /// <summary>The multiples of a round step between two limits.</summary>
    public static TickMarks Linear(double low, double high, int room)
    {
        double step = Step(low, high, Math.Max(1, room));
        int stepExponent = (int)Math.Floor(Logarithm.Base10(step) + 1e-9);
        double largest = Math.Max(Math.Abs(low), Math.Abs(high));
        int magnitude = (int)Math.Floor(Logarithm.Base10(largest) + 1e-9);
        int power = magnitude is >= 5 or <= -4 ? magnitude : 0;
        int decimals = Math.Clamp(power - stepExponent, 0, 15);
        var ticks = new List<Tick>();
        double first = Math.Ceiling(low / step - 1e-6), count = Math.Floor(high / step + 1e-6) - first;
        for (int i = 0; i <= Math.Min(count, 100); i++)
        {
            double multiple = first + i, value = multiple * step;
            // The decimal digits come from the multiple, so that 0.1 · 3 reads 0.3 and 10⁻³⁰⁰ does not vanish.
            double shown = multiple * (step / Decimal(1, stepExponent)) * Decimal(1, stepExponent - power);
            ticks.Add(new Tick(value, Number(shown, "F" + decimals.ToString(CultureInfo.InvariantCulture))));
        }

        return new TickMarks(ticks, [], power == 0 ? "" : $"×10^{{{power}}}");
    }

    /// <summary>A number with a true minus sign, and no minus before zero.</summary>
    public static string Number(double value, string format)
    {
        string text = value.ToString(format, CultureInfo.InvariantCulture);
        bool zero = !text.Any(c => c is >= '1' and <= '9');
        return (zero ? text.TrimStart('-') : text).Replace('-', '−');
    }

    private static TickMarks Decades(AxisMap axis, int room)
    {
        double low = Logarithm.Base10(axis.Min), high = Logarithm.Base10(axis.Max);
        int first = (int)Math.Ceiling(low - 1e-9), last = (int)Math.Floor(high + 1e-9);
        if (last - first < 1)
        {
            return Linear(axis.Min, axis.Max, room);
        }

        int every = Math.Max(1, (last - first + room) / Math.Max(1, room));
        var major = new List<Tick>();
        for (int k = first; k <= last; k++)
        {
            if (k % every == 0 && Decimal(1, k) > 0)
            {
                major.Add(new Tick(Decimal(1, k), $"10^{{{k}}}"));
            }
        }

        var minor = new List<double>();
        for (int k = first - 1; k <= last && last - first <= 12; k++)
        {
            minor.AddRange(Enumerable.Range(2, 8).Select(digit => Decimal(digit, k)).Where(value => value >= axis.Min && value <= axis.Max));
        }

        return new TickMarks(major, minor, "");
    }

    private static TickMarks Symmetric(AxisMap axis, int room)
    {
        int linear = (int)Math.Round(Logarithm.Base10(axis.Axis.LinearWithin));
        int top = (int)Math.Floor(Logarithm.Base10(Math.Max(Math.Abs(axis.Min), Math.Abs(axis.Max))) + 1e-9);
        int sides = axis.Min < 0 && axis.Max > 0 ? 2 : 1;
        int every = Math.Max(1, (sides * (top - linear + 1) + room - 1) / Math.Max(1, room));
        var ticks = new List<Tick> { new(0, "0") };
        for (int k = linear; k <= top; k += every)
        {
            ticks.Add(new Tick(Decimal(1, k), $"10^{{{k}}}"));
            ticks.Add(new Tick(-Decimal(1, k), $"−10^{{{k}}}"));
        }

        Tick[] within = [.. ticks.Where(tick => tick.Value >= axis.Min && tick.Value <= axis.Max).OrderBy(tick => tick.Value)];
        return within.Length < 2 ? Linear(axis.Min, axis.Max, room) : new TickMarks(within, [], "");
    }

    /// <summary>digit · 10ᵏ, correctly rounded.</summary>
    internal static double Decimal(int digit, int exponent) => double.Parse($"{digit}e{exponent}", CultureInfo.InvariantCulture);
}
