using MathNet.Numerics.LinearAlgebra;
using Reference.LinearModels;

namespace Reference.RecurrentNetworks;

/// <summary>Forecasts that every model of a time series has to beat. S3-151.</summary>
public static class Baselines
{
    /// <summary>The last value, at every horizon. // past [t] → [horizon]</summary>
    public static double[] Persistence(ReadOnlySpan<double> past, int horizon)
    {
        var forecast = new double[horizon];
        Array.Fill(forecast, past[^1]);
        return forecast;
    }

    /// <summary>The value one season before. // past [t ≥ period] → [horizon]</summary>
    public static double[] SeasonalNaive(ReadOnlySpan<double> past, int period, int horizon)
    {
        var forecast = new double[horizon];
        for (int k = 0; k < horizon; k++)
        {
            forecast[k] = past[past.Length - period + k % period];
        }

        return forecast;
    }
}

/// <summary>x_t = c + Σ φ_i x_{t−i} + e_t, (16.14), an autoregression fitted by least squares. S3-151.</summary>
public sealed class Autoregression
{
    private readonly double _c;
    private readonly double[] φ; // φ₁ … φ_p

    /// <summary>Fits order p ≥ 1 to a series of at least 2p + 2 values, by (6.20).</summary>
    public Autoregression(IReadOnlyList<double> series, int order)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentOutOfRangeException.ThrowIfLessThan(order, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(series.Count, 2 * order + 2);
        int N = series.Count - order;
        (Matrix<double> W, Matrix<double> b) = NormalEquations.Solve(
            Matrix<double>.Build.Dense(order, N, (i, t) => series[t + order - 1 - i]),
            Matrix<double>.Build.Dense(1, N, (_, t) => series[t + order])); // (16.14)
        (_c, φ) = (b[0, 0], [.. W.Row(0)]);
    }

    /// <summary>c, φ₁ … φ_p.</summary>
    public IReadOnlyList<double> Coefficients => [_c, .. φ];

    /// <summary>Step after step, each forecast an input of the next. // past [t ≥ p] → [horizon]</summary>
    public double[] Forecast(ReadOnlySpan<double> past, int horizon)
    {
        int p = φ.Length;
        double[] values = [.. past[^p..], .. new double[horizon]];
        for (int k = p; k < values.Length; k++)
        {
            values[k] = _c;
            for (int i = 1; i <= p; i++)
            {
                values[k] += φ[i - 1] * values[k - i]; // (16.14)
            }
        }

        return values[p..];
    }
}
