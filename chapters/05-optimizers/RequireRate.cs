using System.Runtime.CompilerServices;

namespace Reference.Optimizers;

/// <summary>What the rules ask of their constants. Each method gives the value back, or says what was expected and what came.</summary>
internal static class RequireRate
{
    /// <summary>A learning rate: finite and ≥ 0.</summary>
    public static double Learning(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is >= 0 and < double.PositiveInfinity ? value : throw Refused(name, "a finite learning rate ≥ 0", value);

    /// <summary>The decay of a running mean: in [0, 1). At 1 the mean would never hear of a new value.</summary>
    public static double Decay(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is >= 0 and < 1 ? value : throw Refused(name, "a decay in [0, 1)", value);

    /// <summary>A momentum coefficient: in [0, 1]. At 1 nothing is ever forgotten, which the chapter shows.</summary>
    public static double Momentum(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is >= 0 and <= 1 ? value : throw Refused(name, "a momentum in [0, 1]", value);

    /// <summary>A finite number ≥ 0: ε, a weight decay, a width.</summary>
    public static double NotNegative(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is >= 0 and < double.PositiveInfinity ? value : throw Refused(name, "a finite number ≥ 0", value);

    /// <summary>A count of at least <paramref name="least"/>.</summary>
    public static int Count(int value, int least, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= least ? value : throw new ArgumentOutOfRangeException(name, $"Expected {name} to be at least {least}; got {value}.");

    private static ArgumentOutOfRangeException Refused(string name, string expected, double value) =>
        new(name, $"Expected {name} to be {expected}; got {value}.");
}
