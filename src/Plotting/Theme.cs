namespace Reference.Plotting;

/// <summary>How all figures look: what is set otherwise than ScottPlot's own defaults stands here and nowhere
/// else.</summary>
public static class Theme
{
    /// <summary>Grows by one with every change that is seen in figures whose data stay the same.</summary>
    public const int Version = 5;

    internal const float TickSize = 13, LegendSize = 12.5f, LabelSize = 14, TitleSize = 16.5f;
    internal const float TickLength = 5, Margin = 12, Gap = 18;

    internal static readonly Color Text = Color.FromHex("#1A1A1A");
    internal static readonly Color Frame = Color.FromHex("#4D4D4D");
    internal static readonly Color LightFrame = Color.FromHex("#BFBFBF");
    internal static readonly Color Grid = Color.FromHex("#E3E3E3");

    /// <summary>An empty plot between axes from 0 to 1: thin dark frame, outward ticks, a light grid, and no
    /// texts.</summary>
    internal static SP.Plot Plot()
    {
        var plot = new SP.Plot();
        plot.FigureBackground.Color = plot.DataBackground.Color = SP.Colors.Transparent;
        plot.Axes.SetLimits(0, 1, 0, 1);
        foreach (SP.AxisPanels.AxisBase axis in plot.Axes.GetAxes().OfType<SP.AxisPanels.AxisBase>())
        {
            axis.Color(Frame.ForScottPlot());
            (axis.MajorTickStyle.Length, axis.MinorTickStyle.Length) = (TickLength, TickLength * 0.6f);
            axis.TickLabelStyle.IsVisible = false;
            axis.TickGenerator = new SP.TickGenerators.NumericManual();
        }

        plot.Grid.MajorLineColor = Grid.ForScottPlot();
        // A first render counts as a change of limits, upon which ScottPlot draws again, over what is there.
        plot.RenderManager.RenderFinished += (_, _) => plot.RenderManager.EnableRendering = false;
        return plot;
    }

    internal static SP.Color ForScottPlot(this Color color, double opacity = 1) =>
        new(color.R, color.G, color.B, (byte)(opacity * 255 + 0.5));

    internal static SP.LineStyle Stroke(Color color, double width, double opacity = 1) =>
        new((float)width, color.ForScottPlot(opacity)) { Rounded = true };

    internal static SKPaint Pen(Color color, double width, double opacity = 1) => new()
    {
        IsAntialias = true, IsStroke = true, StrokeWidth = (float)width, StrokeCap = SKStrokeCap.Round,
        StrokeJoin = SKStrokeJoin.Round, Color = color.ForSkia(opacity),
    };

    internal static SKPaint Fill(Color color, double opacity = 1) =>
        new() { IsAntialias = true, Color = color.ForSkia(opacity) };

    internal static SKColor ForSkia(this Color color, double opacity = 1) =>
        new(color.R, color.G, color.B, (byte)(opacity * 255 + 0.5));

    /// <summary>Lengths on and off, in widths of the line; round caps add half a width at each end.</summary>
    internal static SKPathEffect? Dashes(LineStyle style, double width)
    {
        double[] rhythm = style switch
        {
            LineStyle.Dashed => [3.2, 3],
            LineStyle.Dotted => [0.01, 2.3],
            LineStyle.DashDot => [3.6, 2.6, 0.01, 2.6],
            _ => [],
        };
        return style == LineStyle.Solid ? null
            : SKPathEffect.CreateDash([.. rhythm.Select(length => (float)(length * Math.Max(width, 1)))], 0);
    }
}
