namespace Reference.Plotting.Drawing;

/// <summary>Nodes as discs, edges as arrows between their rims.</summary>
internal static class NetworkDrawing
{
    public static void Draw(NetworkDiagram network, Plot plot, Color color)
    {
        Point[] places = [.. network.Nodes.Select(node => plot.At(network, node.X, node.Y))];
        double heaviest = network.Edges.Select(edge => Math.Abs(edge.Weight ?? 0)).Where(double.IsFinite).DefaultIfEmpty(0).Max();
        var written = new List<Rect>();
        foreach (Edge edge in network.Edges.Where(edge => (places[edge.To] - places[edge.From]).Length > 2 * network.Radius))
        {
            Point from = places[edge.From], to = places[edge.To], way = to - from, rim = way * (network.Radius / way.Length);
            double share = heaviest > 0 ? Math.Abs(edge.Weight ?? 0) / heaviest : 0;
            (Color ink, double width) = edge.Weight is { } weight
                ? ((weight < 0 ? Palette.Vermillion : Palette.Blue).Towards(Palette.White, 0.6 * (1 - share)), 0.8 + 2.6 * share)
                : (Palette.Grey, 1.2);
            ReferenceDrawing.Shaft(plot.Canvas, from + rim, to - rim, ink, width, headSize: width > 2 ? 3.2 : 5);
            if (edge.Label is { } label)
            {
                // About a third of the way, where edges into one node have not met yet, and off the labels that stand already.
                double half = Ink.Width(label, Ink.TickSize) / 2 + 2;
                Rect Box(double part) => new(from.X + way.X * part - half, from.Y + way.Y * part - 8, 2 * half, 16);
                Rect box = new[] { 0.36, 0.28, 0.44, 0.22, 0.52 }.Select(Box).FirstOrDefault(box => !written.Exists(box.Overlaps), Box(0.36));
                written.Add(box);
                plot.Canvas.Rectangle(box, Palette.White, 0.9);
                plot.Canvas.Write(label, box.Centre, 0.5, 0.5, Ink.TickSize, Ink.Text);
            }
        }

        foreach ((Node node, Point place) in network.Nodes.Zip(places))
        {
            Point[] disc = CurveDrawing.Circle(place, network.Radius);
            Color ink = node.Color ?? color;
            plot.Canvas.Fill([disc], ink.Towards(Palette.White, 0.82));
            plot.Canvas.Stroke([.. disc, disc[0]], ink, 1.6);
            double size = Math.Min(Ink.LabelSize, 1.7 * network.Radius / Math.Max(0.1, Ink.Width(node.Label, 1)));
            plot.Canvas.Write(node.Label, place, 0.5, 0.5, size, Ink.Text);
        }
    }
}
