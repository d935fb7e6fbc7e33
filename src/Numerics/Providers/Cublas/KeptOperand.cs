using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Reference.Numerics;

/// <summary>An array whose copy stays on the device until it is disposed.</summary>
internal sealed unsafe class KeptOperand(
    CublasEntryPoints library, Array operand, Action<KeptOperand> drop) : IDisposable
{
    private readonly DeviceBuffer _buffer = new(library);

    internal void Write<T>(ReadOnlySpan<T> values)
        where T : unmanaged
        => _buffer.Write(values);

    /// <summary>The address of the span's copy, if it is a part of this array.</summary>
    internal bool Find<T>(ReadOnlySpan<T> part, out nint address)
        where T : unmanaged
    {
        address = 0;
        if (operand is not T[] whole || !new ReadOnlySpan<T>(whole).Overlaps(part, out int offset) || offset < 0
            || offset + part.Length > whole.Length)
        {
            return false;
        }

        address = (nint)_buffer.Address + (nint)offset * sizeof(T);
        return true;
    }

    internal void Release() => _buffer.Dispose();

    public void Dispose() => drop(this);
}
