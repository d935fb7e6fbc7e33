using System.CommandLine;
using Reference.Book;

namespace Reference.Perceptrons;

/// <summary>Chapter 01: one unit that learns a line, what it cannot learn, and the second layer that can.</summary>
public sealed class PerceptronChapter : IChapter
{
    /// <inheritdoc/>
    public string Slug => "01-perceptron";

    /// <inheritdoc/>
    public string Title => "The perceptron";

    /// <inheritdoc/>
    public IReadOnlyList<Derivation> Derivations => PerceptronDerivations.All;

    /// <inheritdoc/>
    public IReadOnlyList<WorkedNumber> WorkedNumbers => PerceptronNumbers.All;

    /// <inheritdoc/>
    public IReadOnlyList<Claim> Claims => PerceptronClaims.All;

    /// <inheritdoc/>
    public IReadOnlyList<ChapterFigure> Figures => PerceptronFigures.All;

    /// <inheritdoc/>
    public IReadOnlyList<Experiment> Experiments => PerceptronExperiments.All;

    /// <inheritdoc/>
    public IReadOnlyList<Command> Commands => [TraceCommand.Create()];
}
