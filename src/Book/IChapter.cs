using System.CommandLine;

namespace Reference.Book;

/// <summary>
/// What every chapter is made of. The console runs a chapter from this, the generators write its README, the index of
/// the notes and the list of errata from it, and the tests hold every entry to what it says.
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

    /// <summary>What the notes state in words or symbols and a counterexample refutes.</summary>
    IReadOnlyList<Claim> Claims { get; }

    /// <summary>The figures, drawn on request.</summary>
    IReadOnlyList<ChapterFigure> Figures { get; }

    /// <summary>What the chapter measures when it is run.</summary>
    IReadOnlyList<Experiment> Experiments { get; }

    /// <summary>Commands of this chapter alone, such as <c>trace</c> or <c>train</c>.</summary>
    IReadOnlyList<Command> Commands => [];

    /// <summary>The chapter's number, 1 to 26.</summary>
    int Number => int.Parse(Slug.AsSpan(0, 2));
}
