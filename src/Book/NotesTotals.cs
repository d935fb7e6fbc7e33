namespace Reference.Book;

/// <summary>How many rows of the notes stand where, and what the chapters hold.</summary>
/// <param name="rows">Every row, placed.</param>
/// <param name="chapters">The chapters that are built.</param>
public sealed class NotesTotals(IReadOnlyList<PlacedRow> rows, IReadOnlyList<IChapter> chapters)
{
    private readonly PlacedRow[] _rows = [.. rows.Where(r => !r.Row.IsCall)];
    private readonly WorkedNumber[] _numbers = [.. chapters.SelectMany(c => c.WorkedNumbers)];

    /// <summary>Rows without the checklists of framework calls.</summary>
    public int Rows => _rows.Length;

    /// <summary>Printed numbers that were computed again, the wrong ones included.</summary>
    public int Recomputed => _numbers.Count(n => n.Verdict is not (Verdict.Derived or Verdict.NotRepeatable));

    /// <summary>Rows of a kind.</summary>
    public int Of(string kind) => _rows.Count(r => r.Row.Kind == kind);

    /// <summary>Rows of a kind that stand where they should: in code with tests, in a figure, in a lesson.</summary>
    public int Placed(string kind) =>
        _rows.Count(r => r.Row.Kind == kind && r is { Built: true, Lacks: null } && !Listed(r));

    /// <summary>Concepts that need no more than their line in the index.</summary>
    public int InTheIndex => _rows.Count(Listed);

    /// <summary>The totals, as they stand in the README and at the head of the index.</summary>
    public string Sentence() =>
        $"Of the {Rows:N0} rows of the notes, {Of("code")} are formulas, algorithms, models or numbers: "
        + $"**{Placed("code")}** of them are in code with tests or recomputed. "
        + $"Of {Of("figure")} figures {Placed("figure")} are drawn; of {Of("concept")} concepts {Placed("concept")} "
        + $"are explained in a lesson and {InTheIndex} need no more than a line in the index. "
        + $"The rest wait for their chapter. So far: {chapters.Count} chapters, "
        + $"{chapters.Sum(c => c.Derivations.Count)} derivations, {Recomputed} printed numbers recomputed "
        + $"({_numbers.Count(n => n.Verdict == Verdict.NotRepeatable)} more cannot be repeated), "
        + $"{_numbers.Count(n => n.Verdict == Verdict.Derived)} that follow from them, "
        + $"{chapters.Sum(c => c.Figures.Count)} figures, {chapters.Sum(c => Erratum.Of(c).Count)} errata.";

    private static bool Listed(PlacedRow row) => row is { Row: { Kind: "concept", Remark.Length: > 0 }, Told: null };
}
