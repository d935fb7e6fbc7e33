using Reference.Numerics;

namespace Reference.Datasets.Tests;

public class DrawnImagesTests
{
    [Fact]
    public void Digits_are_28_by_28_with_ink_and_ground()
    {
        LabelledImages digits = DrawnDigits.Draw(new RandomStream(1), 200);
        Assert.Equal(new ImageShape(28, 28, 1), digits.Images.Shape);
        Assert.Equal(10, digits.Classes.Count);
        Assert.Equal(10, digits.Labels.Distinct().Count());
        for (int n = 0; n < digits.Count; n++)
        {
            byte[] pixels = digits.Images[n].ToArray();
            Assert.InRange(pixels.Count(p => p > 128), 20, 300);
            Assert.True(pixels.Count(p => p < 64) > 400);
        }
    }

    [Fact]
    public void Without_distortion_all_digits_of_a_class_are_equal()
    {
        Handwriting steady = new(0, 0, 1, 1, 0, 0, 0.04, 0.04, 0);
        LabelledImages digits = DrawnDigits.Draw(new RandomStream(1), 60, steady);
        var zeros = Enumerable.Range(0, 60).Where(n => digits.Labels[n] == 0)
            .Select(n => Convert.ToHexString(digits.Images[n]));
        Assert.Single(zeros.Distinct());
        LabelledImages unsteady = DrawnDigits.Draw(new RandomStream(1), 60);
        Assert.Equal(60, Enumerable.Range(0, 60).Select(n => Convert.ToHexString(unsteady.Images[n])).Distinct()
            .Count());
        Assert.Equal(Convert.ToHexString(unsteady.Images[7]),
            Convert.ToHexString(DrawnDigits.Draw(new RandomStream(1), 60).Images[7]));
    }

    [Fact]
    public void An_undistorted_one_is_a_straight_stroke()
    {
        LabelledImages digits = DrawnDigits.Draw(new RandomStream(1), 60, new(0, 0, 1, 1, 0, 0, 0.04, 0.04, 0));
        // Down the middle from 0.14 to 0.86 of the height, 0.04 thick on every side: rows 3 to 24 and columns 12 to 15
        // of 28 hold all ink.
        byte[] one = digits.Images[Enumerable.Range(0, 60)
            .First(n => digits.Labels[n] == 1 && digits.Images[n][28 * 10 + 8] == 0
                && digits.Images[n][28 * 7 + 11] == 0)].ToArray();
        for (int p = 0; p < one.Length; p++)
        {
            (int row, int column) = (p / 28, p % 28);
            Assert.Equal(row is >= 5 and <= 22 && column is (13 or 14) ? 255 : row is >= 2 and <= 25
                && column is >= 12 and <= 15 ? one[p] : 0, one[p]);
        }
    }

    [Fact]
    public void Jittered_digits_fool_class_means_and_not_neighbours()
    {
        // A bound from both sides on how hard the set is: templates fail often, looking at all examples fails seldom.
        LabelledImages train = DrawnDigits.Draw(new RandomStream(2), 1500),
            test = DrawnDigits.Draw(new RandomStream(3), 200);
        double[][] x = [.. Enumerable.Range(0, train.Count).Select(n => train.ToSampleSet()[n].X)];
        double[][] means = [.. Enumerable.Range(0, 10).Select(c =>
        {
            double[][] mine = [.. x.Where((_, n) => train.Labels[n] == c)];
            return Enumerable.Range(0, 784).Select(i => mine.Average(v => v[i])).ToArray();
        })];
        SampleSet tests = test.ToSampleSet();
        int byMean = 0, byNeighbour = 0;
        for (int n = 0; n < test.Count; n++)
        {
            double[] digit = tests[n].X;
            byMean += Nearest(means, digit) == test.Labels[n] ? 1 : 0;
            byNeighbour += train.Labels[Nearest(x, digit)] == test.Labels[n] ? 1 : 0;
        }

        Assert.InRange(byMean, 60, 160);
        Assert.InRange(byNeighbour, byMean + 15, 200);
    }

    [Fact]
    public void Cats_have_ears_above_the_head_and_dogs_beside_it()
    {
        LabelledImages pets = DrawnPets.Draw(new RandomStream(4), 200, 32);
        Assert.Equal(["cats", "dogs"], pets.Classes);
        Assert.Equal(100, pets.Labels.Sum());
        // What differs between the means of the classes lies where the ears are: up for cats, at the sides for dogs.
        double[] difference = [.. Enumerable.Range(0, 32 * 32).Select(p => Mean(0, p) - Mean(1, p))];
        Assert.True(Region(2, 8, 8, 24) > 2 * Math.Abs(Region(13, 20, 13, 20)), "ears up");
        Assert.True(-Region(14, 22, 2, 8) > 0 && -Region(14, 22, 24, 30) > 0, "ears down");

        double Mean(int label, int p) => Enumerable.Range(0, 200)
            .Where(n => pets.Labels[n] == label)
            .Average(n => (pets.Images[n][3 * p] + pets.Images[n][3 * p + 1] + pets.Images[n][3 * p + 2]) / 3.0);
        double Region(int top, int bottom, int left, int right) => Enumerable.Range(top, bottom - top)
            .Average(r => Enumerable.Range(left, right - left).Average(c => difference[r * 32 + c]));
    }

    [Fact]
    public void Nothing_to_draw_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => DrawnDigits.Draw(new RandomStream(1), 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => DrawnPets.Draw(new RandomStream(1), 1, 7));
    }

    private static int Nearest(double[][] candidates, double[] x)
    {
        (int best, double least) = (0, double.PositiveInfinity);
        for (int c = 0; c < candidates.Length; c++)
        {
            double distance = 0;
            for (int i = 0; i < x.Length && distance < least; i++)
            {
                double d = candidates[c][i] - x[i];
                distance += d * d;
            }

            if (distance < least)
            {
                (best, least) = (c, distance);
            }
        }

        return best;
    }
}
