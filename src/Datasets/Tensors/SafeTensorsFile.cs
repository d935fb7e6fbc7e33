using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using MathNet.Numerics.LinearAlgebra;

namespace Reference.Datasets;

/// <summary>
/// A safetensors file, opened for reading: what PyTorch users save with <c>safetensors.torch.save_file</c>. The file is mapped into memory, so opening reads the header only, and a
/// tensor's bytes are fetched when they are asked for.
/// </summary>
public sealed unsafe class SafeTensorsFile : IDisposable
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _start;
    private readonly string _path;
    private readonly Dictionary<string, TensorEntry> _tensors;
    private bool _open = true;

    private SafeTensorsFile(string path, FileStream stream)
    {
        _path = path;
        long length = stream.Length;
        _file = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
        _view = _file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
        _start += _view.PointerOffset;
        try
        {
            long header = SafeTensorsHeader.Length(new ReadOnlySpan<byte>(_start, 8), length, path);
            Header = new ReadOnlySpan<byte>(_start + 8, (int)header).ToArray();
            SafeTensorsHeader parsed = SafeTensorsHeader.Parse(Header, length - 8 - header, path);
            (DataOffset, Length, Metadata, Tensors) = (8 + header, length, parsed.Metadata, parsed.Tensors);
            _tensors = Tensors.ToDictionary(t => t.Name, StringComparer.Ordinal);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>What the header says of each tensor, in its order.</summary>
    public IReadOnlyList<TensorEntry> Tensors { get; }

    /// <summary>Names and values that came with the tensors.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    internal byte[] Header { get; }

    private long DataOffset { get; }

    private long Length { get; }

    /// <summary>Opens a file.</summary>
    /// <exception cref="InvalidDataException">The header is damaged, or does not fit the file.</exception>
    public static SafeTensorsFile Open(string path)
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        if (stream.Length >= 8)
        {
            return new(path, stream);
        }

        stream.Dispose();
        throw Damaged.File(path, "a safetensors header of at least 8 bytes", "fewer");
    }

    /// <summary>The elements of a tensor as doubles; <c>F32</c> is widened.</summary>
    /// <exception cref="ArgumentException">There is no such tensor, or its type is neither <c>F64</c> nor <c>F32</c>.</exception>
    public double[] ReadDoubles(string name)
    {
        if (Entry(name, "F64", "F32").TypeName == "F64")
        {
            return View<double>(name).ToArray();
        }

        ReadOnlySpan<float> narrow = View<float>(name);
        double[] wide = GC.AllocateUninitializedArray<double>(narrow.Length);
        for (int i = 0; i < wide.Length; i++)
        {
            wide[i] = narrow[i];
        }

        return wide;
    }

    /// <summary>The elements of an <c>F32</c> tensor.</summary>
    /// <exception cref="ArgumentException">There is no such tensor, or its type is another.</exception>
    public float[] ReadFloats(string name) => View<float>(name).ToArray();

    /// <summary>The elements of an <c>I64</c> tensor.</summary>
    /// <exception cref="ArgumentException">There is no such tensor, or its type is another.</exception>
    public long[] ReadIntegers(string name) => View<long>(name).ToArray();

    /// <summary>A tensor [rows, columns] as a matrix, or [rows] as a matrix of one column.</summary>
    /// <exception cref="ArgumentException">There is no such tensor, its type is neither <c>F64</c> nor <c>F32</c>, or it has no or more than two dimensions.</exception>
    public Matrix<double> ReadMatrix(string name)
    {
        IReadOnlyList<long> shape = Entry(name, "F64", "F32").Shape;
        return shape.Count is 1 or 2
            ? Matrix<double>.Build.DenseOfRowMajor((int)shape[0], shape.Count == 2 ? (int)shape[1] : 1, ReadDoubles(name))
            : throw new ArgumentException($"Expected '{name}' to have one or two dimensions; got [{string.Join(", ", shape)}].", nameof(name));
    }

    /// <summary>The elements of a tensor where they lie in the mapped file, without a copy. Valid until the file is closed.</summary>
    /// <typeparam name="T">double for <c>F64</c>, float for <c>F32</c>, long for <c>I64</c>.</typeparam>
    /// <exception cref="ArgumentException">There is no such tensor, its type is another, or it has more elements than a span can hold.</exception>
    public ReadOnlySpan<T> View<T>(string name)
        where T : unmanaged
    {
        string type = default(T) switch { double => "F64", float => "F32", long => "I64", _ => throw new ArgumentException($"Expected double, float or long; got {typeof(T).Name}.", nameof(T)) };
        TensorEntry entry = Entry(name, type);
        return entry.Count <= Array.MaxLength
            ? MemoryMarshal.Cast<byte, T>(new ReadOnlySpan<byte>(_start + DataOffset + entry.Begin, checked((int)(entry.End - entry.Begin))))
            : throw new ArgumentException($"Expected '{name}' to have at most {Array.MaxLength} elements; got {entry.Count}.", nameof(name));
    }

    /// <summary>Closes the file; views of it must not be used any more.</summary>
    public void Dispose()
    {
        if (_open)
        {
            _open = false;
            _view.SafeMemoryMappedViewHandle.ReleasePointer();
            _view.Dispose();
            _file.Dispose();
        }
    }

    /// <summary>Everything behind the header, piece by piece.</summary>
    internal void ForEachPiece(Action<ReadOnlySpan<byte>> use)
    {
        const int piece = 1 << 24;
        for (long at = DataOffset; at < Length; at += piece)
        {
            use(new ReadOnlySpan<byte>(_start + at, (int)Math.Min(piece, Length - at)));
        }
    }

    private TensorEntry Entry(string name, params ReadOnlySpan<string> types)
    {
        ArgumentNullException.ThrowIfNull(name);
        ObjectDisposedException.ThrowIf(!_open, this);
        if (!_tensors.TryGetValue(name, out TensorEntry? entry))
        {
            throw new ArgumentException($"Expected one of the tensors of {_path}: {string.Join(", ", Tensors.Select(t => t.Name).Take(20))}; got '{name}'.", nameof(name));
        }

        return types.Contains(entry.TypeName) ? entry : throw new ArgumentException($"Expected '{name}' to be {string.Join(" or ", types!)}; it is {entry.TypeName}.", nameof(name));
    }
}
