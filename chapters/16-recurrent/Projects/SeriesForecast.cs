using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.RecurrentNetworks;

/// <summary>
/// A recurrent network that reads the last T values of a series and forecasts the next ones at once: many-to-one.
/// Inputs and outputs are differences from the last value of the window, in units of their spread over the training
/// part, so that a trend needs no values that the network has never seen. S3-151.
/// </summary>
public sealed class SeriesForecast
{
    private readonly Trainer _trainer;
    private readonly int _window, _horizon;
    private readonly double _scale;

    /// <summary>Trains on windows of a series by Adam at 0.003, batches of 32.</summary>
    public SeriesForecast(
        IReadOnlyList<double> series, int window, int horizon, CellFactory cell, int units, int epochs, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentOutOfRangeException.ThrowIfLessThan(window, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(series.Count, window + horizon);
        (_window, _horizon) = (window, horizon);
        double[] values = [.. series];
        _scale = Math.Sqrt(Enumerable.Range(horizon, values.Length - horizon)
            .Average(t => Math.Pow(values[t] - values[t - horizon], 2)));
        int N = values.Length - window - horizon + 1;
        Matrix<double> X = Matrix<double>.Build.Dense(window, N), Y = Matrix<double>.Build.Dense(horizon, N);
        for (int n = 0; n < N; n++)
        {
            double last = values[n + window - 1];
            X.SetColumn(n, Scaled(values.AsSpan(n, window), last));
            Y.SetColumn(n, Scaled(values.AsSpan(n + window, horizon), last));
        }

        var random = new RandomStream(seed);
        var sequences = new Sequences(window);
        var network = new Sequential(
            new SplitSteps(1, sequences), cell(1, units, sequences, random, Returns.LastStep),
            new Dense(units, horizon, Initializers.Xavier(random)));
        var adam = new Adam(network.Parameters, 0.003);
        _trainer = new Trainer(network, new MeanSquaredError(), new ClippedOptimizer(adam, 1));
        Losses = _trainer.Fit(new(new ColumnSamples(X), new ColumnSamples(Y)), epochs, 32, random, after:
        [
            (done, _) =>
            {
                adam.LearningRate = 0.003 * 0.5 * (1 + Math.Cos(Math.PI * done / epochs));
                return true;
            },
        ]).Losses;
    }

    /// <summary>The training losses. // [epochs]</summary>
    public double[] Losses { get; }

    /// <summary>The values after a window. // past [t ≥ T] → [horizon]</summary>
    public double[] Forecast(ReadOnlySpan<double> past)
    {
        double last = past[^1];
        Matrix<double> X = Matrix<double>.Build.Dense(_window, 1, Scaled(past[^_window..], last));
        return [.. _trainer.Predict(X).Column(0).Select(v => last + _scale * v)];
    }

    /// <summary>RMSE at horizons 1, 2, … of a forecast from every place of a series after the first so many
    /// values. // [horizon]</summary>
    public static double[] Errors(
        double[] series, int first, int horizon, Func<double[], double[]> forecast)
    {
        var squares = new double[horizon];
        int N = series.Length - horizon - first + 1;
        for (int n = 0; n < N; n++)
        {
            double[] made = forecast(series[..(first + n)]);
            for (int k = 0; k < horizon; k++)
            {
                squares[k] += Math.Pow(made[k] - series[first + n + k], 2) / N;
            }
        }

        return [.. squares.Select(Math.Sqrt)];
    }

    private double[] Scaled(ReadOnlySpan<double> values, double last)
    {
        var scaled = new double[values.Length];
        for (int i = 0; i < scaled.Length; i++)
        {
            scaled[i] = (values[i] - last) / _scale;
        }

        return scaled;
    }
}
