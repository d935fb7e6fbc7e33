using System.IO.MemoryMappedFiles;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using MathNet.Numerics.LinearAlgebra;
using Microsoft.Win32.SafeHandles;

namespace Reference.Datasets;

/// <summary>
/// A safetensors file, opened for reading: what PyTorch users save with <c>safetensors.torch.save_file</c>. Opening
/// reads the header only. Tensors are then read into arrays, or viewed without a copy in the memory-mapped file.
/// </summary>
public sealed unsafe class SafeTensorsFile : IDisposable
{
    private readonly SafeFileHandle _file;
    private readonly string _path;
    private readonly long _length, _dataOffset;
    private readonly Dictionary<string, TensorEntry> _tensors;
    private MemoryMappedFile? _map;
    private MemoryMappedViewAccessor? _view;
    private byte* _data;

    private SafeTensorsFile(string path, SafeFileHandle file)
    {
        (_path, _file, _length) = (path, file, RandomAccess.GetLength(file));
        Span<byte> start = stackalloc byte[8];
        start = start[..RandomAccess.Read(file, start, 0)];
        Header = new byte[SafeTensorsHeader.Length(start, _length, path)];
        _dataOffset = start.Length + Header.Length;
        ReadAt(start.Length, Header);
        SafeTensorsHeader parsed = SafeTensorsHeader.Parse(Header, _length - _dataOffset, path);
        (Metadata, Tensors) = (parsed.Metadata, parsed.Tensors);
        _tensors = Tensors.ToDictionary(t => t.Name, StringComparer.Ordinal);
    }

    /// <summary>The tensors in the order of the header.</summary>
    public IReadOnlyList<TensorEntry> Tensors { get; }

    /// <summary>Names and values that came with the tensors.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    internal byte[] Header { get; }

    /// <summary>Opens a file.</summary>
    /// <exception cref="InvalidDataException">The header is damaged, or does not fit the file.</exception>
    public static SafeTensorsFile Open(string path)
    {
        SafeFileHandle file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        try
        {
            return new(path, file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The elements of a tensor as doubles; <c>F32</c> is widened.</summary>
    /// <exception cref="ArgumentException">There is no such tensor, or its type is neither <c>F64</c> nor
    /// <c>F32</c>.</exception>
    public double[] ReadDoubles(string name)
    {
        if (Entry(name, "F64", "F32").TypeName == "F64")
        {
            return ReadAll<double>(name, "F64");
        }

        float[] narrow = ReadAll<float>(name, "F32");
        double[] wide = GC.AllocateUninitializedArray<double>(narrow.Length);
        TensorPrimitives.ConvertTruncating<float, double>(narrow, wide);
        return wide;
    }

    /// <summary>The elements of an <c>F32</c> tensor.</summary>
    /// <exception cref="ArgumentException">There is no such tensor, or its type is another.</exception>
    public float[] ReadFloats(string name) => ReadAll<float>(name, "F32");

    /// <summary>The elements of an <c>I64</c> tensor.</summary>
    /// <exception cref="ArgumentException">There is no such tensor, or its type is another.</exception>
    public long[] ReadIntegers(string name) => ReadAll<long>(name, "I64");

    /// <summary>A tensor [rows, columns] as a matrix, or [rows] as a matrix of one column.</summary>
    /// <exception cref="ArgumentException">
    /// There is no such tensor, its type is neither <c>F64</c> nor <c>F32</c>, or it has no or more than two
    /// dimensions.
    /// </exception>
    public Matrix<double> ReadMatrix(string name)
    {
        IReadOnlyList<long> shape = Entry(name, "F64", "F32").Shape;
        return shape.Count is 1 or 2
            ? Matrix<double>.Build.DenseOfRowMajor((int)shape[0], shape.Count == 2 ? (int)shape[1] : 1,
                ReadDoubles(name))
            : throw new ArgumentException(
                $"Expected '{name}' to have one or two dimensions; got [{string.Join(", ", shape)}].", nameof(name));
    }

    /// <summary>The elements of a tensor where they lie in the mapped file, without a copy. Valid until the file is
    /// closed.</summary>
    /// <typeparam name="T">double for <c>F64</c>, float for <c>F32</c>, long for <c>I64</c>.</typeparam>
    /// <exception cref="ArgumentException">There is no such tensor, its type is another, or it has more elements than
    /// a span can hold.</exception>
    public ReadOnlySpan<T> View<T>(string name)
        where T : unmanaged
    {
        string type = default(T) switch
        {
            double => "F64",
            float => "F32",
            long => "I64",
            _ => throw new ArgumentException($"Expected double, float or long; got {typeof(T).Name}.", nameof(T)),
        };
        TensorEntry entry = Entry(name, type);
        Map();
        return new ReadOnlySpan<T>(_data + entry.Begin, CountOf(entry));
    }

    /// <summary>Closes the file; views of it must not be used any more.</summary>
    public void Dispose()
    {
        if (_data != null)
        {
            _view!.SafeMemoryMappedViewHandle.ReleasePointer();
            _data = null;
        }

        _view?.Dispose();
        _map?.Dispose();
        _file.Dispose();
    }

    /// <summary>The bytes after the header, in pieces.</summary>
    internal void ForEachPiece(Action<ReadOnlySpan<byte>> use)
    {
        var piece = new byte[Math.Min(1 << 20, _length - _dataOffset)];
        for (long at = _dataOffset; at < _length; at += piece.Length)
        {
            Span<byte> part = piece.AsSpan(0, (int)Math.Min(piece.Length, _length - at));
            ReadAt(at, part);
            use(part);
        }
    }

    private void Map()
    {
        if (_data == null && _length > _dataOffset)
        {
            _map = MemoryMappedFile.CreateFromFile(_file, null, 0, MemoryMappedFileAccess.Read,
                HandleInheritability.None, leaveOpen: true);
            _view = _map.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
            _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _data);
            _data += _view.PointerOffset + _dataOffset;
        }
    }

    private T[] ReadAll<T>(string name, string type)
        where T : unmanaged
    {
        TensorEntry entry = Entry(name, type);
        T[] elements = GC.AllocateUninitializedArray<T>(CountOf(entry));
        // A span of bytes cannot cover a long array of doubles: in pieces.
        const int piece = 1 << 24;
        for (int done = 0; done < elements.Length; done += piece)
        {
            Span<T> part = elements.AsSpan(done, Math.Min(piece, elements.Length - done));
            ReadAt(_dataOffset + entry.Begin + (long)done * sizeof(T), MemoryMarshal.AsBytes(part));
        }

        return elements;
    }

    private void ReadAt(long offset, Span<byte> buffer)
    {
        for (int done = 0, got = -1; done < buffer.Length; done += got)
        {
            got = RandomAccess.Read(_file, buffer[done..], offset + done);
            if (got == 0)
            {
                throw Damaged.File(_path, $"{_length} bytes, as when it was opened",
                    $"the end of the file at {offset + done}");
            }
        }
    }

    private static int CountOf(TensorEntry entry) => entry.Count <= Array.MaxLength
        ? (int)entry.Count
        : throw new ArgumentException(
            $"Expected '{entry.Name}' to have at most {Array.MaxLength} elements; got {entry.Count}.", nameof(entry));

    private TensorEntry Entry(string name, params ReadOnlySpan<string> types)
    {
        ArgumentNullException.ThrowIfNull(name);
        ObjectDisposedException.ThrowIf(_file.IsClosed, this);
        if (!_tensors.TryGetValue(name, out TensorEntry? entry))
        {
            throw new ArgumentException(
                $"Expected one of the tensors of {_path}: {string.Join(", ", Tensors.Select(t => t.Name).Take(20))}; "
                    + $"got '{name}'.", nameof(name));
        }

        return types.Contains(entry.TypeName)
            ? entry
            : throw new ArgumentException(
                $"Expected '{name}' to be {string.Join(" or ", types!)}; it is {entry.TypeName}.", nameof(name));
    }
}
