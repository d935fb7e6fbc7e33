using System.Runtime.CompilerServices;

namespace Reference.Plotting;

/// <summary>What constructors ask of their arguments; each refusal names what was expected and what came.</summary>
internal static class Expect
{
    public static double Finite(double value, string name) =>
        double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(name, $"{name} must be finite; got {value}.");

    public static double? Finite(double? value, string name) => value is { } number ? Finite(number, name) : null;

    public static double Within(double value, double low, double high, string name) =>
        value >= low && value <= high ? value : throw new ArgumentOutOfRangeException(name, $"{name} must lie in [{low}, {high}]; got {value}.");

    public static (double, double) Ordered((double Low, double High) range, string name) =>
        double.IsFinite(range.Low) && double.IsFinite(range.High) && range.Low < range.High
            ? range
            : throw new ArgumentOutOfRangeException(name, $"{name} must be finite with the lower end first; got ({range.Low}, {range.High}).");

    public static T[] Some<T>(IReadOnlyList<T> items, string name)
    {
        ArgumentNullException.ThrowIfNull(items, name);
        return items.Count > 0 ? [.. items] : throw new ArgumentException($"{name} must not be empty; got 0 items.", name);
    }

    /// <summary>A copy of the values. NaN is a gap, but values that are all NaN (or infinite) are a mistake upstream.</summary>
    public static double[] Values(IReadOnlyList<double> values, string name)
    {
        ArgumentNullException.ThrowIfNull(values, name);
        double[] copy = [.. values];
        return copy.Length == 0 || Array.Exists(copy, double.IsFinite)
            ? copy
            : throw new ArgumentException($"{name} needs a finite value; all {copy.Length} are NaN or infinite.", name);
    }

    public static double[] Values(IReadOnlyList<double> values, int count, string name, string others)
    {
        double[] copy = Values(values, name);
        return copy.Length == count ? copy : throw new ArgumentException($"{name} must be as long as {others}, {count}; got {copy.Length}.", name);
    }

    public static double[,] Values(double[,] values, string name)
    {
        ArgumentNullException.ThrowIfNull(values, name);
        if (values.Length == 0)
        {
            throw new ArgumentException($"{name} must not be empty; got {values.GetLength(0)}×{values.GetLength(1)}.", name);
        }

        return values.Cast<double>().Any(double.IsFinite)
            ? (double[,])values.Clone()
            : throw new ArgumentException($"{name} needs a finite value; all {values.GetLength(0)}×{values.GetLength(1)} are NaN or infinite.", name);
    }

    public static double[] Ascending(IReadOnlyList<double> values, int atLeast, string name)
    {
        ArgumentNullException.ThrowIfNull(values, name);
        return values.Count >= atLeast && values.All(double.IsFinite) && values.Zip(values.Skip(1)).All(pair => pair.First < pair.Second)
            ? [.. values]
            : throw new ArgumentException($"{name} must be at least {atLeast} finite and ascending; got [{string.Join(", ", values)}].", name);
    }

    /// <summary>The line a·x + b·y + c = 0 has a direction.</summary>
    public static void Direction(double a, double b, double c)
    {
        (a, b, _) = (Finite(a, nameof(a)), Finite(b, nameof(b)), Finite(c, nameof(c)));
        if (a == 0 && b == 0)
        {
            throw new ArgumentException("The line a·x + b·y + c = 0 needs a ≠ 0 or b ≠ 0; got a = 0 and b = 0.", nameof(a));
        }
    }

    public static string[] Labels(IReadOnlyList<string> labels, int count, [CallerArgumentExpression(nameof(labels))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(labels, name);
        return labels.Count == count ? [.. labels] : throw new ArgumentException($"{name} needs one label each of {count}; got {labels.Count}.", name);
    }
}
