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
        var reader = new Reader(figure);
        return new FigureFingerprint(Plotting.Theme.Version, $"{Hash(reader.Words):x16}",
            reader.Numbers.ToDictionary(list => list.Key, list => Project(list.Value), StringComparer.Ordinal));
    }

    /// <summary>The characters of a figure's texts that the typeface cannot draw.</summary>
    public static string Missing(Figure figure) =>
        string.Concat(new Reader(figure).Words.SelectMany(MathText.Missing).Distinct());

    /// <summary>The first difference, or null. Lists of numbers are compared relative to their largest.</summary>
    public string? DifferenceFrom(FigureFingerprint other)
    {
        ArgumentNullException.ThrowIfNull(other);
        string Shown(string key, FigureFingerprint of) => string.Join(", ", of.Numbers.GetValueOrDefault(key, []));
        string? lists = Numbers.Keys.Union(other.Numbers.Keys).FirstOrDefault(key =>
            !Agree(Numbers.GetValueOrDefault(key, []), other.Numbers.GetValueOrDefault(key, [])));
        return Theme != other.Theme ? $"the theme: {Theme} and {other.Theme}"
            : lists is not null ? $"the numbers of {lists}: [{Shown(lists, this)}] and [{Shown(lists, other)}]"
            : Words != other.Words ? $"texts or styles: hash {Words} and {other.Words}"
            : null;
    }

    /// <summary>The fingerprints of named figures as JSON, a line for each list of numbers.</summary>
    public static string ToJson(IEnumerable<KeyValuePair<string, FigureFingerprint>> figures)
    {
        static string Lists(FigureFingerprint of) => string.Join(",\n", of.Numbers.Select(list =>
            $"    {JsonSerializer.Serialize(list.Key)}: {JsonSerializer.Serialize(list.Value)}"));
        return $"{{\n{string.Join(",\n", figures.OrderBy(figure => figure.Key, StringComparer.Ordinal).Select(f =>
            $"  {JsonSerializer.Serialize(f.Key)}: {{ \"theme\": {f.Value.Theme}, \"words\": \"{f.Value.Words}\", "
                + $"\"numbers\": {{\n{Lists(f.Value)}\n  }} }}"))}\n}}\n";
    }

    /// <summary>The fingerprints that <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">Not such a text.</exception>
    public static IReadOnlyDictionary<string, FigureFingerprint> FromJson(string json) =>
        JsonSerializer.Deserialize<Dictionary<string, FigureFingerprint>>(json, JsonSerializerOptions.Web)
        ?? throw new JsonException("Expected the fingerprints of named figures; got null.");

    private static bool Agree(double[] mine, double[] theirs)
    {
        double most = mine.Concat(theirs).Max(Math.Abs);
        return mine.Length == theirs.Length && mine.Zip(theirs).All(pair =>
            Math.Abs(pair.First / 2 - pair.Second / 2) <= Tolerance * most / 2);
    }

    private static double[] Project(List<double> list)
    {
        double Projected(int row) =>
            list.Select((x, i) => x / list.Count * Weight((ulong)(i * Projections + row))).Sum();
        var few = list.Count <= Projections ? list : Enumerable.Range(0, Projections).Select(Projected);
        // Twelve digits say more than the tolerance, and make short files.
        return [.. few.Select(x => double.Parse($"{x:G12}", CultureInfo.InvariantCulture))];
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
        public Reader(Figure figure) => Read(figure, "");

        public List<string> Words { get; } = [];

        public Dictionary<string, List<double>> Numbers { get; } = new(StringComparer.Ordinal);

        private void Read(object? value, string name)
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
                    object?[] all = [.. items.Cast<object?>()];
                    Array.ForEach([.. all.Index()], item =>
                        Read(item.Item, item.Item is Panel or Series ? $"{name} {item.Index}" : name));
                    Words.Add(items is double[,] grid ? $"{grid.GetLength(0)}×{grid.GetLength(1)}" : $"{all.Length}");
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
            bool finite = double.IsFinite(number);
            Numbers.TryAdd(name, []);
            Numbers[name].Add(finite ? number : 0);
            Words.AddRange(finite ? [] : [$"{number} at {Numbers[name].Count}"]);
        }
    }
}
