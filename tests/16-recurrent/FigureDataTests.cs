using Reference.Book;
using Reference.Plotting;

namespace Reference.RecurrentNetworks.Tests;

/// <summary>The data of the figures.</summary>
public class FigureDataTests
{
    private static IReadOnlyList<Panel> Panels(string name) =>
        new RecurrentChapter().Figures.Single(figure => figure.Name == name).Draw().Panels;

    // (16.11) S1-198 S2-192 S3-160: the measured norm is below its bound, unless that exceeds what rounding can tell.
    [Fact]
    public void Measured_gradients_lie_below_their_bounds()
    {
        Line[] lines = [.. Panels("gradient-by-lag")[0].Series.OfType<Line>()];
        Assert.Equal(10, lines.Length);
        foreach (Line[] pair in lines.Chunk(2))
        {
            Assert.All(pair[0].Ys.Zip(pair[1].Ys), y => Assert.True(y.First <= y.Second * (1 + 1e-9)));
        }

        Line[] byActivation = [.. Panels("gradient-by-lag")[1].Series.OfType<Line>()];
        Assert.True(byActivation[0].Ys[^1] > 0.1); // ReLU with U = I
        Assert.All(byActivation[1..], line => Assert.True(line.Ys[^1] < 1e-4));
    }

    // S2-277 S3-152: the unrolled network has an edge from state to state for each step, and one wiring a panel.
    [Fact]
    public void The_diagrams_have_their_edges()
    {
        NetworkDiagram unrolled = Panels("unrolled")[1].Series.OfType<NetworkDiagram>().Single();
        Assert.Equal((13, 12), (unrolled.Nodes.Count, unrolled.Edges.Count));
        Assert.Equal(4, unrolled.Edges.Count(edge => edge.Label == "U"));
        int[] edges = [.. Panels("wirings").Select(panel =>
            panel.Series.OfType<NetworkDiagram>().Single().Edges.Count)];
        Assert.Equal([2, 6, 6, 8, 7], edges);
    }
}
