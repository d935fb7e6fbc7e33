namespace Reference.Plotting.Drawing;

/// <summary>Nodes as discs, edges as arrows between their rims.</summary>
internal static class NetworkDrawing
{
    public static void Draw(NetworkDiagram network, Plot plot, Color color)
    {
        Point[] places = [.. network.Nodes.Select(node => plot.At(network, node.X, node.Y))];
        double heaviest = network.Edges.Select(edge => Math.Abs(edge.Weight ?? 0)).Where(double.IsFinite).DefaultIfEmpty(0).Max();
        foreach (Edge edge in network.Edges)
        {
            Point from = places[edge.From], to = places[edge.To], way = to - from;
            if (way.Length <= 2 * network.Radius)
            {
                continue;
            }

            Point rim = way * (network.Radius / way.Length);
            double share = heaviest > 0 ? Math.Abs(edge.Weight ?? 0) / heaviest : 0;
            (Color ink, double width) = edge.Weight is { } weight
                ? ((weight < 0 ? Palette.Vermillion : Palette.Blue).Towards(Palette.White, 0.6 * (1 - share)), 0.8 + 2.6 * share)
                : (Palette.Grey, 1.2);
            ReferenceDrawing.Shaft(plot.Canvas, from + rim, to - rim, ink, width, headSize: width > 2 ? 3.2 : 5);
            if (edge.Label is { } label)
            {
                // A third of the way, where edges into one node have not met yet.
                Point at = from + way * 0.36;
                double half = Ink.Width(label, Ink.TickSize) / 2 + 2;
                plot.Canvas.Rectangle(new Rect(at.X - half, at.Y - 8, 2 * half, 16), Palette.White, 0.9);
                plot.Canvas.Write(label, at, 0.5, 0.5, Ink.TickSize, Ink.Text);
            }
        }

        for (int i = 0; i < places.Length; i++)
        {
            Node node = network.Nodes[i];
            Point[] disc = CurveDrawing.Circle(places[i], network.Radius);
            Color ink = node.Color ?? color;
            plot.Canvas.Fill([disc], ink.Towards(Palette.White, 0.82));
            plot.Canvas.Stroke([.. disc, disc[0]], ink, 1.6);
            double size = Math.Min(Ink.LabelSize, 1.7 * network.Radius / Math.Max(0.1, Ink.Width(node.Label, 1)));
            plot.Canvas.Write(node.Label, places[i], 0.5, 0.5, size, Ink.Text);
        }
    }
}
