namespace Reference.Plotting.Plottables;

/// <summary>Upright bars with caps.</summary>
internal static class ErrorBarPlot
{
    public static SP.IPlottable Of(ErrorBars errors, PanelPlot panel, Color color) => Of(
        errors.Xs.Select((x, i) => (panel.At(errors, x, errors.Lower[i]), panel.At(errors, x, errors.Upper[i]))),
            color, 4);

    /// <summary>A bar between each two points above each other; none where one of them has no place.</summary>
    public static SP.IPlottable Of(IEnumerable<(SP.Coordinates Foot, SP.Coordinates Head)> bars, Color color,
        float cap)
    {
        (SP.Coordinates Foot, SP.Coordinates Head)[] all =
            [.. bars.Where(bar => bar.Foot.AreReal && bar.Head.AreReal)];
        double[] lengths = [.. all.Select(bar => bar.Head.Y - bar.Foot.Y)];
        return new SP.Plottables.ErrorBar(
            [.. all.Select(bar => bar.Foot.X)], [.. all.Select(bar => bar.Foot.Y)], null, null, lengths, null)
        {
            LineStyle = Theme.Stroke(color, 1.5), CapSize = cap,
        };
    }
}
