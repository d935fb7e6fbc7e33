using Reference.Optimizers;

namespace Reference.LinearModels;

/// <summary>The 14 readings of an invented thermometer: its display, and the temperature. S0-052, S0-053.</summary>
public static class Thermometer
{
    /// <summary>The display of the device, in degrees Fahrenheit. // [14]</summary>
    public static double[] X => [.. LeastSquaresLine.Thermometer.X];

    /// <summary>The temperatures, in degrees Celsius. // [14]</summary>
    public static double[] Y => [.. LeastSquaresLine.Thermometer.Y];

    /// <summary>The physical law that the line comes close to: (x − 32)/1.8 = 0.5556x − 17.78. S0-052.</summary>
    public static double Celsius(double fahrenheit) => (fahrenheit - 32) / 1.8;
}
