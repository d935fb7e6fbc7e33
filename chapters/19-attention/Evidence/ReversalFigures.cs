using Reference.Book;
using Reference.Numerics;
using Reference.Plotting;

namespace Reference.Attention;

/// <summary>Figures of trained encoders and decoders.</summary>
internal static class ReversalFigures
{
    /// <summary>Medians as lines, ranges as bands. // matches [2][lengths][seeds]</summary>
    public static Figure Matches(int[] lengths, double[][][] matches)
    {
        double[] xs = [.. lengths.Select(n => (double)n)];
        string[] names = ["from the last state", "with attention"];
        Color[] colors = [Palette.Vermillion, Palette.Blue];
        return new("Words written backwards", new Panel
        {
            X = "letters", Y = new Axis("share without a mistake") { Min = 0, Max = 1.05 },
            Series =
            [
                .. matches.Select((of, kind) => new Line(xs, [.. of.Select(s => s.Order().ElementAt(s.Length / 2))])
                    { Color = colors[kind], Width = 2.2, Label = names[kind] }),
                .. matches.SelectMany((of, kind) => new[] { of.Select(s => s.Min()), of.Select(s => s.Max()) }.Select(
                    edge => new Line(xs, [.. edge]) { Color = colors[kind].Towards(Palette.White, 0.5), Width = 1 })),
            ],
        }) { Height = 420, Width = 640 };
    }

    /// <summary>The weights of one word, an output a row.</summary>
    public static Figure Alignment(SequenceToSequence model, ulong seed)
    {
        int[][] words = ReversalTask.Words(1, 12, new RandomStream(seed + 5));
        int[] answer = model.Answer(words)[0];
        model.Forward(words, [ReversalTask.Shifted(answer)], Networks.Mode.Inference);
        int T = answer.Length, M = words[0].Length;
        var weights = new double[T, M];
        for (int t = 0; t < T; t++)
        {
            for (int j = 0; j < M; j++)
            {
                weights[t, j] = model.Attention!.Weights(t)[j, 0];
            }
        }

        return new("Weights of additive attention", new Panel
        {
            X = "letter read", Y = "symbol written", AspectEqual = true, ShowGrid = false,
            Series =
            [
                new HeatMap(weights)
                {
                    OriginAtTop = true, Map = ColorMap.Blues, Min = 0, Max = 1,
                    ColumnLabels = [.. words[0].Select(Name)], RowLabels = [.. answer.Select(Name)],
                },
            ],
        }) { Height = 520, Width = 600 };
    }

    private static string Name(int id) => id == ReversalTask.End ? "end" : ReversalTask.Spelled([id]);
}
