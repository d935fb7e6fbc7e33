using System.CommandLine;

namespace Reference.Book;

/// <summary>A chapter whose parts are lists.</summary>
/// <param name="slug">The folder's name.</param>
/// <param name="title">The title.</param>
/// <param name="derivations">The derivations, in the order of the README.</param>
/// <param name="workedNumbers">The numbers, in order of rows.</param>
/// <param name="claims">The claims, in order of rows.</param>
/// <param name="figures">The figures, in the order of the README.</param>
/// <param name="experiments">The experiments.</param>
public abstract class Chapter(
    string slug, string title,
    IReadOnlyList<Derivation> derivations, IReadOnlyList<WorkedNumber> workedNumbers, IReadOnlyList<Claim> claims,
    IReadOnlyList<ChapterFigure> figures, IReadOnlyList<Experiment> experiments) : IChapter
{
    /// <inheritdoc/>
    public string Slug => slug;

    /// <inheritdoc/>
    public string Title => title;

    /// <inheritdoc/>
    public IReadOnlyList<Derivation> Derivations => derivations;

    /// <inheritdoc/>
    public IReadOnlyList<WorkedNumber> WorkedNumbers => workedNumbers;

    /// <inheritdoc/>
    public IReadOnlyList<Claim> Claims => claims;

    /// <inheritdoc/>
    public IReadOnlyList<ChapterFigure> Figures => figures;

    /// <inheritdoc/>
    public IReadOnlyList<Experiment> Experiments => experiments;

    /// <inheritdoc/>
    public virtual IReadOnlyList<Command> Commands => [];
}
