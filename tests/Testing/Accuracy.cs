using System.Globalization;
using System.Numerics;
using Reference.Book;
using Reference.Numerics;
using Xunit;

namespace Reference.Testing;

/// <summary>
/// Measures the largest error of a function, in units of the last place, and holds it against the table in the README
/// of <c>src/Numerics</c>.
/// </summary>
public static class Accuracy
{
    /// <summary>
    /// Numbers of every size of which the function makes a number: both signs of mantissas 1 to 2 at each fourth power
    /// of two from the smallest, and numbers spread evenly between the ends and around 0.
    /// </summary>
    public static double[] Inputs(double from, double to, bool single = false)
    {
        var random = new RandomStream(7);
        IEnumerable<double> sizes =
            Enumerable.Range(0, 524).Select(i => Math.ScaleB(random.Uniform(1, 2), 4 * i - 1074));
        IEnumerable<double> x = sizes.SelectMany(v => new[] { v, -v })
            .Concat(random.Uniforms(400, Math.Max(from, -750), Math.Min(to, 750)))
            .Concat(random.Uniforms(400, Math.Max(from, -3), Math.Min(to, 3)))
            .Concat(random.Normals(100).Select(v => 1e-5 * v));
        return [.. x.Select(v => single ? (float)v : v).Where(v => v >= from && v <= to)];
    }

    /// <summary>The largest error of y over x, in ulp, and its x.</summary>
    public static (double Ulps, double X) Worst(
        double[] x, IEnumerable<double> y, Func<double, BigInteger> exact, bool single = false)
            => x.Zip(y, (at, value) => (Exact.Ulps(value, exact(at), single), at)).MaxBy(worst => worst.Item1);

    /// <summary>
    /// The table says this of functions between two ends, at every third input. For a function that crosses 0 an error
    /// counts in ulp of a given size.
    /// </summary>
    public static void AreStated(params (string Name, double From, double To, Func<double, double> F,
        Func<BigInteger, BigInteger> Exact, Func<double, double>? Size)[] rows)
        => Assert.Multiple([.. rows.Select(row => (Action)(() =>
        {
            IEnumerable<double> third = Inputs(row.From, row.To).Where((_, i) => i % 3 == 0);
            IsStated(row.Name, third.Select(x =>
            {
                double y = row.F(x), share = row.Size is null ? 1 : Math.Min(1, Math.Abs(y) / row.Size(x));
                return (share * Exact.Ulps(y, row.Exact(Exact.From(x))), x);
            }).MaxBy(worst => worst.Item1));
        }))]);

    /// <summary>
    /// The table says this: its bound holds, and it is at most a quarter above what is measured, or 0.1.
    /// </summary>
    public static void IsStated(string name, double ulps, string at)
    {
        string[] row = File.ReadLines(Path.Combine(Repository.Root, "src/Numerics/README.md"))
            .Where(line => line.StartsWith($"| {name} |", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)).FirstOrDefault() ?? [];
        double bound = row.Length > 2 && double.TryParse(row[2], CultureInfo.InvariantCulture, out double found)
            ? found
            : double.NaN;
        Assert.True(ulps <= bound && bound <= Math.Max(1.25 * ulps, ulps + 0.1),
            string.Create(CultureInfo.InvariantCulture,
                $"| {name} | {Math.Ceiling(ulps * 100) / 100:0.00} | {at} | is measured; the table has {bound}"));
    }

    /// <inheritdoc cref="IsStated(string, double, string)"/>
    public static void IsStated(string name, (double Ulps, double X) worst)
        => IsStated(name, worst.Ulps, worst.X.ToString("G9", CultureInfo.InvariantCulture));
}
