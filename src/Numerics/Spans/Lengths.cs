using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>What every span kernel asks of its arguments.</summary>
internal static class Lengths
{
    /// <summary>Source and target are equally long, and either the same memory or apart.</summary>
    /// <exception cref="ArgumentException">They are not; the message gives both lengths or the distance.</exception>
    internal static void Equal<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, [CallerArgumentExpression(nameof(x))] string xName = "", [CallerArgumentExpression(nameof(y))] string yName = "")
    {
        if (x.Length != y.Length)
        {
            throw new ArgumentException($"{yName} must be as long as {xName}: expected {x.Length}, got {y.Length}.", yName);
        }

        if (x.Overlaps(y, out int distance) && distance != 0)
        {
            throw new ArgumentException($"{yName} must be {xName} itself or lie apart from it; it begins {distance} elements into it.", yName);
        }
    }

    /// <summary>A gradient, what an optimizer keeps and the parameters: equally long, and each in memory of its own.</summary>
    /// <exception cref="ArgumentException">They are not; the message gives the lengths.</exception>
    internal static void Apart<T>(ReadOnlySpan<T> gradient, ReadOnlySpan<T> state, ReadOnlySpan<T> parameter, [CallerArgumentExpression(nameof(state))] string name = "")
    {
        Equal(gradient, state, nameof(gradient), name);
        Equal(gradient, parameter);
        if (state.Overlaps(parameter) || gradient.Overlaps(state) || gradient.Overlaps(parameter))
        {
            throw new ArgumentException($"gradient, {name} and parameter must lie apart: two of them are changed.", name);
        }
    }

    /// <summary>A span is a whole number of columns.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is not even one row.</exception>
    /// <exception cref="ArgumentException">The length is not a multiple of the rows.</exception>
    internal static void Columns<T>(ReadOnlySpan<T> x, int rows, [CallerArgumentExpression(nameof(x))] string name = "")
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rows);
        if (x.Length % rows != 0)
        {
            throw new ArgumentException($"{name} must hold whole columns of {rows} rows; got {x.Length} numbers.", name);
        }
    }
}
