using System.Reflection;

namespace Reference.Plotting.Rendering;

/// <summary>The typeface of all figures, Inter, embedded: figures look the same on a machine without a font.</summary>
internal static class Inter
{
    /// <summary>The medium weight: dark enough for small text on a page of 830 pixels.</summary>
    public static SKTypeface Face { get; } = Load("Medium");

    /// <summary>
    /// A face from the one resource of the package's assembly: the length of an index, the index (version, count, and
    /// for each file its name, offset and size), and the files.
    /// </summary>
    private static SKTypeface Load(string weight)
    {
        using Stream embedded = typeof(Inter).Assembly.GetManifestResourceStream("Inter")!;
        byte[] assembly = new BinaryReader(embedded).ReadBytes((int)embedded.Length);
        using Stream faces = Assembly.Load(assembly).GetManifestResourceStream("!AvaloniaResources")!;
        using var reader = new BinaryReader(faces);
        (int first, _, int count) = (4 + reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        (string Name, int Offset, int Size)[] index = [.. Enumerable.Range(0, count)
            .Select(_ => (reader.ReadString(), reader.ReadInt32(), reader.ReadInt32()))];
        (_, int offset, int size) = index.Single(file =>
            file.Name.EndsWith($"-{weight}.ttf", StringComparison.Ordinal));
        faces.Position = first + offset;
        return SKTypeface.FromData(SKData.CreateCopy(reader.ReadBytes(size)));
    }
}
