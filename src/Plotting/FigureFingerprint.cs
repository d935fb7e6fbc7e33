using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Reference.Plotting;

/// <summary>
/// What a figure shows, in a few numbers: eight projections of each list of its data onto sines, a hash of its words
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
        (List<string> words, Dictionary<string, List<double>> numbers) = Read(figure);
        return new FigureFingerprint(Plotting.Theme.Version, $"{Hash(words):x16}",
            numbers.ToDictionary(list => list.Key, list => Project(list.Value), StringComparer.Ordinal));
    }

    /// <summary>The characters of a figure's texts that the typeface cannot draw.</summary>
    public static string Missing(Figure figure) =>
        string.Concat(Read(figure).Words.SelectMany(MathText.Missing).Distinct());

    /// <summary>The first difference, or null. Lists of numbers are compared relative to their largest.</summary>
    public string? DifferenceFrom(FigureFingerprint other)
    {
        ArgumentNullException.ThrowIfNull(other);
        double[] Mine(string key) => Numbers.GetValueOrDefault(key, []);
        double[] Theirs(string key) => other.Numbers.GetValueOrDefault(key, []);
        string? list = Numbers.Keys.Union(other.Numbers.Keys).FirstOrDefault(key => !Agree(Mine(key), Theirs(key)));
        return Theme != other.Theme ? $"the theme: {Theme} and {other.Theme}"
            : list is not null
            ? $"the numbers of {list}: [{string.Join(", ", Mine(list))}] and [{string.Join(", ", Theirs(list))}]"
            : Words != other.Words ? $"texts or styles: hash {Words} and {other.Words}"
            : null;
    }

    /// <summary>The fingerprints of named figures as JSON, a line for each list of numbers.</summary>
    public static string ToJson(IEnumerable<KeyValuePair<string, FigureFingerprint>> figures) =>
        JsonSerializer.Serialize(figures.OrderBy(figure => figure.Key, StringComparer.Ordinal).ToDictionary(),
            JsonSerializerOptions.Web).Replace("],\"", "],\n\"", StringComparison.Ordinal)
            .Replace("}},\"", "}},\n\n\"", StringComparison.Ordinal) + "\n";

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
        double Projected(int row) => list.Select((x, i) => x / list.Count * Math.Sin((i + 1.0) * (row + 1))).Sum();
        var few = list.Count <= Projections ? list : Enumerable.Range(0, Projections).Select(Projected);
        // Twelve digits say more than the tolerance, and make short files.
        return [.. few.Select(x => double.Parse($"{x:G12}", CultureInfo.InvariantCulture))];
    }

    /// <summary>FNV-1a over UTF-16, each word ended by a 0.</summary>
    private static ulong Hash(IEnumerable<string> words) => words
        .SelectMany(word => word.Append('\0'))
        .Aggregate(0xCBF29CE484222325, (hash, c) => (hash ^ c) * 0x100000001B3);

    /// <summary>Reads a figure property by property: numbers under the property's name, all else as words.</summary>
    private static (List<string> Words, Dictionary<string, List<double>> Numbers) Read(Figure figure)
    {
        List<string> words = [];
        Dictionary<string, List<double>> numbers = new(StringComparer.Ordinal);
        Value(figure, "");
        return (words, numbers);

        void Value(object? value, string name)
        {
            switch (value)
            {
                case double or int:
                    double number = Convert.ToDouble(value, CultureInfo.InvariantCulture);
                    numbers.TryAdd(name, []);
                    numbers[name].Add(double.IsFinite(number) ? number : 0);
                    words.AddRange(double.IsFinite(number) ? [] : [$"{number} at {numbers[name].Count}"]);
                    break;
                case null or string or bool or Enum or Color or ColorMap:
                    words.Add(value?.ToString() ?? "null");
                    break;
                case ITuple tuple:
                    Enumerable.Range(0, tuple.Length).ToList().ForEach(i => Value(tuple[i], name));
                    break;
                case IEnumerable items:
                    object?[] all = [.. items.Cast<object?>()];
                    Array.ForEach([.. all.Index()], item =>
                        Value(item.Item, item.Item is Panel or Series ? $"{name} {item.Index}" : name));
                    words.Add(items is double[,] grid ? $"{grid.GetLength(0)}×{grid.GetLength(1)}" : $"{all.Length}");
                    break;
                default:
                    words.Add(value.GetType().Name);
                    string prefix = name.Length > 0 ? $"{name}." : "";
                    foreach (PropertyInfo property in value.GetType().GetProperties()
                        .Where(property => property.GetIndexParameters().Length == 0)
                        .OrderBy(property => property.Name, StringComparer.Ordinal))
                    {
                        words.Add(property.Name);
                        Value(property.GetValue(value), prefix + property.Name);
                    }

                    Value((value as GridSeries)?.Values, $"{prefix}Values");
                    break;
            }
        }
    }
}
