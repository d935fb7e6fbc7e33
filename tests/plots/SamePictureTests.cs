using Reference.Plotting;

namespace Reference.Plots.Tests;

public class SamePictureTests
{
    private static byte[] Png(double slope, string title = "t") =>
        new PngRenderer()
            .Render(new Figure(title, new Panel
            { Series = [Line.Of(x => slope * x, 0, 1)], Y = new Axis("y") { Min = 0, Max = 2 }, X = "x" }));

    [Fact]
    public void A_last_bit_of_the_data_is_forgiven() =>
        Assert.True(SamePicture.Of(Png(1), Png(Math.BitIncrement(1.0))));

    [Fact]
    public void Another_line_or_another_title_is_not()
    {
        Assert.False(SamePicture.Of(Png(1), Png(1.2)));
        Assert.False(SamePicture.Of(Png(1), Png(1, "another title")));
    }
}
