using System.Buffers.Binary;
using System.Text.Json;

namespace Reference.Datasets;

/// <summary>
/// The header of a safetensors file: eight bytes with its length, then JSON that gives for every tensor its type,
/// shape and place. It is checked first: the places must fill the rest of the file without gaps or
/// overlaps, and each must be as long as type and shape say.
/// </summary>
internal sealed record SafeTensorsHeader(IReadOnlyList<TensorEntry> Tensors, IReadOnlyDictionary<string,
    string> Metadata)
{
    /// <summary>The format allows headers of up to 100 MB.</summary>
    public const long LongestHeader = 100_000_000;

    public const string MetadataName = "__metadata__";

    /// <summary>The length of the JSON, checked against the length of the file.</summary>
    public static long Length(ReadOnlySpan<byte> start, long fileLength, string name)
    {
        if (start.Length < 8)
        {
            throw Damaged.File(name, "a safetensors header of at least 8 bytes", $"{start.Length}");
        }

        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(start);
        return length is >= 2 and <= LongestHeader && length <= (ulong)(fileLength - 8)
            ? (long)length
            : throw Damaged.File(name, $"a header length between 2 and {Math.Min(LongestHeader, fileLength - 8)}",
                $"{length}");
    }

    /// <summary>Reads the JSON.</summary>
    /// <param name="json">Without the eight bytes of the length.</param>
    /// <param name="dataLength">Bytes of the file behind the header.</param>
    /// <param name="name">The name of the file in error messages.</param>
    public static SafeTensorsHeader Parse(ReadOnlyMemory<byte> json, long dataLength, string name)
    {
        var tensors = new List<TensorEntry>();
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions
                { AllowDuplicateProperties = false, MaxDepth = 8 });
            foreach (JsonProperty property in document.RootElement.EnumerateObject())
            {
                if (property.Name == MetadataName)
                {
                    metadata = property.Value.EnumerateObject()
                        .ToDictionary(p => p.Name, p => Text(p.Value), StringComparer.Ordinal);
                }
                else
                {
                    tensors.Add(Entry(property, name));
                }
            }
        }
        catch (Exception e) when (
            e is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            throw Damaged.File(name, "a safetensors header in JSON: dtype, shape and data_offsets of every tensor",
                "something else", e);
        }

        CheckPlaces(tensors, dataLength, name);
        return new(tensors, metadata);
    }

    private static TensorEntry Entry(JsonProperty property, string name)
    {
        string type = Text(property.Value.GetProperty("dtype"));
        long[] shape = [.. property.Value.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64())];
        long[] place = [.. property.Value.GetProperty("data_offsets").EnumerateArray()
            .Select(offset => offset.GetInt64())];
        Int128 bits = TensorEntry.BitsOf(type);
        if (bits == 0)
        {
            throw Damaged.File(name, $"a type of safetensors for '{property.Name}'", $"'{Damaged.Excerpt(type)}'");
        }

        foreach (long extent in shape)
        {
            // Two factors below 2⁶³ fit; a product that no file can hold goes no further.
            bits = extent >= 0 && bits >= 0 && bits <= long.MaxValue ? bits * extent : -1;
        }

        return place is [>= 0 and long begin, long end] && begin <= end && bits == 8 * (Int128)(end - begin)
            ? new(property.Name, type, shape, begin, end)
            : throw Damaged.File(
                name, $"{bits} bits for '{property.Name}', {type} [{string.Join(", ", shape)}]",
                    $"data_offsets [{string.Join(", ", place)}]");
    }

    private static string Text(JsonElement value) =>
        value.GetString() ?? throw new JsonException("Expected a text; got null.");

    private static void CheckPlaces(List<TensorEntry> tensors, long dataLength, string name)
    {
        long end = 0;
        foreach (TensorEntry tensor in tensors.OrderBy(t => t.Begin).ThenBy(t => t.End))
        {
            if (tensor.Begin != end)
            {
                throw Damaged.File(name, $"'{tensor.Name}' to begin at {end}, where the tensor before it ends",
                    $"{tensor.Begin}");
            }

            end = tensor.End;
        }

        if (end != dataLength)
        {
            throw Damaged.File(name, $"{end} bytes of tensors, as the header says", $"{dataLength}");
        }
    }
}
