using Spectre.Console;

namespace Reference.Book;

/// <summary>Prints the parts of a chapter as tables.</summary>
internal sealed class ChapterPrinter(IChapter chapter, IAnsiConsole console)
{
    /// <summary>Every worked number with its verdict.</summary>
    /// <exception cref="InvalidOperationException">A number does not meet its verdict.</exception>
    public void Numbers()
    {
        var table = new Table()
            .Title(Markup.Escape($"Numbers of the notes: chapter {chapter.Number}, {chapter.Title}"))
            .AddColumns("row", "number", "printed", "computed", "verdict");
        var failures = new List<string>();
        foreach (WorkedNumber number in chapter.WorkedNumbers)
        {
            string verdict = Verdicts.InWords(number), colour = number.Verdict == Verdict.Erratum ? "yellow" : "green";
            if (number.Failure() is { } failure)
            {
                (verdict, colour) = ($"FAILS: {failure}", "red");
                failures.Add(failure);
            }

            table.AddRow(
                number.Row, Markup.Escape(number.What), Markup.Escape(Verdicts.Printed(number)),
                    Verdicts.Digits(number.Compute()),
                $"[{colour}]{Markup.Escape(verdict)}[/]");
        }

        console.Write(table);
        Stop(failures);
    }

    /// <summary>Every derivation with the number of lines that hold.</summary>
    /// <exception cref="InvalidOperationException">A line does not hold.</exception>
    public void Derivations()
    {
        var table = new Table().AddColumns("derivation", "rows", "lines", "verdict");
        var failures = new List<string>();
        foreach (Derivation derivation in chapter.Derivations)
        {
            IReadOnlyList<string> broken = DerivationCheck.Failures(derivation);
            failures.AddRange(broken);
            table.AddRow(
                Markup.Escape(derivation.Title), string.Join(' ', derivation.Rows), $"{derivation.Steps.Count}",
                broken.Count == 0 ? "[green]every line holds[/]" : "[red]fails[/]");
        }

        console.Write(table);
        Stop(failures);
    }

    /// <summary>Every mistake in the notes, each proved again when it is listed.</summary>
    /// <exception cref="InvalidOperationException">One of them cannot be proved.</exception>
    public void Errata()
    {
        var table = new Table().AddColumns("row", "kind", "printed", "right", "why").ShowRowSeparators();
        foreach (Erratum erratum in Erratum.Of(chapter))
        {
            table.AddRow(
                erratum.Row, erratum.KindInWords, Markup.Escape(Plain(erratum.Printed)),
                    Markup.Escape(Plain(erratum.Right)), Markup.Escape(erratum.Why));
        }

        console.Write(table);
        string[] unproved =
        [
            .. chapter.WorkedNumbers.Where(n => n.Verdict == Verdict.Erratum).Select(n => n.Failure())
                .OfType<string>(),
            .. chapter.Derivations.SelectMany(d => DerivationCheck.Failures(d)),
            .. chapter.Claims.Where(c => !c.IsRefuted()).Select(c => $"{c.Row}: not refuted, {c.Printed}"),
        ];
        Stop(unproved);
        console.WriteLine(
            "Each was proved just now: numbers recomputed, lines compared on random inputs, counterexamples run.");
    }

    /// <summary>The names that the other commands take.</summary>
    public void List()
    {
        var table = new Table().AddColumns("kind", "name", "what");
        foreach (Derivation derivation in chapter.Derivations)
        {
            table.AddRow("derivation", derivation.Name, Markup.Escape(derivation.Title));
        }

        foreach (ChapterFigure figure in chapter.Figures)
        {
            table.AddRow("figure", figure.Name, Markup.Escape(figure.Caption));
        }

        foreach (Experiment experiment in chapter.Experiments)
        {
            table.AddRow("experiment", experiment.Name, Markup.Escape(experiment.Question));
        }

        console.Write(table);
    }

    // LaTeX stays LaTeX at the console, without the marks that tell Markdown so.
    private static string Plain(string text) => text.Replace("$`", "").Replace("`$", "");

    private static void Stop(IReadOnlyList<string> failures)
    {
        if (failures.Count > 0)
        {
            throw new InvalidOperationException(string.Join(Environment.NewLine, failures));
        }
    }
}
