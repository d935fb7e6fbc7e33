using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>
/// Validates arguments. Every method throws an <see cref="ArgumentException"/> that names the argument, the expected
/// and the actual value.
/// </summary>
public static class Require
{
    /// <summary>The number is finite: neither NaN nor infinite.</summary>
    public static void Finite(double value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentException($"Expected {name} to be a finite number; got {value}.", name);
        }
    }

    /// <summary>All numbers are finite.</summary>
    public static void Finite(ReadOnlySpan<double> values, [CallerArgumentExpression(nameof(values))] string name = "")
    {
        if (Kernels.AllFinite(values))
        {
            return;
        }

        for (int i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]))
            {
                throw new ArgumentException(
                    $"Expected {name} to hold finite numbers; element {i} is {values[i]}.", name);
            }
        }
    }

    /// <summary>All numbers are finite.</summary>
    public static void Finite(double[,] values, [CallerArgumentExpression(nameof(values))] string name = "")
    {
        for (int i = 0; i < values.GetLength(0); i++)
        {
            for (int j = 0; j < values.GetLength(1); j++)
            {
                if (!double.IsFinite(values[i, j]))
                {
                    throw new ArgumentException(
                        $"Expected {name} to hold finite numbers; element [{i}, {j}] is {values[i, j]}.", name);
                }
            }
        }
    }

    /// <summary>The number is finite and positive, such as a learning rate.</summary>
    public static void Positive(double value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!double.IsFinite(value) || value <= 0)
        {
            throw new ArgumentOutOfRangeException(name, $"Expected {name} to be a finite number > 0; got {value}.");
        }
    }

    /// <summary>The number is a probability in [0, 1].</summary>
    public static void Probability(double value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (value is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(
                name, $"Expected {name} to be a probability in [0, 1]; got {value}.");
        }
    }

    /// <summary>All numbers are probabilities in [0, 1].</summary>
    public static void Probabilities(
        ReadOnlySpan<double> values, [CallerArgumentExpression(nameof(values))] string name = "")
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] is not (>= 0 and <= 1))
            {
                throw new ArgumentOutOfRangeException(
                    name, $"Expected {name} to hold probabilities in [0, 1]; element {i} is {values[i]}.");
            }
        }
    }

    /// <summary>There is at least one element.</summary>
    public static void NotEmpty(int count, string name)
    {
        if (count == 0)
        {
            throw new ArgumentException($"Expected {name} to hold at least one element; it is empty.", name);
        }
    }

    /// <summary>Two arguments have the same length or size.</summary>
    public static void SameLength(int first, string firstName, int second, string secondName)
    {
        if (first != second)
        {
            throw new ArgumentException(
                $"Expected {firstName} and {secondName} to have the same length; got {first} and {second}.",
                secondName);
        }
    }

    /// <summary>Two arrays of one shape.</summary>
    public static void SameShape(
        double[,] first, double[,] second,
        [CallerArgumentExpression(nameof(first))] string firstName = "",
        [CallerArgumentExpression(nameof(second))] string secondName = "")
    {
        (int rows, int columns) = (first.GetLength(0), first.GetLength(1));
        if (second.GetLength(0) != rows || second.GetLength(1) != columns)
        {
            throw new ArgumentException(
                $"Expected {secondName} to have the shape [{rows} × {columns}] of {firstName}; "
                + $"got [{second.GetLength(0)} × {second.GetLength(1)}].",
                secondName);
        }
    }

    /// <summary>Weights, inputs and targets of a layer fit: [inputs × units], [inputs × m] and [units × m].</summary>
    public static void LayerShapes(double[,] w, double[,] x, double[,] y)
    {
        SameLength(w.GetLength(0), "rows of w", x.GetLength(0), "rows of x");
        SameLength(w.GetLength(1), "columns of w", y.GetLength(0), "rows of y");
        SameLength(x.GetLength(1), "columns of x", y.GetLength(1), "columns of y");
    }

    /// <summary>The number is one of two, such as a label 0 or 1.</summary>
    public static void OneOf(
        double value, double low, double high, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (value != low && value != high)
        {
            throw new ArgumentOutOfRangeException(name, $"Expected {name} to be {low} or {high}; got {value}.");
        }
    }

    /// <summary>All labels are one of two, such as {0, 1} or {−1, 1}.</summary>
    public static void Labels(
        ReadOnlySpan<int> labels, int low, int high, [CallerArgumentExpression(nameof(labels))] string name = "")
    {
        for (int i = 0; i < labels.Length; i++)
        {
            if (labels[i] != low && labels[i] != high)
            {
                throw new ArgumentOutOfRangeException(
                    name, $"Expected {name} to hold labels {low} or {high}; element {i} is {labels[i]}.");
            }
        }
    }
}
