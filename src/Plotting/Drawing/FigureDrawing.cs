namespace Reference.Plotting.Drawing;

/// <summary>Lays out a figure: the title above, then the panels in a grid.</summary>
internal static class FigureDrawing
{
    private const double Margin = 12;

    public static void Draw(Figure figure, ICanvas canvas)
    {
        var page = new Rect(0, 0, figure.Width, figure.Height);
        canvas.Rectangle(page, Palette.White);
        string title = Ink.Wrap(figure.Title, Ink.TitleSize, figure.Width - 2 * Margin, 3);
        canvas.Write(title, new Point(figure.Width / 2, Margin), 0.5, 0, Ink.TitleSize, Ink.Text);
        int count = figure.Panels.Count;
        Rect area = page.Inset(Margin, title.Length > 0 ? Margin + Ink.Height(title, Ink.TitleSize) + (count > 1 ? 15 : 12) : Margin, Margin, Margin);
        double gap = count > 1 ? 18 : 0;
        double width = (area.Width - gap * (figure.Columns - 1)) / figure.Columns, height = (area.Height - gap * (figure.Rows - 1)) / figure.Rows;
        PanelDrawing Panel(int i, bool xLabels, bool yLabels) => new(figure.Panels[i], Extent.Of(figure, i), canvas, xLabels, yLabels);
        // Where only the outer panels have labels, they get that much more room, so that all plots are equally large.
        var cell = new Rect(area.X, area.Y, width, height);
        bool shared = count > 1 && (figure.ShareX || figure.ShareY);
        (double Left, double Bottom) with = shared ? Panel(0, true, true).Margins(cell) : default;
        (double Left, double Bottom) without = shared ? Panel(0, !figure.ShareX, !figure.ShareY).Margins(cell) : default;
        (double left, double bottom) = (with.Left - without.Left, with.Bottom - without.Bottom);
        (width, height) = (width - left / figure.Columns, height - bottom / figure.Rows);
        for (int i = 0; i < count; i++)
        {
            (int row, int column) = (i / figure.Columns, i % figure.Columns);
            bool xLabels = !figure.ShareX || i + figure.Columns >= count, yLabels = !figure.ShareY || column == 0;
            double x = area.X + column * (width + gap) + (column > 0 ? left : 0), y = area.Y + row * (height + gap);
            Panel(i, xLabels, yLabels).Draw(new Rect(x, y, width + (column == 0 ? left : 0), height + (xLabels ? bottom : 0)));
        }
    }
}
