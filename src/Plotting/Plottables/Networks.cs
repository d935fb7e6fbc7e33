using System.Numerics;

namespace Reference.Plotting.Plottables;

/// <summary>Nodes as discs, edges as arrows between their rims, labels of edges off each other.</summary>
internal sealed class NetworkPlot(NetworkDiagram network, PanelPlot panel, Color color) : Drawn(panel)
{
    protected override void Draw(SKCanvas canvas)
    {
        float radius = (float)network.Radius;
        SKPoint[] places = [.. network.Nodes.Select(node => At(node.X, node.Y))];
        Edge[] drawn = [.. network.Edges.Where(edge =>
            SKPoint.Distance(places[edge.From], places[edge.To]) > 2 * radius)];
        foreach (Edge edge in drawn)
        {
            SKPoint from = places[edge.From], to = places[edge.To];
            float rim = radius / SKPoint.Distance(from, to);
            (double width, float head) = edge.Color is null ? (1.2, 5) : (3.4, 3.2f);
            canvas.Arrow(Between(from, to, rim), Between(from, to, 1 - rim), edge.Color ?? Palette.Grey, width,
                headSize: head);
        }

        // Above all edges, so that none crosses a label.
        var written = new List<SKRect>();
        using SKPaint ground = Theme.Fill(Palette.White, 0.9);
        foreach (Edge edge in drawn.Where(edge => edge.Label is not null))
        {
            float half = MathText.Width(edge.Label!, Theme.TickSize) / 2 + 2;
            SKRect Box(float part)
            {
                SKPoint middle = Between(places[edge.From], places[edge.To], part);
                return new SKRect(middle.X - half, middle.Y - 8, middle.X + half, middle.Y + 8);
            }

            // About a third of the way, where edges into one node have not met yet, off other labels, discs and edges.
            SKRect box = new[] { 0.36f, 0.3f, 0.42f, 0.25f, 0.48f, 0.54f, 0.6f, 0.2f, 0.66f }.Select(Box)
                .MinBy(box => 4 * written.Count(box.IntersectsWith) + 2 * places.Count(place =>
                    SKRect.Inflate(box, radius, radius).Contains(place)) + Crossed(box, edge));
            written.Add(box);
            canvas.DrawRect(box, ground);
            canvas.Write(edge.Label!, new(box.MidX, box.MidY), 0.5f, 0.5f, Theme.TickSize);
        }

        foreach ((Node node, SKPoint place) in network.Nodes.Zip(places))
        {
            Color ink = node.Color ?? color;
            using SKPaint fill = Theme.Fill(ink.Towards(Palette.White, 0.82)), pen = Theme.Pen(ink, 1.6);
            canvas.DrawCircle(place, radius, fill);
            canvas.DrawCircle(place, radius, pen);
            float size = Math.Min(Theme.LabelSize, 1.7f * radius / Math.Max(0.1f, MathText.Width(node.Label, 1)));
            canvas.Write(node.Label, place, 0.5f, 0.5f, size);
        }

        int Crossed(SKRect box, Edge own) => drawn.Count(edge => edge != own && Enumerable.Range(0, 41).Any(k =>
            box.Contains(Between(places[edge.From], places[edge.To], k / 40f))));
    }

    private static SKPoint Between(SKPoint a, SKPoint b, float part) => Vector2.Lerp(a, b, part);
}
