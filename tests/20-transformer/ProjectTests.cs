using MathNet.Numerics.LinearAlgebra;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Verification;
using static Reference.Testing.BadInput;

namespace Reference.Transformers.Tests;

/// <summary>Translation of dates and counts of parameters.</summary>
public class ProjectTests
{
    // S2-259 S0-192: counted without building; the small ones built too.
    [Fact]
    public void Parameters_are_counted()
    {
        Assert.Equal(7_087_872, ParameterCounts.Block(768, 3072));
        Assert.Equal(109_482_240, ParameterCounts.Bert(12, 768).Total);
        Assert.Equal(335_141_888, ParameterCounts.Bert(24, 1024).Total);
        Assert.Equal(13_441_409, ParameterCounts.Sentiment().Total);
        var block = new EncoderBlock(new(8, 2, 20), new(3), Initializers.Zero, new RandomStream(1));
        Assert.Equal(ParameterCounts.Block(8, 20), block.Parameters.Sum(p => p.Values.Length));
        Assert.Equal(59, Dates.Symbols);
        Assert.Equal(243_899, new Translator(59, new RandomStream(1)).Parameters.Sum(p => p.Values.Length));
    }

    // S1-305
    [Fact]
    public void Dates_by_hand()
    {
        DateOnly date = new(1987, 3, 22);
        string[] expected =
        [
            "March 22, 1987", "22 March 1987", "22nd of March 1987", "Mar 22, 1987", "22 Mar 1987", "22-Mar-1987",
            "1987/03/22", "22.03.1987", "March 22nd, 1987", "22 MARCH 1987", "MAR 22 1987", "the 22nd of March, 1987",
        ];
        Assert.Equal(expected, Enumerable.Range(0, Dates.Spellings).Select(s => Dates.Spell(date, s)));
        Assert.Equal("1987-03-22", Dates.Iso(date));
        Assert.All(Dates.Pairs(500, new RandomStream(2)), pair =>
        {
            Assert.Equal(pair.English, Dates.Decode(Dates.Encode(pair.English)));
            Assert.InRange(pair.English.Length, 8, Dates.Longest);
            Assert.Equal(Dates.LongestIso - 1, pair.Iso.Length);
        });
        Refuses(() => Dates.Encode("5 März"), "characters of a date", "ä");
    }

    // S0-171 S1-203 S1-304 S2-263 S2-264: one direction through all parameters of a small model, paddings of both
    // texts included.
    [Fact]
    public void The_translator_has_the_numerical_gradients()
    {
        var random = new RandomStream(3);
        var model = new Translator(5, random, blocks: 2, width: 4, heads: 2, hidden: 6);
        int[][] texts = [[3, 4, 3], [4]], read = [[1, 3], [1, 4]];
        MatrixView Z = model.Forward(texts, read);
        var dZ = new MatrixView(random.Normals(Z.RowCount * Z.ColumnCount), Z.RowCount, Z.ColumnCount);
        model.Backward(dZ);
        Matrix<double>[] gradients = [.. model.Parameters.Select(p => p.Gradient.Clone())];
        foreach ((Parameter p, Matrix<double> gradient) in model.Parameters.Zip(gradients))
        {
            GradientCheck.Smooth(
                InPlace.Of(p.Value, () => model.Forward(texts, read).ToMatrix()), p.Value.Clone(), dZ.ToMatrix(),
                gradient).ThrowIfFailed();
        }
    }

    // S1-305 S2-232: a greedy translation is what teacher forcing gives where it is right.
    [Fact]
    public void Greedy_translation_is_repeatable_and_ends()
    {
        (string English, string Iso)[] pairs = Dates.Pairs(16, new RandomStream(4));
        var losses = new List<double>();
        Translator model = DatesRun.Train(pairs, 6, 5, batch: 8, (_, _, loss) => losses.Add(loss));
        Assert.InRange(losses[^1], 0, 0.8 * losses[0]);
        int[][] texts = [.. pairs.Select(p => Dates.Encode(p.English))];
        int[][] once = model.Translate(texts, Dates.Start, Dates.End, Dates.LongestIso);
        Assert.All(once, ids => Assert.InRange(ids.Length, 1, Dates.LongestIso));
        int[][] alone = [.. texts.Select(t => model.Translate([t], Dates.Start, Dates.End, Dates.LongestIso)[0])];
        Assert.Equal(
            once.Select(ids => Dates.Decode(ids)), alone.Select(ids => Dates.Decode(ids))); // padding changes nothing
    }

    // S2-265: the rate rises and falls whether or not somebody looks on.
    [Fact]
    public void Training_is_the_same_without_a_callback()
    {
        ((string, string)[] training, _) = DatesRun.Data(40, 1, 1);
        Translator alone = DatesRun.Train(training, 2, 1, 8),
            watched = DatesRun.Train(training, 2, 1, 8, (_, _, _) => { });
        Assert.All(alone.Parameters.Zip(watched.Parameters), pair =>
            Assert.Equal(pair.First.Values.ToArray(), pair.Second.Values.ToArray()));
    }

    // S1-305: 0.99 of 1,000 dates that were never seen.
    [Fact]
    public void Dates_are_translated()
    {
        Assert.SkipUnless(
            Environment.GetEnvironmentVariable("REFERENCE_LONG_RUN") is "1",
                "Trains for minutes: REFERENCE_LONG_RUN=1.");
        ((string, string)[] training, (string, string)[] held) = DatesRun.Data(10_000, 1_000, 1);
        Assert.InRange(DatesRun.ExactMatch(DatesRun.Train(training, 9, 1), held), 0.99, 1);
    }
}
