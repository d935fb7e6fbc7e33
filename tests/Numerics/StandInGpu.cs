using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Reference.Numerics.Tests;

/// <summary>
/// A stand-in for the CUDA libraries with the same entry points: "device memory" is blocks of its own, kernels refuse
/// addresses outside them as a device would, and the products follow cuBLAS' documentation.
/// </summary>
internal static unsafe class StandInGpu
{
    private const int InvalidValue = 7;

    private static readonly Dictionary<nint, nuint> s_blocks = [];

    internal static int Copies { get; private set; }

    internal static int LiveBlocks => s_blocks.Count;

    internal static CublasEntryPoints Library { get; } = new()
    {
        GetDeviceCount = &GetDeviceCount,
        Malloc = &Malloc,
        Free = &Free,
        Memcpy = &Memcpy,
        Create = &Create,
        Destroy = &Destroy,
        Dgemm = &Dgemm,
        Sgemm = &Sgemm,
    };

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int GetDeviceCount(int* count)
    {
        *count = 1;
        return 0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Malloc(void** pointer, nuint bytes)
    {
        *pointer = NativeMemory.Alloc(bytes);
        s_blocks.Add((nint)(*pointer), bytes);
        return 0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Free(void* pointer)
    {
        if (!s_blocks.Remove((nint)pointer))
        {
            return InvalidValue;
        }

        NativeMemory.Free(pointer);
        return 0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Memcpy(void* target, void* source, nuint bytes, int kind)
    {
        // 1: host to device, 2: device to host.
        if (kind is not (1 or 2) || IsDevice(target, bytes) != (kind == 1) || IsDevice(source, bytes) != (kind == 2))
        {
            return InvalidValue;
        }

        Copies++;
        System.Buffer.MemoryCopy(source, target, bytes, bytes);
        return 0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Create(nint* handle)
    {
        *handle = 4711;
        return 0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Destroy(nint handle) => handle == 4711 ? 0 : InvalidValue;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Dgemm(
        nint handle, int transA, int transB, int m, int n, int k, double* alpha, double* a, int lda, long strideA,
        double* b, int ldb, long strideB,
        double* beta, double* c, int ldc, long strideC, int count)
        => Strided(
            handle, transA, transB, m, n, k, *alpha, a, lda, strideA, b, ldb, strideB, *beta, c, ldc, strideC, count);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Sgemm(
        nint handle, int transA, int transB, int m, int n, int k, float* alpha, float* a, int lda, long strideA,
        float* b, int ldb, long strideB,
        float* beta, float* c, int ldc, long strideC, int count)
        => Strided(
            handle, transA, transB, m, n, k, *alpha, a, lda, strideA, b, ldb, strideB, *beta, c, ldc, strideC, count);

    private static int Strided<T>(
        nint handle, int transA, int transB, int m, int n, int k, T alpha, T* a, int lda, long strideA, T* b, int ldb,
        long strideB, T beta, T* c, int ldc,
        long strideC, int count)
        where T : unmanaged, System.Numerics.INumber<T>
    {
        bool dimensions = m > 0 && n > 0 && k > 0 && count > 0 && lda >= (transA == 0 ? m : k)
            && ldb >= (transB == 0 ? k : n) && ldc >= m;
        if (handle != 4711 || transA is not (0 or 1) || transB is not (0 or 1) || !dimensions)
        {
            return InvalidValue;
        }

        for (int l = 0; l < count; l++)
        {
            T* x = a + l * strideA, y = b + l * strideB, z = c + l * strideC;
            if (!Holds(x, lda, transA == 0 ? m : k, transA == 0 ? k : m)
                || !Holds(y, ldb, transB == 0 ? k : n, transB == 0 ? n : k) || !Holds(z, ldc, m, n))
            {
                return InvalidValue;
            }

            for (int i = 0; i < m; i++)
            {
                for (int j = 0; j < n; j++)
                {
                    T sum = T.Zero;
                    for (int p = 0; p < k; p++)
                    {
                        T* left = x + (transA == 0 ? i + (long)p * lda : p + (long)i * lda);
                        T* right = y + (transB == 0 ? p + (long)j * ldb : j + (long)p * ldb);
                        sum += *left * *right;
                    }

                    T* place = z + i + (long)j * ldc;
                    *place = T.IsZero(beta) ? alpha * sum : alpha * sum + beta * *place;
                }
            }
        }

        return 0;
    }

    private static bool Holds<T>(T* matrix, int leading, int rows, int columns)
        where T : unmanaged
        => IsDevice(matrix, (nuint)(((columns - 1L) * leading + rows) * sizeof(T)));

    private static bool IsDevice(void* address, nuint bytes)
    {
        foreach (var (begin, length) in s_blocks)
        {
            if ((nint)address >= begin && (nuint)((nint)address - begin) + bytes <= length)
            {
                return true;
            }
        }

        return false;
    }
}
