namespace Reference.Book;

/// <summary>How a step of a derivation relates to the step before it.</summary>
public enum Relation
{
    /// <summary>The first line: nothing stands before it.</summary>
    Start,

    /// <summary>Equal; the test compares by norm to 1e-10.</summary>
    Equal,

    /// <summary>Equal up to the error of a numerical derivative on one side; compared by norm to 1e-6.</summary>
    NumericallyEqual,

    /// <summary>The step before is at most this one, element by element; an excess by norm below 1e-10 counts as
    /// rounding.</summary>
    AtMost,

    /// <summary>The notes print this line as equal to the step before, and it is not: the test shows that the equality
    /// fails.</summary>
    PrintedButWrong,
}

/// <summary>One line of a derivation: the mathematics, its relation to the line before, and the code that evaluates
/// it.</summary>
/// <param name="Relation">How this line relates to the last right line before it.</param>
/// <param name="Latex">The line as LaTeX, without the relation sign.</param>
/// <param name="Note">What makes the step (<c>the chain rule</c>), or, for a line that is printed but wrong, why it is
/// wrong.</param>
/// <param name="Row">The row of the notes that prints a wrong line; otherwise null.</param>
/// <param name="Kind">For a wrong line, whose mistake it is.</param>
public sealed record DerivationStep(
    Relation Relation, string Latex, string? Note = null, string? Row = null, ErratumKind Kind = ErratumKind.Author)
{
    /// <summary>The relation sign in LaTeX.</summary>
    public string Sign => Relation switch
    {
        Relation.Start => "",
        Relation.AtMost => @"\le",
        Relation.PrintedButWrong => @"\ne",
        _ => "=",
    };
}
