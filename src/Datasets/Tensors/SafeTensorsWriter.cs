using System.Buffers.Binary;
using System.Text.Json;

namespace Reference.Datasets;

/// <summary>Writes safetensors files, so that PyTorch users can open our weights.</summary>
public static class SafeTensorsWriter
{
    /// <summary>Writes tensors and metadata; the file replaces an older one only when it is complete.</summary>
    /// <param name="path">The file.</param>
    /// <param name="tensors">Written in this order, each name once.</param>
    /// <param name="metadata">Names and values that travel along; may be null.</param>
    /// <exception cref="ArgumentException">Two tensors have one name, or one has the name that metadata goes
    /// by.</exception>
    public static void Write(string path, IReadOnlyList<NamedTensor> tensors, IReadOnlyDictionary<string,
        string>? metadata = null)
    {
        byte[] header = Header(tensors, metadata ?? new Dictionary<string, string>(StringComparer.Ordinal));
        AtomicFile.Write(path, stream => Write(stream, header, tensors));
    }

    /// <summary>The JSON, padded with blanks to a multiple of eight so that the tensors lie aligned.</summary>
    internal static byte[] Header(IReadOnlyList<NamedTensor> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        if (tensors.Select(t => t.Name)
            .Append(SafeTensorsHeader.MetadataName)
            .GroupBy(n => n, StringComparer.Ordinal)
            .FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new ArgumentException(
                $"Expected every name once and none to be {SafeTensorsHeader.MetadataName}; got '{twice.Key}' twice.",
                nameof(tensors));
        }

        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            if (metadata.Count > 0)
            {
                json.WriteStartObject(SafeTensorsHeader.MetadataName);
                foreach ((string key, string value) in metadata)
                {
                    json.WriteString(key, value);
                }

                json.WriteEndObject();
            }

            long at = 0;
            foreach (NamedTensor tensor in tensors)
            {
                json.WriteStartObject(tensor.Name);
                json.WriteString("dtype", tensor.Type.ToString());
                WriteNumbers(json, "shape", tensor.Shape);
                WriteNumbers(json, "data_offsets", [at, at + tensor.Bytes.Length]);
                json.WriteEndObject();
                at += tensor.Bytes.Length;
            }

            json.WriteEndObject();
        }

        while (bytes.Length % 8 != 0)
        {
            bytes.WriteByte((byte)' ');
        }

        return bytes.Length <= SafeTensorsHeader.LongestHeader
            ? bytes.ToArray()
            : throw new ArgumentException(
                $"Expected names and metadata of at most {SafeTensorsHeader.LongestHeader} bytes; got "
                    + $"{bytes.Length}.", nameof(metadata));
    }

    internal static void Write(Stream stream, byte[] header, IReadOnlyList<NamedTensor> tensors)
    {
        Span<byte> length = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        stream.Write(length);
        stream.Write(header);
        foreach (NamedTensor tensor in tensors)
        {
            stream.Write(tensor.Bytes);
        }
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, IReadOnlyList<long> numbers)
    {
        json.WriteStartArray(name);
        foreach (long number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }
}
