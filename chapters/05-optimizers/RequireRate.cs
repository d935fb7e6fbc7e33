using System.Runtime.CompilerServices;

namespace Reference.Optimizers;

/// <summary>The ranges of the rules' constants: the value, or an error that names the range and the value.</summary>
internal static class RequireRate
{
    /// <summary>A learning rate: finite and ≥ 0.</summary>
    public static double Learning(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is >= 0 and < double.PositiveInfinity ? value : throw Outside(name, "a finite learning rate ≥ 0", value);

    /// <summary>The decay of a moving average: in [0, 1). At 1 the average would ignore every new value.</summary>
    public static double Decay(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is >= 0 and < 1 ? value : throw Outside(name, "a decay in [0, 1)", value);

    /// <summary>A momentum coefficient: in [0, 1].</summary>
    public static double Momentum(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is >= 0 and <= 1 ? value : throw Outside(name, "a momentum in [0, 1]", value);

    /// <summary>The ε of an optimizer over parameters: finite and above 0.</summary>
    public static double Epsilon(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is > 0 and < double.PositiveInfinity ? value : throw Outside(name, "a finite number > 0", value);

    /// <summary>A finite number ≥ 0: the ε of a scalar rule, a weight decay, a standard deviation.</summary>
    public static double NotNegative(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is >= 0 and < double.PositiveInfinity ? value : throw Outside(name, "a finite number ≥ 0", value);

    /// <summary>The constants of a scalar rule, by their kinds.</summary>
    public static void Constants(double[] rates, double[] decays, double[] momenta, double[] notNegative)
    {
        Array.ForEach(rates, η => Learning(η));
        Array.ForEach(decays, β => Decay(β));
        Array.ForEach(momenta, μ => Momentum(μ));
        Array.ForEach(notNegative, ε => NotNegative(ε));
    }

    /// <summary>A count of at least <paramref name="least"/>.</summary>
    public static int Count(int value, int least, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= least
            ? value
            : throw new ArgumentOutOfRangeException(name, $"Expected {name} to be at least {least}; got {value}.");

    private static ArgumentOutOfRangeException Outside(string name, string expected, double value) =>
        new(name, $"Expected {name} to be {expected}; got {value}.");
}
