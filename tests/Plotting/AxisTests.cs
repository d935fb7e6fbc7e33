using Reference.Plotting.Rendering;

namespace Reference.Plotting.Tests;

public sealed class AxisTests
{
    private static AxisMap Map(Axis axis, params double[] data)
    {
        var range = new DataRange(axis.Scale);
        range.Include(data);
        return new AxisMap(axis, range);
    }

    [Fact]
    public void Limits_lie_at_the_ends_and_the_middle_between()
    {
        AxisMap linear = Map(new("x") { Min = -1, Max = 3 }, 0);
        Assert.Equal((0, 1, 0.5), (linear[-1], linear[3], linear[1]));
        AxisMap log = Map(new("x") { Scale = AxisScale.Log, Min = 1e-2, Max = 1e2 }, 1);
        Assert.Equal(0.5, log[1], 1e-12);
        AxisMap reversed = new(new("x") { Min = 0, Max = 1 }, new DataRange(), downwards: true);
        Assert.Equal((1, 0), (reversed[0], reversed[1]));
        Assert.True(double.IsNaN(log[0]) && double.IsNaN(log[-3]) && double.IsNaN(linear[double.NaN]));
    }

    [Fact]
    public void Free_ends_get_a_margin_and_tight_ones_none()
    {
        AxisMap free = Map(new("x"), 0, 10);
        Assert.Equal((-0.4, 10.4), (free.Min, free.Max));
        var range = new DataRange();
        range.IncludeTight((0, 0));
        range.Include(10);
        var bars = new AxisMap(new Axis("y"), range);
        Assert.Equal((0, 10.4), (bars.Min, bars.Max));
    }

    [Fact]
    public void Every_range_a_double_can_hold_becomes_an_axis()
    {
        foreach ((double low, double high) in new[]
        {
            (-double.MaxValue, double.MaxValue), (1e-300, 1e300), (0, 5e-324), (1e300, 1.0000001e300),
            (7, 7), (0, 0), (-1e-300, 1e-300), (1e15, 1e15 + 1),
        })
        {
            foreach (AxisScale scale in Enum.GetValues<AxisScale>().Where(s => s != AxisScale.Log || low > 0))
            {
                AxisMap axis = Map(new("x") { Scale = scale }, low, high);
                TickMarks ticks = TickMarks.For(axis, 8);
                Assert.True(axis.Min < axis.Max, $"{low} {high} {scale}");
                Assert.InRange(axis[low], -1e-9, 1 + 1e-9);
                Assert.InRange(axis[high], -1e-9, 1 + 1e-9);
                Assert.All(ticks.Major, tick => Assert.InRange(axis[tick.Value], -1e-6, 1 + 1e-6));
                Assert.InRange(ticks.Major.Count, 2, 20);
            }
        }
    }

    [Fact]
    public void Limits_beyond_the_data_still_make_an_axis()
    {
        AxisMap above = Map(new("x") { Min = 10 }, 1, 5), below = Map(new("x") { Max = -10 }, 1, 5);
        Assert.True(above.Min == 10 && above.Max > 10 && below.Max == -10 && below.Min < -10);
    }

    [Property]
    public void Linear_ticks_are_multiples_of_1_2_or_5_times_a_power_of_ten_and_never_too_many(int mantissa,
        byte width, byte exponent)
    {
        double scale = Math.Pow(10, exponent % 40 - 20), low = mantissa * scale, high = low + (1 + width) * scale;
        TickMarks ticks = TickMarks.Linear(low, high, 7);
        double[] values = [.. ticks.Major.Select(tick => tick.Value)];
        Assert.InRange(values.Length, 3, 8);
        double step = (values[^1] - values[0]) / (values.Length - 1),
            digits = step / Math.Pow(10, Math.Floor(Math.Log10(step) + 1e-6));
        // The span of the values has lost as many digits as the offset has more than the step.
        Assert.Contains(Math.Round(digits, 2), new[] { 1.0, 2, 5 });
        Assert.Equal(values.Length, ticks.Major.Select(tick => tick.Label).Distinct().Count());
    }

    [Theory]
    [InlineData(0, 1, "0.0 0.2 0.4 0.6 0.8 1.0", "")]
    [InlineData(-6, 6, "−6 −4 −2 0 2 4 6", "")]
    [InlineData(0, 60000, "0 10000 20000 30000 40000 50000 60000", "")]
    [InlineData(0, 3e5, "0.0 0.5 1.0 1.5 2.0 2.5 3.0", "×10^{5}")]
    [InlineData(1e-7, 2e-7, "1.0 1.2 1.4 1.6 1.8 2.0", "×10^{-7}")]
    [InlineData(0.3, 0.35, "0.30 0.31 0.32 0.33 0.34 0.35", "")]
    [InlineData(0, 1e-300, "0.0 0.2 0.4 0.6 0.8 1.0", "×10^{-300}")]
    public void Tick_labels_have_the_digits_they_need(double low, double high, string labels, string multiplier)
    {
        TickMarks ticks = TickMarks.Linear(low, high, 7);
        Assert.Equal(labels, string.Join(' ', ticks.Major.Select(tick => tick.Label)));
        Assert.Equal(multiplier, ticks.Multiplier);
    }

    [Fact]
    public void A_log_axis_has_decades_with_minor_ticks_at_2_to_9()
    {
        TickMarks ticks = TickMarks.For(Map(new("x") { Scale = AxisScale.Log, Min = 0.01, Max = 10 }, 1), 8);
        Assert.Equal([(0.01, "10^{-2}"), (0.1, "10^{-1}"), (1, "10^{0}"), (10, "10^{1}")],
            ticks.Major.Select(tick => (tick.Value, tick.Label)));
        Assert.Equal(24, ticks.Minor.Count);
        Assert.Contains(0.05, ticks.Minor);
        TickMarks wide = TickMarks.For(Map(new("x") { Scale = AxisScale.Log }, 1e-300, 1e300), 8);
        Assert.InRange(wide.Major.Count, 3, 9);
    }

    [Theory]
    [InlineData(2, 7, 6, "2 3 4 5 6 7")]
    [InlineData(1, 60, 8, "1 2 5 10 20 50")]
    [InlineData(0.004, 0.25, 4, "0.01 0.03 0.1")]
    [InlineData(2e-7, 3e-6, 8, "2·10^{-7} 5·10^{-7} 1·10^{-6} 2·10^{-6}")]
    [InlineData(3.1, 3.3, 5, "3.10 3.15 3.20 3.25 3.30")]
    public void Below_two_decades_a_log_axis_is_ticked_at_numbers_of_one_digit(double low, double high, int room,
        string labels)
    {
        TickMarks ticks = TickMarks.For(Map(new("x") { Scale = AxisScale.Log, Min = low, Max = high }, low), room);
        Assert.Equal(labels, string.Join(' ', ticks.Major.Select(tick => tick.Label)));
    }

    [Fact]
    public void Given_ticks_are_kept_within_the_limits() =>
        Assert.Equal(["a"], TickMarks.For(Map(new("x") { Min = 0, Max = 1, Ticks = [new(0.5, "a"), new(2, "b")] }, 0),
            5).Major.Select(tick => tick.Label));

    [Fact]
    public void Zero_never_has_a_minus() =>
        Assert.Equal(["0.00", "−0.01", "1.5"],
            [TickMarks.Number(-0.001, "0.00"), TickMarks.Number(-0.01, "0.00"), TickMarks.Number(1.5, "0.0")]);
}
