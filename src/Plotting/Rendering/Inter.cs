using System.Buffers.Binary;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;

namespace Reference.Plotting.Rendering;

/// <summary>The typeface of all figures, Inter, embedded: figures look the same on a machine without a font.</summary>
internal static class Inter
{
    /// <summary>The medium weight: dark enough for small text on a page of 830 pixels.</summary>
    public static SKTypeface Face { get; } = Load("Medium");

    /// <summary>
    /// A face from the one resource of the package's assembly: its length, the length of an index, the index (version,
    /// count, and for each file its name, offset and size), and the files.
    /// </summary>
    private static SKTypeface Load(string weight)
    {
        using Stream assembly = typeof(Inter).Assembly.GetManifestResourceStream("Inter")!;
        using var file = new PEReader(assembly, PEStreamOptions.PrefetchEntireImage);
        int start = file.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress;
        MetadataReader metadata = file.GetMetadataReader();
        ManifestResource faces = metadata.ManifestResources.Select(metadata.GetManifestResource)
            .Single(resource => metadata.GetString(resource.Name) == "!AvaloniaResources");
        BlobReader all = file.GetSectionData(start).GetReader();
        all.Offset = (int)faces.Offset;
        byte[] bytes = all.ReadBytes(all.ReadInt32());
        int first = 4 + BinaryPrimitives.ReadInt32LittleEndian(bytes);
        using var index = new BinaryReader(new MemoryStream(bytes, 8, first - 8), Encoding.UTF8);
        for (int left = index.ReadInt32(); left > 0; left--)
        {
            (string name, int offset, int size) = (index.ReadString(), index.ReadInt32(), index.ReadInt32());
            if (name.EndsWith($"-{weight}.ttf", StringComparison.OrdinalIgnoreCase))
            {
                return SKTypeface.FromData(SKData.CreateCopy(bytes.AsSpan(first + offset, size)));
            }
        }

        throw new InvalidDataException($"The package of Inter has no face {weight}.");
    }
}
