using Reference.Plotting;
using Spectre.Console;
using Panel = Reference.Plotting.Panel;

namespace Reference.Book.Tests;

/// <summary>A chapter of one derivation, one number, one figure and one experiment.</summary>
public sealed class TinyChapter : IChapter
{
    public string Slug => "01-perceptron";

    public string Title => "Tiny";

    public IReadOnlyList<Derivation> Derivations { get; init; } =
    [
        new Derivation<double>("doubling", "Doubling", "S0-001", random => random.Uniform())
            .Start("2x", x => 2 * x)
            .Printed("S0-001", "x^2", x => x * x, "Squaring.")
            .Equal("x + x", x => x + x, "by definition"),
    ];

    public IReadOnlyList<WorkedNumber> WorkedNumbers { get; init; } =
    [
        new("S0-001", "two | twice", "4", () => 4),
        WorkedNumber.Erratum("S0-002", "three", "3.2", () => 3, right: "3", "A slip."),
    ];

    public IReadOnlyList<Claim> Claims => [new("S0-001", "Always.", "Sometimes.", "Not at 0.", () => true)];

    public IReadOnlyList<ChapterFigure> Figures { get; init; } =
        [new("line", "A line.", "S0-001", () =>
            new Figure("line", new Panel { Series = [new Line([0, 1], [0, 1])] }))];

    public IReadOnlyList<Experiment> Experiments => [new("count", "How many?", run =>
    {
        for (int i = 0; i < 3; i++)
        {
            run.Progress(i, 3);
        }

        run.Print(new Table().AddColumn("counted").AddRow($"seed {run.Seed}"));
        run.Write("counted", Figures[0].Draw());
    })];
}
