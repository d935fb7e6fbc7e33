using Reference.Datasets;
using Reference.Numerics;
using Reference.Plotting;

namespace Reference.RecurrentNetworks;

/// <summary>A seeded series of 600 values with a trend, a season of 12 and noise that remembers, of which four fifths
/// train; a recurrent network and its three baselines on the rest. S3-151.</summary>
public sealed class ForecastRun
{
    /// <summary>Steps ahead.</summary>
    public const int Horizon = 12;

    private const int Season = 12, Window = 24, Order = 14;

    private ForecastRun(double[] series, int first, IReadOnlyList<Method> methods) =>
        (Series, First, Methods) = (series, first, methods);

    /// <summary>A forecast from the values up to a place. // [t] → [Horizon]</summary>
    public sealed record Method(string Name, Func<double[], double[]> Forecast, Color Color);

    /// <summary>All values.</summary>
    public double[] Series { get; }

    /// <summary>Where the test part begins.</summary>
    public int First { get; }

    /// <summary>The network first, then persistence, seasonal-naive and AR(14).</summary>
    public IReadOnlyList<Method> Methods { get; }

    /// <summary>A series drawn and a network trained from one seed.</summary>
    public static ForecastRun Of(ulong seed, int epochs, CellFactory? cell = null, int units = 24)
    {
        double[] series = SeasonalSeries.Draw(new RandomStream(seed), 600, 0.02, Season, 2, 0.4, 0.6).Values;
        int first = series.Length * 4 / 5;
        double[] training = series[..first];
        var network = new SeriesForecast(
            training, Window, Horizon, cell ?? RecurrentCells.Tanh, units, epochs, seed);
        var linear = new Autoregression(training, Order);
        return new(series, first,
        [
            new("recurrent network", past => network.Forecast(past), Palette.Vermillion),
            new("persistence", past => Baselines.Persistence(past, Horizon), Palette.Grey),
            new("seasonal-naive", past => Baselines.SeasonalNaive(past, Season, Horizon), Palette.Green),
            new($"AR({Order})", past => linear.Forecast(past, Horizon), Palette.Blue),
        ]);
    }

    /// <summary>RMSE by horizon over the test part. // [Horizon]</summary>
    public double[] Errors(Method method) => SeriesForecast.Errors(Series, First, Horizon, method.Forecast);
}
