using System.Security.Cryptography;
using System.Text;
using MathNet.Numerics.LinearAlgebra;

namespace Reference.Datasets;

/// <summary>
/// Where a training run stands: named tensors and metadata such as the epoch, in a safetensors file that any reader of
/// that format opens. A hash over every byte, kept among the metadata, detects a damaged file; saving keeps the
/// checkpoint before as <c>name.previous</c>, and a failed save leaves everything as it was.
/// </summary>
public sealed class Checkpoint
{
    private const string HashName = "sha256";
    private static readonly string Blank = new('0', 64);

    private readonly Dictionary<string, NamedTensor> _tensors;

    /// <summary>A checkpoint of tensors and metadata.</summary>
    /// <exception cref="ArgumentException">Two tensors have one name, or metadata uses the name of the hash,
    /// sha256.</exception>
    public Checkpoint(IReadOnlyList<NamedTensor> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        Metadata = metadata ?? new Dictionary<string, string>(StringComparer.Ordinal);
        if (Metadata.ContainsKey(HashName))
        {
            throw new ArgumentException(
                $"Expected metadata without the name '{HashName}', which the hash of the file goes by.",
                nameof(metadata));
        }

        _ = SafeTensorsWriter.Header(tensors, Metadata);
        (Tensors, _tensors) = (tensors, tensors.ToDictionary(t => t.Name, StringComparer.Ordinal));
    }

    /// <summary>The tensors, in order.</summary>
    public IReadOnlyList<NamedTensor> Tensors { get; }

    /// <summary>Names and values, such as <c>epoch</c>.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>One tensor.</summary>
    /// <exception cref="ArgumentException">There is none of this name.</exception>
    public NamedTensor this[string name] => _tensors.TryGetValue(name, out NamedTensor? tensor)
        ? tensor
        : throw new ArgumentException($"Expected one of {string.Join(", ", _tensors.Keys.Take(20))}; got '{name}'.",
            nameof(name));

    /// <summary>Saves in place of the checkpoint before, which becomes <c>path.previous</c>. The new file is read back
    /// and checked first.</summary>
    /// <exception cref="IOException">It cannot be written; what was there stays.</exception>
    public void Save(string path)
    {
        var metadata = new Dictionary<string, string>(Metadata, StringComparer.Ordinal) { [HashName] = Blank };
        byte[] header = SafeTensorsWriter.Header(Tensors, metadata);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(header);
        foreach (NamedTensor tensor in Tensors)
        {
            hash.AppendData(tensor.Bytes);
        }

        Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash.GetHashAndReset()))
            .CopyTo(header, PlaceOfHash(header, Blank));
        AtomicFile.Write(path, stream => SafeTensorsWriter.Write(stream, header, Tensors), written =>
            _ = Load(written), previous: PreviousOf(path));
    }

    /// <summary>Loads a checkpoint.</summary>
    /// <exception cref="InvalidDataException">The file is damaged, or no checkpoint.</exception>
    public static Checkpoint Load(string path)
    {
        using SafeTensorsFile file = SafeTensorsFile.Open(path);
        if (!file.Metadata.TryGetValue(HashName, out string? expected) || expected.Length != Blank.Length)
        {
            throw Damaged.File(path, $"a checkpoint, with its '{HashName}' among the metadata", "none");
        }

        byte[] header = file.Header;
        int place = PlaceOfHash(header, expected);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        if (place >= 0)
        {
            Encoding.ASCII.GetBytes(Blank).CopyTo(header, place);
            hash.AppendData(header);
            file.ForEachPiece(hash.AppendData);
        }

        string came = Convert.ToHexStringLower(hash.GetHashAndReset());
        return came == expected
            ? new(
                [.. file.Tensors.Select(entry => Tensor(file, entry, path))],
                file.Metadata.Where(m => m.Key != HashName).ToDictionary(StringComparer.Ordinal))
            : throw Damaged.File(path, $"bytes whose SHA-256 is {expected}", came);
    }

    /// <summary>Loads the checkpoint, or the one before it when the file is damaged or missing.</summary>
    /// <exception cref="InvalidDataException">Neither can be read.</exception>
    /// <exception cref="FileNotFoundException">There is neither.</exception>
    public static Checkpoint LoadNewestGood(string path)
    {
        try
        {
            return Load(path);
        }
        catch (Exception e) when (e is InvalidDataException or FileNotFoundException && File.Exists(PreviousOf(path)))
        {
            return Load(PreviousOf(path));
        }
    }

    private static string PreviousOf(string path) => $"{path}.previous";

    private static int PlaceOfHash(byte[] header, string hash) =>
        header.AsSpan().IndexOf(Encoding.UTF8.GetBytes($"\"{HashName}\":\"{hash}\"")) is >= 0 and int at
            ? at + HashName.Length + 4 : -1;

    private static NamedTensor Tensor(SafeTensorsFile file, TensorEntry entry, string path) => entry.TypeName switch
    {
        "F64" => new(entry.Name, file.ReadDoubles(entry.Name), entry.Shape),
        "F32" => new(entry.Name, file.ReadFloats(entry.Name), entry.Shape),
        "I64" => new(entry.Name, file.ReadIntegers(entry.Name), entry.Shape),
        _ => throw Damaged.File(path, $"F64, F32 or I64 for '{entry.Name}'", entry.TypeName),
    };
}
