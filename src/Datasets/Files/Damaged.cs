namespace Reference.Datasets;

/// <summary>
/// The error of a file that is not what it should be: which file, what was expected, what came. Always an
/// <see cref="InvalidDataException"/>.
/// </summary>
internal static class Damaged
{
    public static InvalidDataException File(string name, string expected, string came) =>
        new($"{name}: expected {expected}; got {came}.");

    public static InvalidDataException File(string name, string expected, string came, Exception cause) =>
        new($"{name}: expected {expected}; got {came}.", cause);

    /// <summary>The beginning of what came, short enough for a message.</summary>
    public static string Excerpt(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
