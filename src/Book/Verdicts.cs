namespace Reference.Book;

/// <summary>Verdicts in words, the same in the console and in the READMEs.</summary>
public static class Verdicts
{
    /// <summary>The verdict of a number in words.</summary>
    public static string InWords(WorkedNumber number) => number.Verdict switch
    {
        Verdict.Rounds => "rounds to it",
        Verdict.Truncates => "cut off, not rounded",
        Verdict.Agrees => $"agrees to {number.RelativeError:G1}: {number.Why}",
        Verdict.Erratum => $"erratum, {number.Right!.Replace('-', '−')} is right: {number.Why}",
        Verdict.NotRepeatable => $"not repeatable: {number.Why}",
        _ => "derived",
    };

    /// <summary>The digits that the notes print, with a true minus; a dash where they print none.</summary>
    public static string Printed(WorkedNumber number) =>
        number.Verdict == Verdict.Derived ? "—" : number.Printed.Replace('-', '−').Replace("e−", "e-");

    /// <summary>The computed value to ten digits, which every machine agrees on; a dash when there is none.</summary>
    public static string Digits(double value) =>
        double.IsNaN(value) ? "—"
        : double.IsPositiveInfinity(value) ? "∞"
        : value == 0 ? "0"
        : value.ToString("G10").Replace("-", "−").Replace("E−", "e-").Replace("E+", "e+");
}
