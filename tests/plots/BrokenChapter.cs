using Reference.Book;
using Reference.Plotting;

namespace Reference.Plots.Tests;

/// <summary>A chapter of a number that is right, and of two derivations, one of which does not hold.</summary>
internal sealed class BrokenChapter : IChapter
{
    public int Computed { get; private set; }

    public string Slug => "01-perceptron";

    public string Title => "Broken";

    public IReadOnlyList<Derivation> Derivations =>
    [
        new Derivation<double>("right", "Right", "S0-001", random => random.Uniform()).Start("2x", x => 2 * x)
            .Equal("x + x", x => x + x),
        new Derivation<double>("wrong", "Wrong", "S0-001", random => random.Uniform()).Start("x", x => x)
            .Equal("-x", x => -x),
    ];

    public IReadOnlyList<WorkedNumber> WorkedNumbers => [new("S0-001", "four", "4", () => 3.0 + ++Computed)];

    public IReadOnlyList<Claim> Claims => [];

    public IReadOnlyList<ChapterFigure> Figures =>
        [new("line", "A line.", "S0-001", () =>
            new Figure("line", new Panel { Series = [new Line([1], [Last])] }))];

    public double Last { get; init; } = 1;

    public IReadOnlyList<Experiment> Experiments => [];
}
