namespace Reference.Plotting.Tests;

public sealed class SurfaceTests
{
    [Fact]
    public void Near_parts_hide_far_ones()
    {
        // A wall stands at the low end of y. From y < 0 it hides the valley behind it, from the other side it does
        // not.
        static double Hidden(double azimuth)
        {
            var surface = Surface.Of((_, y) => y < -0.8 ? 1 : 0, (-1, 1), (-1, 1)) with
                { Azimuth = azimuth, Elevation = 15, Floor = false };
            uint[] pixels = PngTests.Decode(new PngRenderer { Scale = 1 }.Render(
                new Figure("", new Panel { Series = [surface] }) { Width = 300, Height = 300 }));
            // Viridis begins in violet: blue without green.
            return pixels.Count(pixel => (pixel >> 8 & 255) < 40 && (pixel & 255) is > 60 and < 110);
        }

        Assert.True(2 * Hidden(0) < Hidden(180), $"{Hidden(0)} {Hidden(180)}");
    }

    [Fact]
    public void Heights_span_the_surface_its_path_and_its_points()
    {
        Surface plane = Surface.Of((x, _) => x, (0, 1), (0, 1));
        Assert.Equal((0, 1), plane.Heights);
        Assert.Equal((-1, 2), (plane with { Points = [(0.5, 0.5, 2)], Path = [(0, 0, -1), (1, 1, 0)] }).Heights);
        Assert.True(Surface.Of((_, _) => 3, (0, 1), (0, 1)).Heights is (1.5, 4.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => plane with { Elevation = 90 });
        Assert.Throws<ArgumentException>(() => new Surface(new double[1, 4], (0, 1), (0, 1)));
    }
}
