using System.Globalization;

namespace Reference.Plotting.Rendering;

/// <summary>The ticks of an axis: round values (1, 2, 5 · 10ᵏ), decades on a log axis, and a common power of ten where
/// numbers would be long.</summary>
/// <param name="Major">Ticks with labels.</param>
/// <param name="Minor">Values of the small ticks between.</param>
/// <param name="Multiplier">What all labels are to be multiplied by, such as <c>×10^{5}</c>; empty for 1.</param>
internal sealed record TickMarks(IReadOnlyList<Tick> Major, IReadOnlyList<double> Minor, string Multiplier)
{
    public static TickMarks None { get; } = new([], [], "");

    /// <summary>The same places without texts.</summary>
    public TickMarks Bare => new([.. Major.Select(tick => tick with { Label = "" })], Minor, "");

    /// <summary>Width of the widest label.</summary>
    public float Widest => Major.Select(tick => MathText.Width(tick.Label, Theme.TickSize)).DefaultIfEmpty(0).Max();

    /// <summary>What the labels take side by side.</summary>
    public float Length => Major.Sum(tick => MathText.Width(tick.Label, Theme.TickSize) + 14);

    /// <summary>The same ticks, their labels broken to a width.</summary>
    public TickMarks Broken(float width) => this with
        { Major = [.. Major.Select(t => t with { Label = MathText.Wrap(t.Label, Theme.TickSize, width, 3) })] };

    /// <summary>Ticks for an axis on which about <paramref name="room"/> labels find place.</summary>
    public static TickMarks For(AxisMap axis, int room) => axis.Axis switch
    {
        { Ticks: { } custom } => None with
            { Major = [.. custom.Where(tick => axis[tick.Value] is >= -1e-9 and <= 1 + 1e-9)] },
        { Scale: AxisScale.Log } => Decades(axis, room),
        _ => Linear(axis.Min, axis.Max, room),
    };

    /// <summary>The multiples of a round step between two limits.</summary>
    public static TickMarks Linear(double low, double high, int room)
    {
        double step = Step(low, high, Math.Max(1, room));
        (int stepExponent, int magnitude) = (Exponent(step), Exponent(Math.Max(Math.Abs(low), Math.Abs(high))));
        int power = magnitude is >= 5 or <= -4 ? magnitude : 0;
        string format = $"F{Math.Clamp(power - stepExponent, 0, 15)}";
        double first = Math.Ceiling(low / step - 1e-6), count = Math.Floor(high / step + 1e-6) - first + 1;
        // The decimal digits come from the multiple, so that 0.1 · 3 reads 0.3 and 10⁻³⁰⁰ does not vanish.
        string Shown(double multiple) =>
            Number(multiple * (step / Decimal(1, stepExponent)) * Decimal(1, stepExponent - power), format);
        IEnumerable<double> multiples = Enumerable.Range(0, (int)Math.Min(count, 101)).Select(i => first + i);
        return new TickMarks([.. multiples.Select(k => new Tick(k * step, Shown(k)))], [], power == 0 ? ""
            : $"×10^{{{power}}}");
    }

    /// <summary>A number with a true minus sign, and no minus before zero.</summary>
    public static string Number(double value, string format)
    {
        string text = value.ToString(format, CultureInfo.InvariantCulture);
        bool zero = !text.Any(c => c is >= '1' and <= '9');
        return (zero ? text.TrimStart('-') : text).Replace('-', '−');
    }

    /// <summary>digit · 10ᵏ, correctly rounded.</summary>
    internal static double Decimal(int digit, int exponent) =>
        double.Parse(FormattableString.Invariant($"{digit}e{exponent}"), CultureInfo.InvariantCulture);

    /// <summary>The smallest round step of which at most <paramref name="room"/> + 1 multiples lie between the
    /// limits.</summary>
    private static double Step(double low, double high, int room) => (
        from exponent in Enumerable.Range((int)Math.Floor(Math.Log10((high / room) - (low / room))) - 1, 700)
        from digit in (int[])[1, 2, 5]
        let step = Decimal(digit, exponent)
        // Below the smallest double there is no finer step, above the largest no coarser.
        where step > 0 && Math.Floor(high / step + 1e-6) - Math.Ceiling(low / step - 1e-6) <= room
        select step).First();

    private static int Exponent(double value) => (int)Math.Floor(Math.Log10(value) + 1e-9);

    private static TickMarks Decades(AxisMap axis, int room)
    {
        // Less than two decades have too few powers of ten.
        if (axis.Max / axis.Min < 100)
        {
            double[] Multiples(int[] digits) =>
                [.. from k in Enumerable.Range((int)Math.Floor(Math.Log10(axis.Min)), 4)
                from digit in digits
                let value = Decimal(digit, k)
                where value >= axis.Min * (1 - 1e-12) && value <= axis.Max * (1 + 1e-12)
                select value];
            double[] all = Multiples([1, 2, 3, 4, 5, 6, 7, 8, 9]);
            double[]? some = new[] { Multiples([1, 2, 5]), Multiples([1, 3]), all }
                .FirstOrDefault(values => values.Length >= 3 && values.Length <= Math.Max(3, room));
            return some is null ? Linear(axis.Min, axis.Max, room) : new TickMarks(
                [.. some.Select(value => new Tick(value, Plain(value)))], [.. all.Except(some)], "");
        }

        int first = (int)Math.Ceiling(Math.Log10(axis.Min) - 1e-9), last = Exponent(axis.Max), decades = last - first;
        int every = Math.Max(1, (decades + room) / Math.Max(1, room));
        return decades < 1 ? Linear(axis.Min, axis.Max, room) : new TickMarks(
            [.. Enumerable.Range(first, decades + 1).Where(k => k % every == 0 && Decimal(1, k) > 0).Select(Power)],
            [.. from k in Enumerable.Range(first - 1, decades <= 12 ? decades + 2 : 0)
                from digit in Enumerable.Range(2, 8)
                let value = Decimal(digit, k)
                where value >= axis.Min && value <= axis.Max
                select value],
            "");
    }

    /// <summary>A number of one digit, as a power of ten where it would be long.</summary>
    private static string Plain(double value)
    {
        int exponent = Exponent(value);
        return exponent is >= -3 and <= 4
            ? Number(value, "0.#####")
            : $"{Number(value / Decimal(1, exponent), "0")}·10^{{{exponent}}}";
    }

    private static Tick Power(int exponent) => new(Decimal(1, exponent), $"10^{{{exponent}}}");
}
