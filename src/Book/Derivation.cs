using Reference.Numerics;

namespace Reference.Book;

/// <summary>
/// A derivation as data: a list of lines, each with a lambda that evaluates it on random inputs. The test compares
/// every neighbouring pair, so every equals sign in the book is a test. Write one as a
/// <see cref="Derivation{TInput}"/>.
/// </summary>
public abstract class Derivation
{
    private protected Derivation(string name, string title, string rows)
    {
        Name = name;
        Title = title;
        Rows = RowIds.Parse(rows);
    }

    /// <summary>The name by which the README's marker asks for it, such as <c>sigmoid-derivative</c>.</summary>
    public string Name { get; }

    /// <summary>The title in words.</summary>
    public string Title { get; }

    /// <summary>The rows of the notes that it belongs to.</summary>
    public IReadOnlyList<string> Rows { get; }

    /// <summary>The lines in order.</summary>
    public abstract IReadOnlyList<DerivationStep> Steps { get; }

    /// <summary>Evaluates every line on the same random input.</summary>
    /// <param name="random">Where the input is drawn from.</param>
    /// <returns>One array for each of <see cref="Steps"/>.</returns>
    public abstract IReadOnlyList<double[]> Evaluate(RandomStream random);
}

/// <summary>A derivation whose lines are functions of <typeparamref name="TInput"/>.</summary>
/// <typeparam name="TInput">The random input that all lines share: a number, an array, or a tuple of
/// several.</typeparam>
/// <param name="name">The name by which the README's marker asks for it.</param>
/// <param name="title">The title in words.</param>
/// <param name="rows">The rows of the notes, separated by spaces.</param>
/// <param name="draw">Draws one input.</param>
public sealed class Derivation<TInput>(string name, string title, string rows, Func<RandomStream, TInput> draw)
    : Derivation(name, title, rows)
{
    private readonly List<DerivationStep> _steps = [];
    private readonly List<Func<TInput, double[]>> _lines = [];

    /// <inheritdoc/>
    public override IReadOnlyList<DerivationStep> Steps => _steps;

    /// <summary>The first line.</summary>
    public Derivation<TInput> Start(string latex, Func<TInput, double[]> line) =>
        Add(new(Relation.Start, latex), line);

    /// <summary>A line equal to the one before.</summary>
    public Derivation<TInput> Equal(string latex, Func<TInput, double[]> line, string? because = null) =>
        Add(new(Relation.Equal, latex, because), line);

    /// <summary>A line equal to the one before up to the error of a numerical derivative.</summary>
    public Derivation<TInput> Numerically(string latex, Func<TInput, double[]> line, string? because = null) =>
        Add(new(Relation.NumericallyEqual, latex, because), line);

    /// <summary>A line that the one before does not exceed.</summary>
    public Derivation<TInput> AtMost(string latex, Func<TInput, double[]> line, string? because = null) =>
        Add(new(Relation.AtMost, latex, because), line);

    /// <summary>A line that the notes print as equal to the one before, and that is not.</summary>
    /// <param name="row">The row of the notes that prints it.</param>
    /// <param name="latex">The line as printed.</param>
    /// <param name="line">The line as printed, evaluated.</param>
    /// <param name="why">What is wrong with it.</param>
    /// <param name="kind">Whose mistake it is.</param>
    public Derivation<TInput> Printed(
        string row, string latex, Func<TInput, double[]> line, string why, ErratumKind kind = ErratumKind.Author) =>
        Add(new(Relation.PrintedButWrong, latex, why, row, kind), line);

    /// <inheritdoc cref="Start(string, Func{TInput, double[]})"/>
    public Derivation<TInput> Start(string latex, Func<TInput, double> line) => Start(latex, x => [line(x)]);

    /// <inheritdoc cref="Equal(string, Func{TInput, double[]}, string?)"/>
    public Derivation<TInput> Equal(string latex, Func<TInput, double> line, string? because = null) =>
        Equal(latex, x => [line(x)], because);

    /// <inheritdoc cref="Numerically(string, Func{TInput, double[]}, string?)"/>
    public Derivation<TInput> Numerically(string latex, Func<TInput, double> line, string? because = null) =>
        Numerically(latex, x => [line(x)], because);

    /// <inheritdoc cref="AtMost(string, Func{TInput, double[]}, string?)"/>
    public Derivation<TInput> AtMost(string latex, Func<TInput, double> line, string? because = null) =>
        AtMost(latex, x => [line(x)], because);

    /// <inheritdoc cref="Printed(string, string, Func{TInput, double[]}, string, ErratumKind)"/>
    public Derivation<TInput> Printed(
        string row, string latex, Func<TInput, double> line, string why, ErratumKind kind = ErratumKind.Author) =>
        Printed(row, latex, x => [line(x)], why, kind);

    /// <inheritdoc/>
    public override IReadOnlyList<double[]> Evaluate(RandomStream random)
    {
        TInput input = draw(random);
        return [.. _lines.Select(line => line(input))];
    }

    private Derivation<TInput> Add(DerivationStep step, Func<TInput, double[]> line)
    {
        if (step.Relation == Relation.Start != (_steps.Count == 0))
        {
            throw new ArgumentException(
                $"Derivation '{Name}' needs exactly one Start, as its first line; line {_steps.Count + 1} is "
                + $"{step.Relation}.");
        }

        _steps.Add(step);
        _lines.Add(line);
        return this;
    }
}
