namespace Reference.Book;

/// <summary>One mistake in the notes, wherever in a chapter it is proved: a number, a line of a derivation, or a
/// statement.</summary>
/// <param name="Row">The row of the notes.</param>
/// <param name="Kind">Whose mistake it is.</param>
/// <param name="Printed">The words, the line or the number of the notes.</param>
/// <param name="Right">What is right.</param>
/// <param name="Why">The reason, or the counterexample.</param>
public sealed record Erratum(string Row, ErratumKind Kind, string Printed, string Right, string Why)
{
    /// <summary>The kind in words.</summary>
    public string KindInWords => Kind switch
    {
        ErratumKind.Author => "author",
        ErratumKind.Listing => "listing",
        _ => "our text",
    };

    /// <summary>Every erratum of a chapter, in order of rows.</summary>
    public static IReadOnlyList<Erratum> Of(IChapter chapter)
    {
        IEnumerable<Erratum> numbers = chapter.WorkedNumbers
            .Where(n => n.Verdict == Verdict.Erratum)
            .Select(n => new Erratum(n.Row, n.Kind, $"{n.What}: {n.Printed}", n.Right!, n.Why!));
        IEnumerable<Erratum> lines = chapter.Derivations.SelectMany(d => d.Steps
            .Select((step, i) => (step, i))
            .Where(line => line.step.Relation == Relation.PrintedButWrong)
            .Select(line => new Erratum(
                line.step.Row!, line.step.Kind, $"$`{line.step.Latex}`$", $"$`{RightFor(d, line.i).Latex}`$",
                $"{line.step.Note} ({d.Title})")));
        IEnumerable<Erratum> claims = chapter.Claims.Select(c =>
            new Erratum(c.Row, c.Kind, c.Printed, c.Right, c.Evidence));
        return [.. numbers.Concat(lines).Concat(claims).OrderBy(e => e.Row, StringComparer.Ordinal)];
    }

    // What the line should have been: the next right line, or the last one before it where the derivation ends with
    // the mistake.
    private static DerivationStep RightFor(Derivation derivation, int wrong) =>
        derivation.Steps.Skip(wrong).FirstOrDefault(step => step.Relation != Relation.PrintedButWrong)
        ?? derivation.Steps.Last(step => step.Relation != Relation.PrintedButWrong);
}
