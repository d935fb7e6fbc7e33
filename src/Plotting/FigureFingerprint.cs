using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Reference.Plotting;

/// <summary>
/// What a figure shows, in a few numbers: eight random projections of each list of its data, and a hash of its words
/// and styles. Two figures of equal fingerprints are drawn alike by one theme, so a test need not draw.
/// </summary>
/// <param name="Theme">The version of the theme that draws it.</param>
/// <param name="Words">
/// A hash of all that is not a number: texts, types, colours, styles, lengths, and where numbers are not finite.
/// </param>
/// <param name="Numbers">
/// For each named list the numbers themselves, eight at most, or eight projections of them.
/// </param>
public sealed record FigureFingerprint(int Theme, string Words, IReadOnlyDictionary<string, double[]> Numbers)
{
    private const int Projections = 8;
    private const double Tolerance = 1e-9;

    /// <summary>The fingerprint of a figure.</summary>
    public static FigureFingerprint Of(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var reader = new Reader();
        reader.Read(figure, "");
        return new FigureFingerprint(
            Plotting.Theme.Version,
            Hash(reader.Words).ToString("x16", CultureInfo.InvariantCulture),
            reader.Numbers.ToDictionary(list => list.Key, list => Project(list.Value), StringComparer.Ordinal));
    }

    /// <summary>The characters of a figure's texts that the typeface cannot draw.</summary>
    public static string Missing(Figure figure)
    {
        var reader = new Reader();
        reader.Read(figure, "");
        return string.Concat(reader.Words.SelectMany(MathText.Missing).Distinct());
    }

    /// <summary>The first difference, or null. Lists of numbers are compared by norm, to a relative 1e-9.</summary>
    public string? DifferenceFrom(FigureFingerprint other)
    {
        ArgumentNullException.ThrowIfNull(other);
        string? lists = Numbers.Keys.Union(other.Numbers.Keys).FirstOrDefault(key =>
            !Agree(Numbers.GetValueOrDefault(key), other.Numbers.GetValueOrDefault(key)));
        return Theme != other.Theme ? $"the theme: {Theme} and {other.Theme}"
            : lists is not null ? $"the numbers of {lists}: {Shown(lists)} and {other.Shown(lists)}"
            : Words != other.Words ? $"texts or styles: hash {Words} and {other.Words}"
            : null;
    }

    /// <summary>The fingerprints of named figures as JSON, a line for each list of numbers.</summary>
    public static string ToJson(IEnumerable<KeyValuePair<string, FigureFingerprint>> figures)
    {
        IEnumerable<string> entries = figures.OrderBy(figure => figure.Key, StringComparer.Ordinal).Select(Entry);
        return $"{{\n{string.Join(",\n", entries)}\n}}\n";
    }

    /// <summary>The fingerprints that <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">Not such a text.</exception>
    public static IReadOnlyDictionary<string, FigureFingerprint> FromJson(string json) =>
        JsonSerializer.Deserialize<Dictionary<string, FigureFingerprint>>(json, JsonSerializerOptions.Web)
        ?? throw new JsonException("Expected the fingerprints of named figures; got null.");

    private static string Entry(KeyValuePair<string, FigureFingerprint> figure)
    {
        (int theme, string words, IReadOnlyDictionary<string, double[]> numbers) = figure.Value;
        IEnumerable<string> lists = numbers.Select(list =>
            $"    {JsonSerializer.Serialize(list.Key)}: {JsonSerializer.Serialize(list.Value)}");
        string heading = $"{JsonSerializer.Serialize(figure.Key)}: {{ \"theme\": {theme}, \"words\": \"{words}\"";
        return $"  {heading}, \"numbers\": {{\n{string.Join(",\n", lists)}\n  }} }}";
    }

    private string Shown(string key) =>
        Numbers.TryGetValue(key, out double[]? list) ? $"[{string.Join(", ", list)}]" : "none";

    private static bool Agree(double[]? mine, double[]? theirs) =>
        mine is not null && theirs is not null && mine.Length == theirs.Length
        && Norm([.. mine.Zip(theirs, (a, b) => a - b)]) <= Tolerance * Math.Max(Norm(mine), Norm(theirs));

    // Scaled by the largest, so that no square overflows.
    private static double Norm(double[] list)
    {
        double most = list.Select(Math.Abs).DefaultIfEmpty(0).Max();
        return most > 0 ? most * Math.Sqrt(list.Sum(x => x / most * (x / most))) : 0;
    }

    private static double[] Project(List<double> list)
    {
        CultureInfo c = CultureInfo.InvariantCulture;
        double Projected(int row) =>
            list.Select((x, i) => x / list.Count * Weight((ulong)(i * Projections + row))).Sum();
        var few = list.Count <= Projections ? list : Enumerable.Range(0, Projections).Select(Projected);
        // Twelve digits say more than the tolerance, and make short files.
        return [.. few.Select(x => double.Parse(x.ToString("G12", c), c))];
    }

    /// <summary>A number from −1 to 1 for each index, by the finalizer of SplitMix64.</summary>
    private static double Weight(ulong index)
    {
        ulong z = (index + 1) * 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (long)(z ^ (z >> 31)) / 9223372036854775808.0;
    }

    /// <summary>FNV-1a over UTF-16, each word ended by a 0.</summary>
    private static ulong Hash(IEnumerable<string> words) => words
        .SelectMany(word => word.Append('\0'))
        .Aggregate(0xCBF29CE484222325, (hash, c) => (hash ^ c) * 0x100000001B3);

    /// <summary>Reads a figure property by property: numbers under the property's name, all else as words.</summary>
    private sealed class Reader
    {
        public List<string> Words { get; } = [];

        public Dictionary<string, List<double>> Numbers { get; } = new(StringComparer.Ordinal);

        public void Read(object? value, string name)
        {
            switch (value)
            {
                case double or int:
                    Number(Convert.ToDouble(value, CultureInfo.InvariantCulture), name);
                    break;
                case null or string or bool or Enum or Color:
                    Words.Add(value?.ToString() ?? "null");
                    break;
                case ColorMap map:
                    Words.Add(map.Name);
                    break;
                case ITuple tuple:
                    Enumerable.Range(0, tuple.Length).ToList().ForEach(i => Read(tuple[i], name));
                    break;
                case IEnumerable items:
                    int count = 0;
                    foreach (object? item in items)
                    {
                        Read(item, item is Panel or Series ? $"{name} {count}" : name);
                        count++;
                    }

                    Words.Add(items is double[,] grid ? $"{grid.GetLength(0)}×{grid.GetLength(1)}" : $"{count}");
                    break;
                default:
                    Properties(value, name.Length > 0 ? $"{name}." : "");
                    break;
            }
        }

        private void Properties(object value, string prefix)
        {
            Words.Add(value.GetType().Name);
            foreach (PropertyInfo property in value.GetType().GetProperties()
                .Where(property => property.GetIndexParameters().Length == 0)
                .OrderBy(property => property.Name, StringComparer.Ordinal))
            {
                Words.Add(property.Name);
                Read(property.GetValue(value), prefix + property.Name);
            }

            Read((value as GridSeries)?.Values, $"{prefix}Values");
        }

        private void Number(double number, string name)
        {
            List<double> list = Numbers.TryGetValue(name, out List<double>? known) ? known : Numbers[name] = [];
            list.Add(double.IsFinite(number) ? number : 0);
            if (!double.IsFinite(number))
            {
                Words.Add($"{number} at {list.Count}");
            }
        }
    }
}
