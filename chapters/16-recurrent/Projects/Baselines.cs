using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

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
    private readonly Vector<double> φ; // c, φ₁ … φ_p

    /// <summary>Fits order p ≥ 1 to a series of at least 2p + 2 values.</summary>
    public Autoregression(IReadOnlyList<double> series, int order)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentOutOfRangeException.ThrowIfLessThan(order, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(series.Count, 2 * order + 2);
        int rows = series.Count - order;
        Matrix<double> X = Matrix<double>.Build.Dense(
            rows, order + 1, (t, i) => i == 0 ? 1 : series[t + order - i]);
        Vector<double> y = Vector<double>.Build.Dense(rows, t => series[t + order]);
        φ = X.QR().Solve(y); // (16.14)
    }

    /// <summary>c, φ₁ … φ_p.</summary>
    public IReadOnlyList<double> Coefficients => [.. φ];

    /// <summary>Step after step, each forecast an input of the next. // past [t ≥ p] → [horizon]</summary>
    public double[] Forecast(ReadOnlySpan<double> past, int horizon)
    {
        int p = φ.Count - 1;
        double[] values = [.. past[^p..], .. new double[horizon]];
        for (int k = p; k < values.Length; k++)
        {
            values[k] = φ[0];
            for (int i = 1; i <= p; i++)
            {
                values[k] += φ[i] * values[k - i]; // (16.14)
            }
        }

        return values[p..];
    }
}
