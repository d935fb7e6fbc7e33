using System.Runtime.InteropServices;
using MathNet.Numerics.Providers.LinearAlgebra;

namespace Reference.Numerics;

/// <summary>
/// Products on a GPU by cuBLAS, which stores matrices by columns as we do: shapes, transposes and leading dimensions
/// are passed on as they are. Operands go to the device for each call and C comes back; an operand passed to
/// <see cref="Keep"/> stays there, and one that a whole batch shares is sent once a call. Results agree with the other
/// engines to rounding.
/// </summary>
public sealed unsafe class CublasComputeProvider : IComputeProvider, IDisposable
{
    private readonly CublasEntryPoints _library;
    private readonly Lock _gate = new();
    private readonly DeviceBuffer _a, _b, _c;
    private readonly List<KeptOperand> _kept = [];
    private nint _handle;

    internal CublasComputeProvider(CublasEntryPoints library)
    {
        _library = library;
        nint handle;
        CublasException.Check(library.Create(&handle), "cublasCreate");
        _handle = handle;
        (_a, _b, _c) = (new(library), new(library), new(library));
        LinearAlgebra = new ProductLinearAlgebraProvider(this);
    }

    /// <inheritdoc/>
    public string Name => "cublas";

    /// <inheritdoc/>
    public ILinearAlgebraProvider LinearAlgebra { get; }

    /// <summary>
    /// Copies an operand to the device once: products that read from this array find it there, until the result is
    /// disposed. The array must not change meanwhile: the copy would not follow.
    /// </summary>
    /// <exception cref="ArgumentNullException">The array is missing.</exception>
    public IDisposable Keep<T>(T[] operand)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(operand);
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_handle == 0, this);
            var kept = new KeptOperand(_library, operand, k => Drop(k));
            kept.Write<T>(operand);
            _kept.Add(kept);
            return kept;
        }
    }

    /// <inheritdoc/>
    public void Multiply(
        in GemmShape shape, double alpha, ReadOnlySpan<double> a, ReadOnlySpan<double> b, double beta, Span<double> c)
        => MultiplyBatch(shape, new GemmBatch(1, 0, 0, 0), alpha, a, b, beta, c);

    /// <inheritdoc/>
    public void Multiply(
        in GemmShape shape, float alpha, ReadOnlySpan<float> a, ReadOnlySpan<float> b, float beta, Span<float> c)
        => MultiplyBatch(shape, new GemmBatch(1, 0, 0, 0), alpha, a, b, beta, c);

    /// <inheritdoc/>
    public void MultiplyBatch(
        in GemmShape shape, in GemmBatch batch, double alpha, ReadOnlySpan<double> a, ReadOnlySpan<double> b,
        double beta, Span<double> c)
    {
        GemmBatch.Check(shape, batch, a, b, c);
        if (!HasProducts(shape) || batch.Count == 0)
        {
            Product.MultiplyBatch(VectorPaths.Best, 1, shape, batch, alpha, a, b, beta, c);
            return;
        }

        lock (_gate)
        {
            var (pa, pb, target) = Send(shape, batch, a, b, c);
            CublasException.Check(
                _library.Dgemm(
                    _handle, shape.TransposeA ? 1 : 0, shape.TransposeB ? 1 : 0, shape.M, shape.N, shape.K, &alpha,
                    (double*)pa, shape.LeadingA, batch.StrideA,
                    (double*)pb, shape.LeadingB, batch.StrideB, &beta, (double*)_c.Address, shape.LeadingC,
                    batch.StrideC, batch.Count),
                $"cublasDgemm of {shape}");
            _c.Read(c[..target]);
        }
    }

    /// <inheritdoc/>
    public void MultiplyBatch(
        in GemmShape shape, in GemmBatch batch, float alpha, ReadOnlySpan<float> a, ReadOnlySpan<float> b, float beta,
        Span<float> c)
    {
        GemmBatch.Check(shape, batch, a, b, c);
        if (!HasProducts(shape) || batch.Count == 0)
        {
            Product.MultiplyBatch(VectorPaths.Best, 1, shape, batch, alpha, a, b, beta, c);
            return;
        }

        lock (_gate)
        {
            var (pa, pb, target) = Send(shape, batch, a, b, c);
            CublasException.Check(
                _library.Sgemm(
                    _handle, shape.TransposeA ? 1 : 0, shape.TransposeB ? 1 : 0, shape.M, shape.N, shape.K, &alpha,
                    (float*)pa, shape.LeadingA, batch.StrideA,
                    (float*)pb, shape.LeadingB, batch.StrideB, &beta, (float*)_c.Address, shape.LeadingC,
                    batch.StrideC, batch.Count),
                $"cublasSgemm of {shape}");
            _c.Read(c[..target]);
        }
    }

    /// <summary>Frees the device's memory.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_handle != 0)
            {
                _kept.ForEach(kept => kept.Release());
                _kept.Clear();
                _a.Dispose();
                _b.Dispose();
                _c.Dispose();
                CublasException.Check(_library.Destroy(_handle), "cublasDestroy");
                _handle = 0;
            }
        }
    }

    private static bool HasProducts(in GemmShape shape) => shape is { M: > 0, N: > 0, K: > 0 };

    private void Drop(KeptOperand kept)
    {
        lock (_gate)
        {
            kept.Release();
            _kept.Remove(kept);
        }
    }

    // Operands to the device, and C too: numbers between its columns must come back unchanged, and with β ≠ 0 it is
    // read.
    private (nint A, nint B, int LengthC) Send<T>(
        in GemmShape shape, in GemmBatch batch, ReadOnlySpan<T> a, ReadOnlySpan<T> b, ReadOnlySpan<T> c)
        where T : unmanaged
    {
        ObjectDisposedException.ThrowIf(_handle == 0, this);
        int before = batch.Count - 1;
        int lengthA = before * batch.StrideA + (int)GemmShape.Needed(shape.RowsA, shape.ColumnsA, shape.LeadingA);
        int lengthB = before * batch.StrideB + (int)GemmShape.Needed(shape.RowsB, shape.ColumnsB, shape.LeadingB);
        int lengthC = before * batch.StrideC + (int)GemmShape.Needed(shape.M, shape.N, shape.LeadingC);
        nint pa = OnDevice(a[..lengthA], _a), pb = OnDevice(b[..lengthB], _b);
        _c.Write(c[..lengthC]);
        return (pa, pb, lengthC);
    }

    private nint OnDevice<T>(ReadOnlySpan<T> operand, DeviceBuffer buffer)
        where T : unmanaged
    {
        foreach (KeptOperand kept in CollectionsMarshal.AsSpan(_kept))
        {
            if (kept.Find(operand, out nint address))
            {
                return address;
            }
        }

        buffer.Write(operand);
        return (nint)buffer.Address;
    }
}
