using Reference.Numerics;
using Reference.Plotting.Drawing;
using Reference.Plotting.Raster;

namespace Reference.Plotting.Tests;

public sealed class CoverageTests
{
    private static (double Area, byte[,] Pixels) Cover(Action<Coverage> draw)
    {
        var mask = new Coverage(100, 80);
        draw(mask);
        var pixels = new byte[80, 100];
        double area = 0;
        for (int y = mask.Touched.Top; y < mask.Touched.Bottom; y++)
        {
            Span<byte> row = mask.Row(y);
            for (int x = 0; x < row.Length; x++)
            {
                pixels[y, mask.Touched.Left + x] = row[x];
                area += row[x] / 255.0;
            }
        }

        return (area, pixels);
    }

    [Property(MaxTest = 50)]
    public void A_polygon_covers_its_area_wherever_it_lies(ulong seed)
    {
        var random = new RandomStream(seed);
        Point[] triangle = [.. Enumerable.Range(0, 3).Select(_ => new Point(random.Uniform(1, 99), random.Uniform(1, 79)))];
        Point u = triangle[1] - triangle[0], v = triangle[2] - triangle[0];
        double expected = Math.Abs(u.X * v.Y - u.Y * v.X) / 2, rim = u.Length + v.Length + (u - v).Length;
        // Each pixel on the rim is rounded to 1/255.
        Assert.Equal(expected, Cover(mask => mask.Fill([triangle])).Area, 0.01 + rim * 2 / 255);
    }

    [Fact]
    public void Half_a_pixel_is_half_covered()
    {
        byte[,] pixels = Cover(mask => mask.Fill([[new(10, 10), new(12.5, 10), new(12.5, 12), new(10, 12)]])).Pixels;
        Assert.Equal((255, 128, 0), (pixels[10, 11], pixels[10, 12], pixels[10, 13]));
        byte[,] slanted = Cover(mask => mask.Fill([[new(10, 10), new(14, 10), new(10, 14)]])).Pixels;
        Assert.Equal((128, 255, 0), (slanted[10, 13], slanted[11, 11], slanted[13, 12]));
    }

    [Fact]
    public void Contours_that_share_an_edge_leave_no_seam()
    {
        // The shared edge is slanted, so that every pixel along it is split.
        byte[,] pixels = Cover(mask => mask.Fill(
        [
            [new(10, 10), new(30, 10), new(35, 40), new(10, 40)],
            [new(30, 10), new(60, 10), new(60, 40), new(35, 40)],
        ])).Pixels;
        Assert.All(from y in Enumerable.Range(10, 30) from x in Enumerable.Range(10, 50) select (int)pixels[y, x], value => Assert.Equal(255, value));
    }

    [Theory]
    [InlineData(20, 20, 60, 50, 3)]
    [InlineData(20, 20, 60, 20, 2.5)]
    [InlineData(40, 10, 40.3, 60, 1)]
    public void A_stroke_covers_its_length_times_its_width_and_two_half_discs(double x0, double y0, double x1, double y1, double radius)
    {
        double length = Math.Sqrt((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0));
        // Coverage by distance is exact along the sides and good to some hundredths of a pixel around the caps.
        Assert.Equal(2 * radius * length + Math.PI * radius * radius, Cover(mask => mask.Stroke([new(x0, y0), new(x1, y1)], radius)).Area, 0.02 * length);
    }

    [Fact]
    public void Joints_do_not_show()
    {
        Point[] ends = [new(10, 15), new(80, 60)];
        Point[] many = [.. Enumerable.Range(0, 51).Select(i => ends[0] + (ends[1] - ends[0]) * (i / 50.0))];
        (byte[,] one, byte[,] fifty) = (Cover(mask => mask.Stroke(ends, 2)).Pixels, Cover(mask => mask.Stroke(many, 2)).Pixels);
        // One level of rounding between the two ways to compute a distance.
        Assert.All(one.Cast<byte>().Zip(fifty.Cast<byte>()), pair => Assert.InRange(pair.First - pair.Second, -1, 1));
    }

    [Fact]
    public void A_line_thinner_than_a_pixel_gets_paler_and_keeps_its_sum()
    {
        double thick = Cover(mask => mask.Stroke([new(10, 20.5), new(90, 20.5)], 0.5)).Area,
            thin = Cover(mask => mask.Stroke([new(10, 20.5), new(90, 20.5)], 0.1)).Area;
        Assert.Equal(0.2, thin / thick, 0.01);
    }

    [Fact]
    public void Nothing_is_drawn_outside_the_clip()
    {
        var bitmap = new Bitmap(60, 40, 1);
        bitmap.Clip(new Rect(20, 10, 20, 20));
        bitmap.Stroke([new(-50, -30), new(100, 70)], Palette.Black, 9);
        bitmap.Fill([[new(-1e5, 5), new(1e5, 5), new(1e5, 18), new(-1e5, 18)]], Palette.Blue);
        bitmap.Rectangle(new Rect(0, 0, 60, 40), Palette.Orange, 0.5);
        bitmap.Text("wide text", new Point(0, 25), 0, 20, Palette.Black, new Point(1, 0));
        for (int i = 0; i < bitmap.Pixels.Length; i++)
        {
            bool inside = i % 60 is >= 20 and < 40 && i / 60 is >= 10 and < 30;
            Assert.True(inside || bitmap.Pixels[i] == 0xFFFFFF, $"({i % 60}, {i / 60})");
        }

        Assert.Contains(bitmap.Pixels, pixel => pixel != 0xFFFFFF);
    }

    [Fact]
    public void Opacity_mixes_once_however_often_a_line_crosses_itself()
    {
        var bitmap = new Bitmap(60, 40, 1);
        bitmap.Stroke([new(5, 20), new(55, 20), new(30, 5), new(30, 35)], new Color(0, 0, 0), 6, null, 0.5);
        Assert.Equal(128, (double)(bitmap.Pixels[20 * 60 + 30] & 255), 1.0);
        Assert.Equal(128, (double)(bitmap.Pixels[20 * 60 + 15] & 255), 1.0);
    }

    [Fact]
    public void A_rectangle_covers_whole_pixels_at_every_scale_and_mixes_by_its_opacity()
    {
        var bitmap = new Bitmap(40, 40, 2);
        bitmap.Rectangle(new Rect(5.1, 5.1, 4, 3), new Color(0, 0, 0), 0.25);
        bitmap.Rectangle(new Rect(15, 15, 1e-9, 3), new Color(0, 0, 0));
        int[] dark = [.. Enumerable.Range(0, 1600).Where(i => bitmap.Pixels[i] != 0xFFFFFF)];
        Assert.Equal(8 * 6 + 6, dark.Length);
        Assert.Equal((10, 10, 191), (dark[0] % 40, dark[0] / 40, (int)(bitmap.Pixels[dark[0]] & 255)));
        Assert.Equal(0u, bitmap.Pixels[dark[^1]]);
    }

    [Fact]
    public void Dashes_keep_their_rhythm_around_corners()
    {
        Point[] corner = [new(0, 0), new(7, 0), new(7, 9)];
        Point[][] pieces = [.. Dashes.Cut(corner, [3, 2])];
        Assert.Equal([new(0, 0), new(3, 0)], pieces[0]);
        Assert.Equal([new(5, 0), new(7, 0), new(7, 1)], pieces[1]);
        Assert.Equal([new(7, 3), new(7, 6)], pieces[2]);
        Assert.Equal([new(7, 8), new(7, 9)], pieces[3]);
        Assert.Equal(4, pieces.Length);
    }

    [Fact]
    public void A_dash_that_ends_at_a_corner_leaves_the_gap_behind_it() =>
        Assert.Equal([[new Point(0, 0), new Point(3, 0)], [new Point(3, 2), new Point(3, 5)]], Dashes.Cut([new(0, 0), new(3, 0), new(3, 5)], [3, 2]));
}
