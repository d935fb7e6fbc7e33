namespace Reference.Plotting.Drawing;

/// <summary>Lays out a figure: the title above, then the panels in a grid.</summary>
internal static class FigureDrawing
{
    private const double Margin = 12;

    public static void Draw(Figure figure, ICanvas canvas)
    {
        var page = new Rect(0, 0, figure.Width, figure.Height);
        canvas.Rectangle(page, Palette.White);
        double top = Margin;
        if (figure.Title.Length > 0)
        {
            string title = Ink.Wrap(figure.Title, Ink.TitleSize, figure.Width - 2 * Margin, 3);
            canvas.Write(title, new Point(figure.Width / 2, top), 0.5, 0, Ink.TitleSize, Ink.Text);
            top += Ink.Height(title.Count(c => c == '\n') + 1, Ink.TitleSize) + (figure.Panels.Count > 1 ? 15 : 12);
        }

        Rect area = page.Inset(Margin, top, Margin, Margin);
        PanelDrawing[] panels = Panels(figure, canvas);
        double gap = panels.Length > 1 ? 18 : 0;
        double width = (area.Width - gap * (figure.Columns - 1)) / figure.Columns, height = (area.Height - gap * (figure.Rows - 1)) / figure.Rows;
        // Where only the outer panels have labels, they get that much more room, so that all plots are equally large.
        (double left, double bottom) = (0, 0);
        if (panels.Length > 1 && (figure.ShareX || figure.ShareY))
        {
            var cell = new Rect(area.X, area.Y, width, height);
            ((double left, double bottom) with, (double left, double bottom) without) = (panels[0].Margins(cell, true, true), panels[0].Margins(cell, !figure.ShareX, !figure.ShareY));
            (left, bottom) = (with.left - without.left, with.bottom - without.bottom);
            (width, height) = (width - left / figure.Columns, height - bottom / figure.Rows);
        }

        for (int i = 0; i < panels.Length; i++)
        {
            (int row, int column) = (i / figure.Columns, i % figure.Columns);
            bool xLabels = !figure.ShareX || i + figure.Columns >= panels.Length, yLabels = !figure.ShareY || column == 0;
            double x = area.X + column * (width + gap) + (column > 0 ? left : 0), y = area.Y + row * (height + gap);
            panels[i].Draw(new Rect(x, y, width + (column == 0 ? left : 0), height + (xLabels ? bottom : 0)), xLabels, yLabels);
        }
    }

    private static PanelDrawing[] Panels(Figure figure, ICanvas canvas)
    {
        PanelRanges shared = PanelRanges.Of(figure.Panels);
        return [.. figure.Panels.Select(panel =>
        {
            PanelRanges own = PanelRanges.Of([panel]);
            return new PanelDrawing(panel, own with { X = figure.ShareX ? shared.X : own.X, Y = figure.ShareY ? shared.Y : own.Y }, canvas);
        })];
    }
}
