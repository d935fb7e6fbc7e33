namespace Reference.Book;

/// <summary>
/// A statement of the notes that is wrong: their words, what is right, and a counterexample that a test runs.
/// </summary>
/// <param name="row">The row of the notes.</param>
/// <param name="printed">The words of the notes, quoted in their context.</param>
/// <param name="right">What is right.</param>
/// <param name="evidence">The counterexample in words or numbers.</param>
/// <param name="refuted">Computes the counterexample with the chapter's code: true when the printed statement fails
/// and the right one holds.</param>
/// <param name="kind">Whose mistake it is.</param>
public sealed class Claim(
    string row, string printed, string right, string evidence, Func<bool> refuted,
        ErratumKind kind = ErratumKind.Author)
{
    /// <summary>The row of the notes.</summary>
    public string Row { get; } = RowIds.Parse(row).Single();

    /// <summary>Whose mistake it is.</summary>
    public ErratumKind Kind { get; } = kind;

    /// <summary>The words of the notes.</summary>
    public string Printed { get; } = printed;

    /// <summary>What is right.</summary>
    public string Right { get; } = right;

    /// <summary>The counterexample in words or numbers.</summary>
    public string Evidence { get; } = evidence;

    /// <summary>Runs the counterexample.</summary>
    public bool IsRefuted() => refuted();

    /// <summary>Whether the code rejects an input, as part of a counterexample.</summary>
    /// <param name="action">The call that must fail.</param>
    /// <returns>True when it throws an <see cref="ArgumentException"/>.</returns>
    public static bool Refuses(Action action)
    {
        ArgumentNullException.ThrowIfNull(action);
        try
        {
            action();
            return false;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }
}
