namespace Reference.Book;

/// <summary>The result of computing a printed number again.</summary>
public enum Verdict
{
    /// <summary>The computed value rounds to the printed digits.</summary>
    Rounds,

    /// <summary>The printed digits are the computed ones with the rest cut off (0.66 for ⅔).</summary>
    Truncates,

    /// <summary>Agrees to a stated relative error, for a stated reason.</summary>
    Agrees,

    /// <summary>The notes are wrong: the right value and the reason are given.</summary>
    Erratum,

    /// <summary>A timing, or a run on data that nobody has.</summary>
    NotRepeatable,

    /// <summary>Not printed in the notes, but it follows from them.</summary>
    Derived,
}

/// <summary>A number that the notes print, with the code that computes it again. A test runs them all: one that stops
/// matching fails, and so does an erratum that turns out to be right.</summary>
/// <param name="row">The row of the notes, such as <c>S1-098</c>.</param>
/// <param name="what">What the number is, such as <c>ŷ = σ(0.1·0.495)</c>.</param>
/// <param name="printed">The digits as printed, such as <c>0.512</c> or <c>90.9 %</c>.</param>
/// <param name="computed">Computes the value with the chapter's own code.</param>
public sealed class WorkedNumber(string row, string what, string printed, Func<double> computed)
{
    // Some numbers train a network, and more than one reader asks for them.
    private readonly Lazy<double> _value = new(computed);

    /// <summary>The row of the notes.</summary>
    public string Row { get; } = RowIds.Parse(row).Single();

    /// <summary>What the number is.</summary>
    public string What { get; } = what;

    /// <summary>The digits as printed; for <see cref="Verdict.Derived"/> the digits we publish.</summary>
    public string Printed { get; } = printed;

    /// <summary>The verdict that a test holds the number to.</summary>
    public Verdict Verdict { get; private init; } = Verdict.Rounds;

    /// <summary>For an erratum, the digits that should have been printed.</summary>
    public string? Right { get; private init; }

    /// <summary>For an erratum, whose mistake it is.</summary>
    public ErratumKind Kind { get; private init; }

    /// <summary>Why the printed digits are wrong, agree only roughly, or cannot be repeated.</summary>
    public string? Why { get; private init; }

    /// <summary>For <see cref="Verdict.Agrees"/>, the relative error that is allowed.</summary>
    public double RelativeError { get; private init; }

    /// <summary>Whether the notes print a decimal comma here.</summary>
    public bool DecimalComma { get; init; }

    /// <summary>The value computed again; NaN when it is not repeatable.</summary>
    public double Compute() => Verdict == Verdict.NotRepeatable ? double.NaN : _value.Value;

    /// <summary>A number whose printed digits are cut off, not rounded.</summary>
    public static WorkedNumber Truncated(string row, string what, string printed, Func<double> computed) =>
        new(row, what, printed, computed) { Verdict = Verdict.Truncates };

    /// <summary>A number that agrees to a relative error, such as a float32 log whose last digits depend on the order
    /// of operations.</summary>
    public static WorkedNumber Agreeing(string row, string what, string printed, Func<double> computed,
        double relativeError, string reason) =>
        new(row, what, printed, computed) { Verdict = Verdict.Agrees, RelativeError = relativeError, Why = reason };

    /// <summary>A number that the notes print wrong.</summary>
    public static WorkedNumber Erratum(
        string row, string what, string printed, Func<double> computed, string right, string why,
        ErratumKind kind = ErratumKind.Author) =>
        new(row, what, printed, computed) { Verdict = Verdict.Erratum, Right = right, Why = why, Kind = kind };

    /// <summary>A number that cannot be computed again.</summary>
    public static WorkedNumber NotRepeatable(string row, string what, string printed, string why) =>
        new(row, what, printed, () => double.NaN) { Verdict = Verdict.NotRepeatable, Why = why };

    /// <summary>A number that the notes do not print but that follows from them.</summary>
    public static WorkedNumber Derived(string row, string what, string value, Func<double> computed) =>
        new(row, what, value, computed) { Verdict = Verdict.Derived };

    /// <summary>Why the number does not meet its verdict; null when it does.</summary>
    public string? Failure()
    {
        double value = Compute();
        if (Verdict == Verdict.NotRepeatable)
        {
            return null; // a timing such as '2 min' need not even be a number
        }

        PrintedNumber digits = PrintedNumber.Parse(Printed, DecimalComma);
        bool rounds = digits.Rounds(value);
        string got = $"{Row}, {What}: printed {Printed}, computed {value:G12}";
        return Verdict switch
        {
            _ when double.IsNaN(value) => $"{got}: not a number.",
            Verdict.Rounds or Verdict.Derived => rounds ? null : $"{got} does not round to it.",
            Verdict.Truncates => digits.Truncates(value) && !rounds ? null : $"{got} is not cut off to it.",
            Verdict.Agrees => Math.Abs(value - digits.Value) <= RelativeError * Math.Abs(digits.Value)
                ? null
                : $"{got} differs by more than {RelativeError:G2}, relatively.",
            _ when rounds || digits.Truncates(value) => $"{got}: listed as an erratum, but the notes are right.",
            _ when !PrintedNumber.Parse(Right!).Rounds(value) => $"{got} does not round to the correction {Right}.",
            _ => null,
        };
    }
}
