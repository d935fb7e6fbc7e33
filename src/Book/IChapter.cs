using System.CommandLine;

namespace Reference.Book;

/// <summary>
/// The parts of a chapter. The console runs a chapter from this, the generators write its README, the index of
/// the notes and the list of errata from it, and tests check every entry.
/// </summary>
public interface IChapter
{
    /// <summary>The chapter's folder name, such as <c>01-perceptron</c>: two digits and a name.</summary>
    string Slug { get; }

    /// <summary>The title as printed at the head of the README.</summary>
    string Title { get; }

    /// <summary>The derivations of the README, step by step.</summary>
    IReadOnlyList<Derivation> Derivations { get; }

    /// <summary>Every number that the notes print for this topic.</summary>
    IReadOnlyList<WorkedNumber> WorkedNumbers { get; }

    /// <summary>Statements of the notes that a counterexample refutes.</summary>
    IReadOnlyList<Claim> Claims { get; }

    /// <summary>The figures, drawn on request.</summary>
    IReadOnlyList<ChapterFigure> Figures { get; }

    /// <summary>The experiments that it runs.</summary>
    IReadOnlyList<Experiment> Experiments { get; }

    /// <summary>Commands of this chapter alone, such as <c>trace</c> or <c>train</c>.</summary>
    IReadOnlyList<Command> Commands => [];

    /// <summary>The chapter's number, 1 to 26.</summary>
    int Number => int.Parse(Slug.AsSpan(0, 2));
}
