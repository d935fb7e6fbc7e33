namespace Reference.Plotting.Drawing;

/// <summary>Lays out a figure: the title above, then the panels in a grid.</summary>
internal static class FigureDrawing
{
    private const double Margin = 14;

    public static void Draw(Figure figure, ICanvas canvas)
    {
        var page = new Rect(0, 0, figure.Width, figure.Height);
        canvas.Rectangle(page, Palette.White);
        double top = Margin;
        if (figure.Title.Length > 0)
        {
            string title = Ink.Wrap(figure.Title, Ink.TitleSize, figure.Width - 2 * Margin, 3);
            canvas.Write(title, new Point(figure.Width / 2, top), 0.5, 0, Ink.TitleSize, Ink.Text);
            top += Ink.Height(title.Count(c => c == '\n') + 1, Ink.TitleSize) + 12;
        }

        PanelRanges? shared = figure.ShareX || figure.ShareY ? PanelRanges.Of(figure.Panels) : null;
        Rect area = page.Inset(Margin, top, Margin, Margin);
        double gap = figure.Panels.Count > 1 ? 18 : 0;
        double width = (area.Width - gap * (figure.Columns - 1)) / figure.Columns, height = (area.Height - gap * (figure.Rows - 1)) / figure.Rows;
        for (int i = 0; i < figure.Panels.Count; i++)
        {
            (int row, int column) = (i / figure.Columns, i % figure.Columns);
            var place = new Rect(area.X + column * (width + gap), area.Y + row * (height + gap), width, height);
            PanelRanges ranges = PanelRanges.Of([figure.Panels[i]]);
            ranges = shared is null ? ranges : ranges with { X = figure.ShareX ? shared.X : ranges.X, Y = figure.ShareY ? shared.Y : ranges.Y };
            bool xLabels = !figure.ShareX || i + figure.Columns >= figure.Panels.Count, yLabels = !figure.ShareY || column == 0;
            new PanelDrawing(figure.Panels[i], ranges, canvas).Draw(place, xLabels, yLabels);
        }
    }
}
