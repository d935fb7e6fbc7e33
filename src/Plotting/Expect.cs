using System.Runtime.CompilerServices;

namespace Reference.Plotting;

/// <summary>What constructors ask of their arguments; each refusal names what was expected and what came.</summary>
internal static class Expect
{
    public static double Finite(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        double.IsFinite(value) ? value : throw Outside(name, "be finite", $"{value}");

    public static double? Finite(double? value, string name) => value is { } number ? Finite(number, name) : null;

    public static double Within(double value, double low, double high, string name) =>
        value >= low && value <= high ? value : throw Outside(name, $"lie in [{low}, {high}]", $"{value}");

    public static (double, double) Ordered((double Low, double High) range,
        [CallerArgumentExpression(nameof(range))] string name = "") =>
        double.IsFinite(range.Low) && double.IsFinite(range.High) && range.Low < range.High ? range
            : throw Outside(name, "be finite with the lower end first", $"({range.Low}, {range.High})");

    public static T[] Some<T>(IReadOnlyList<T> items, [CallerArgumentExpression(nameof(items))] string name = "") =>
        Checked(items, items?.Count > 0, "not be empty", "0 items", name);

    /// <summary>A copy of as many items as there are others.</summary>
    public static T[] Equally<T>(IReadOnlyList<T> items, int count, string others,
        [CallerArgumentExpression(nameof(items))] string name = "") =>
        Checked(items, items?.Count == count, $"be as long as {others}, {count}", $"{items?.Count}", name);

    /// <summary>The same for a property that may be null.</summary>
    public static T[]? OneEach<T>(IReadOnlyList<T>? items, int count, string others,
        [CallerMemberName] string name = "") =>
        items is null ? null : Equally(items, count, others, name);

    /// <summary>A copy of the values. NaN is a gap, but values that are all NaN (or infinite) are a mistake
    /// upstream.</summary>
    public static double[] Values(IReadOnlyList<double> values,
        [CallerArgumentExpression(nameof(values))] string name = "") =>
        Checked(values, values?.Count == 0 || values?.Any(double.IsFinite) == true, "have a finite value",
            $"{values?.Count} that are NaN or infinite", name);

    public static double[] Values(IReadOnlyList<double> values, int count, string others,
        [CallerArgumentExpression(nameof(values))] string name = "") =>
        Equally(Values(values, name), count, others, name);

    public static double[,] Values(double[,] values, int atLeast,
        [CallerArgumentExpression(nameof(values))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(values, name);
        (int rows, int columns) = (values.GetLength(0), values.GetLength(1));
        return Math.Min(rows, columns) >= atLeast && values.Cast<double>().Any(double.IsFinite)
            ? (double[,])values.Clone()
            : throw new ArgumentException(
                $"{name} must be at least {atLeast}×{atLeast} with a finite value; got {rows}×{columns}.", name);
    }

    public static double[] Ascending(IReadOnlyList<double> values, int atLeast,
        [CallerArgumentExpression(nameof(values))] string name = "") =>
        Checked(values, values?.Count >= atLeast && values.All(double.IsFinite)
            && values.Zip(values.Skip(1)).All(pair => pair.First < pair.Second),
            $"be at least {atLeast} finite and ascending", $"[{string.Join(", ", values ?? [])}]", name);

    /// <summary>The line a·x + b·y + c = 0 has a direction.</summary>
    public static (double A, double B, double C) Direction(double a, double b, double c) =>
        (Finite(a), Finite(b), Finite(c)) is (0, 0, _)
        ? throw new ArgumentException("The line a·x + b·y + c = 0 needs a ≠ 0 or b ≠ 0; got a = 0 and b = 0.",
            nameof(a))
        : (a, b, c);

    private static T[] Checked<T>(IReadOnlyList<T>? items, bool holds, string expected, string got, string name)
    {
        ArgumentNullException.ThrowIfNull(items, name);
        return holds ? [.. items] : throw new ArgumentException($"{name} must {expected}; got {got}.", name);
    }

    private static ArgumentOutOfRangeException Outside(string name, string expected, string got) =>
        new(name, $"{name} must {expected}; got {got}.");
}
