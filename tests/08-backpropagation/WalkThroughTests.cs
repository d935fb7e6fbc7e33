using System.CommandLine;
using System.Globalization;
using Reference.Verification;

namespace Reference.Backpropagation.Tests;

public class WalkThroughTests
{
    private static readonly WalkThrough Notes = WalkThrough.OfTheNotes;

    // (8.12) (8.13) (8.14) (8.15) S1-095…S1-103: with more digits than the notes print, and one of theirs wrong.
    [Fact]
    public void The_walk_through_gives_the_printed_digits_and_corrects_one()
    {
        Assert.Equal(-0.02, Notes.H, 1e-15);
        Assert.Equal(0.4950001667, Notes.A, 5e-11);
        Assert.Equal(0.04950001667, Notes.Z, 5e-12);
        Assert.Equal(0.5123724780, Notes.Ŷ, 5e-11);
        Assert.Equal(0.1218322354, Notes.OutputError, 5e-11);
        Assert.Equal(0.0030455013, Notes.HiddenError, 5e-11);
        Assert.Equal(0.0301534884, Notes.OutputStep, 5e-11);
        Assert.Equal(0.0001522751, Notes.InputSteps[0], 5e-11);
        Assert.Equal("0.00046", $"{Notes.InputSteps[1]:0.00000}");
        // S1-102: the claims call the printed Δw₂ wrong, so no number may call it right.
        Assert.Contains(BackpropagationClaims.All, c => c.Row == "S1-102" && c.Printed.Contains("0.00045"));
        Assert.DoesNotContain(BackpropagationNumbers.All, n => n.Printed == "0.00045");
    }

    // (8.14) S1-100: with the updated W, 0.1302, the hidden error term would be 0.003964.
    [Fact]
    public void The_hidden_error_uses_the_old_output_weight()
    {
        Assert.Equal(0.003964, Notes.After.W * Notes.OutputError * Notes.A * (1 - Notes.A), 5e-7);
        Assert.Equal(Notes.W * Notes.OutputError * Notes.A * (1 - Notes.A), Notes.HiddenError, 1e-15);
    }

    // (8.15) (8.16) S1-103: steps are −η∂E/∂w by differences, and they are added.
    [Property]
    public void A_step_follows_the_numerical_gradient(Seed seed)
    {
        var random = seed.Stream();
        // not so small a W that E hardly depends on w
        double W0 = (2 * random.Below(2) - 1) * random.Uniform(0.1, 2);
        var walk = new WalkThrough(random.Normals(3), random.Normals(3), W0, random.Below(2), 0.25);
        GradientCheck.Smooth(w => (walk with { w = w }).E, walk.w,
            walk.InputSteps.Select(s => -s / walk.η).ToArray()).ThrowIfFailed();
        GradientCheck.Smooth(W => (walk with { W = W }).E, walk.W, -walk.OutputStep / walk.η).ThrowIfFailed();
        WalkThrough after = walk.After;
        Assert.Equal(walk.W + walk.OutputStep, after.W, 1e-15);
        Assert.Equal(walk.w.Zip(walk.InputSteps, (w, s) => w + s), after.w);
        Assert.Equal((walk.X, walk.Y, walk.η), (after.X, after.Y, after.η));
    }

    // (8.17) S1-104
    [Property]
    public void The_hidden_error_is_at_most_a_sixteenth_of_the_error_times_the_weight(Seed seed)
    {
        var random = seed.Stream();
        var walk = new WalkThrough(random.Normals(2), random.Normals(2), 3 * random.Normal(), random.Below(2), 0.5);
        Assert.Equal((0.25, Math.Abs(walk.W) / 16), WalkThrough.LargestShares(walk.W));
        Assert.True(walk.Shares.Output <= 0.25 && walk.Shares.Hidden <= Math.Abs(walk.W) / 16);
        Assert.Equal(Math.Abs(walk.HiddenError), Math.Abs(walk.Y - walk.Ŷ) * walk.Shares.Hidden, 1e-14);
        Assert.Equal(Math.Abs(walk.OutputError), Math.Abs(walk.Y - walk.Ŷ) * walk.Shares.Output, 1e-14);
    }

    // S1-095…S1-104: a formula with the numbers inserted gives the value of its line.
    [Fact]
    public void The_printed_arithmetic_of_a_line_gives_its_value()
    {
        IReadOnlyList<TraceLine> all = WalkThroughTrace.Lines(Notes with { X = [0.6, -0.3], W = -0.7 });
        TraceLine[] lines = [.. all.Where(l => l.Numbers.All(c => "0123456789.−e-+· ".Contains(c)))];
        Assert.Equal(["h", "z", "σ′(z)", "δᵒ", "σ′(h)", "δʰ", "ΔW", "Δw₁", "Δw₂", "W′", "w₁′", "w₂′"],
            lines.Select(l => l.Quantity));
        Assert.All(lines, l => Assert.Equal(l.Value, Value(l.Numbers), 1e-6 * Math.Abs(l.Value))); // seven digits

        static double Value(string sum) => sum.Split(" + ").Sum(product => product.Split('·')
            .Aggregate(1.0, (a, b) => a * double.Parse(b.Replace('−', '-'), CultureInfo.InvariantCulture)));
    }

    // S1-095…S1-103: the lines of the trace in order, one in full, and what the notes print.
    [Fact]
    public void The_trace_shows_what_the_notes_print()
    {
        IReadOnlyList<TraceLine> lines = WalkThroughTrace.Lines(Notes);
        Assert.Equal("h a z ŷ E σ′(z) δᵒ σ′(h) δʰ ΔW Δw₁ Δw₂ W′ w₁′ w₂′ ŷ′ E′",
            string.Join(' ', lines.Select(l => l.Quantity)));
        Assert.Equal(new TraceLine("δʰ", "W δᵒ σ′(h)", "0.1·0.1218322·0.249975", Notes.HiddenError, "(8.14)", "S1-100",
            "0.003"), lines[8]);
        Digits.Agree([Notes.A, Notes.Ŷ, Notes.E, Notes.After.Ŷ, Notes.After.E],
            [lines[1].Value, lines[3].Value, lines[4].Value, lines[15].Value, lines[16].Value], 14);
        Assert.Equal(
            ["−0.02", "0.495", "0.512", "0.122", "0.003", "0.0302", "0.00015", "0.00045, which should be 0.00046"],
            lines.Select(l => l.Printed).Where(p => p.Length > 0));
        Assert.All(WalkThroughTrace.Lines(Notes with { Y = 0 }), l => Assert.Empty(l.Printed));
    }

    // S1-322: the command prints the table, for the notes' numbers and for others.
    [Fact]
    public void The_trace_command_takes_numbers_from_the_command_line()
    {
        using Screen notes = Run("");
        Assert.Contains("0.003045501324", notes.Text, StringComparison.Ordinal);
        Assert.Contains("notes print", notes.Text, StringComparison.Ordinal);
        using Screen other = Run("--inputs 1,2 --weights=-0.5,3 --output-weight 0.2 --target 0 --learning-rate 0.25");
        Assert.Contains("2-1-1, sigmoid, y = 0, η = 0.25", other.Text, StringComparison.Ordinal);
        Assert.Contains("−0.5·1 + 3·2", other.Text, StringComparison.Ordinal);
        Assert.Contains("0.2·0.9959299", other.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("notes print", other.Text, StringComparison.Ordinal);
        Assert.Contains(new BackpropagationChapter().Commands, command => command.Name == "trace");

        static Screen Run(string arguments)
        {
            var screen = new Screen();
            Assert.Equal(0, TraceCommand.Create(screen.Console).Parse(arguments).Invoke());
            return screen;
        }
    }

    [Fact]
    public void Numbers_are_written_with_a_true_minus() => Assert.Equal(["−0.02", "1e-05", "−2.5e-07", "0.1234568"],
        new[] { -0.02, 1e-5, -2.5e-7, 0.12345678 }.Select(v => WalkThroughTrace.N(v)));
}
