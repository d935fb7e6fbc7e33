namespace Reference.Datasets;

/// <summary>
/// The error for a damaged file: its name, what was expected and what was found. Always an
/// <see cref="InvalidDataException"/>.
/// </summary>
internal static class Damaged
{
    public static InvalidDataException File(string name, string expected, string came) =>
        new($"{name}: expected {expected}; got {came}.");

    public static InvalidDataException File(string name, string expected, string came, Exception cause) =>
        new($"{name}: expected {expected}; got {came}.", cause);

    /// <summary>The beginning of a text, short enough for a message.</summary>
    public static string Excerpt(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
