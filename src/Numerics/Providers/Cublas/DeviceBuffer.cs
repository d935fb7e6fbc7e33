namespace Reference.Numerics;

/// <summary>A buffer on the device, as large as the largest matrix so far.</summary>
internal sealed unsafe class DeviceBuffer(CublasEntryPoints library) : IDisposable
{
    private const int ToDevice = 1, ToHost = 2;

    private nuint _bytes;

    internal void* Address { get; private set; }

    /// <summary>Ensures room for so many bytes; growing discards the contents.</summary>
    internal void Reserve(nuint bytes)
    {
        if (bytes > _bytes)
        {
            Dispose();
            void* address;
            CublasException.Check(library.Malloc(&address, bytes), $"cudaMalloc of {bytes} bytes");
            Address = address;
            _bytes = bytes;
        }
    }

    internal void Write<T>(ReadOnlySpan<T> source)
        where T : unmanaged
    {
        nuint bytes = (nuint)source.Length * (nuint)sizeof(T);
        Reserve(bytes);
        fixed (T* from = source)
        {
            CublasException.Check(
                bytes == 0 ? 0 : library.Memcpy(Address, from, bytes, ToDevice),
                $"cudaMemcpy of {bytes} bytes to the device");
        }
    }

    internal void Read<T>(Span<T> target)
        where T : unmanaged
    {
        nuint bytes = (nuint)target.Length * (nuint)sizeof(T);
        fixed (T* to = target)
        {
            CublasException.Check(
                bytes == 0 ? 0 : library.Memcpy(to, Address, bytes, ToHost),
                $"cudaMemcpy of {bytes} bytes from the device");
        }
    }

    public void Dispose()
    {
        if (_bytes > 0)
        {
            library.Free(Address);
            Address = null;
            _bytes = 0;
        }
    }
}
