using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>Validates the arguments of span kernels.</summary>
internal static class Lengths
{
    /// <summary>Source and target are equally long, and either identical or disjoint.</summary>
    /// <exception cref="ArgumentException">They are not; the message gives both lengths or the distance.</exception>
    internal static void Equal<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<T> y, [CallerArgumentExpression(nameof(x))] string xName = "",
        [CallerArgumentExpression(nameof(y))] string yName = "")
    {
        if (x.Length != y.Length)
        {
            throw new ArgumentException(
                $"{yName} must be as long as {xName}: expected {x.Length}, got {y.Length}.", yName);
        }

        if (x.Overlaps(y, out int distance) && distance != 0)
        {
            throw new ArgumentException(
                $"{yName} must be {xName} itself or lie apart from it; it begins {distance} elements into it.", yName);
        }
    }

    /// <summary>A gradient and its weights are equally long and disjoint.</summary>
    /// <exception cref="ArgumentException">They are not.</exception>
    internal static void Apart<T>(ReadOnlySpan<T> g, ReadOnlySpan<T> w)
    {
        Equal(g, w);
        if (g.Overlaps(w))
        {
            throw new ArgumentException("w must lie apart from g: it is changed.", nameof(w));
        }
    }

    /// <summary>
    /// The state of an optimizer is as long as the weights and disjoint from them, or empty where there is none.
    /// </summary>
    /// <exception cref="ArgumentException">It is not; the message gives the lengths.</exception>
    internal static void Kept<T>(
        ReadOnlySpan<T> g, ReadOnlySpan<T> w, ReadOnlySpan<T> state, bool kept,
        [CallerArgumentExpression(nameof(state))] string name = "")
    {
        int expected = kept ? w.Length : 0;
        if (state.Length != expected)
        {
            throw new ArgumentException(
                $"{name} must hold {(kept ? "a number for every weight" : "nothing")}: "
                + $"expected {expected}, got {state.Length}.",
                name);
        }

        if (state.Overlaps(g) || state.Overlaps(w))
        {
            throw new ArgumentException($"{name} must lie apart from g and w: it is changed.", name);
        }
    }

    /// <summary>A span holds whole columns.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number of rows is below 1.</exception>
    /// <exception cref="ArgumentException">The length is not a multiple of the rows.</exception>
    internal static void Columns<T>(
        ReadOnlySpan<T> x, int rows, [CallerArgumentExpression(nameof(x))] string name = "")
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rows);
        if (x.Length % rows != 0)
        {
            throw new ArgumentException(
                $"{name} must hold whole columns of {rows} rows; got {x.Length} numbers.", name);
        }
    }

    /// <summary>A matrix holds whole columns of a vector's length and is disjoint from the vector.</summary>
    /// <exception cref="ArgumentException">It has not, or they overlap.</exception>
    internal static void ColumnBeside<T>(
        ReadOnlySpan<T> column,
        ReadOnlySpan<T> matrix,
        [CallerArgumentExpression(nameof(column))] string columnName = "",
        [CallerArgumentExpression(nameof(matrix))] string matrixName = "")
    {
        if (column.IsEmpty ? !matrix.IsEmpty : matrix.Length % column.Length != 0)
        {
            throw new ArgumentException(
                $"{matrixName} must hold whole columns as long as {columnName}, which has {column.Length} rows; "
                + $"got {matrix.Length} numbers.",
                matrixName);
        }

        if (column.Overlaps(matrix))
        {
            throw new ArgumentException(
                $"{columnName} must lie apart from {matrixName}: one of them is changed while the other is read.",
                columnName);
        }
    }

    /// <summary>Another parameter of D rows, and a mean and a scale for each of N columns.</summary>
    /// <exception cref="ArgumentException">Another length; the message gives both.</exception>
    internal static void Normalized<T>(
        ReadOnlySpan<T> γ, int columns, ReadOnlySpan<T> parameter, ReadOnlySpan<T> μ, ReadOnlySpan<T> s,
        [CallerArgumentExpression(nameof(parameter))] string name = "")
    {
        if (parameter.Length != γ.Length || μ.Length != columns || s.Length != columns)
        {
            throw new ArgumentException(
                $"Expected {name} [{γ.Length}], μ [{columns}] and s [{columns}]; got [{parameter.Length}], "
                + $"[{μ.Length}] and [{s.Length}].",
                name);
        }
    }

    /// <summary>N columns of H hidden units, and as many scores for each gate; N is returned.</summary>
    /// <exception cref="ArgumentException">They are not; the message gives the lengths.</exception>
    internal static int Gates<T>(
        int gates, int hidden, ReadOnlySpan<T> scores, ReadOnlySpan<T> states,
        [CallerArgumentExpression(nameof(scores))] string scoresName = "",
        [CallerArgumentExpression(nameof(states))] string statesName = "")
    {
        Columns(states, hidden, statesName);
        return scores.Length == gates * states.Length
            ? states.Length / hidden
            : throw new ArgumentException(
                $"{scoresName} must have {gates} numbers for each of {statesName}: expected {gates * states.Length}, "
                + $"got {scores.Length}.",
                scoresName);
    }
}
