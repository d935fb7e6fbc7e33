using System.Runtime.InteropServices;

namespace Reference.Numerics;

/// <summary>
/// Pointers to the functions of the CUDA runtime and of cuBLAS that are called, in the installed libraries or in a
/// stand-in for tests. All return a status, 0 for success.
/// </summary>
internal sealed unsafe class CublasEntryPoints
{
    private static readonly string[] s_runtimes =
    [
        "libcudart.so.13", "libcudart.so.12", "libcudart.so.11.0", "libcudart.so",
        "cudart64_13.dll", "cudart64_12.dll", "cudart64_110.dll",
    ];
    private static readonly string[] s_blases =
    [
        "libcublas.so.13", "libcublas.so.12", "libcublas.so.11", "libcublas.so",
        "cublas64_13.dll", "cublas64_12.dll", "cublas64_11.dll",
    ];

    /// <summary>cudaGetDeviceCount(count).</summary>
    internal required delegate* unmanaged[Cdecl]<int*, int> GetDeviceCount { get; init; }

    /// <summary>cudaMalloc(pointer, bytes).</summary>
    internal required delegate* unmanaged[Cdecl]<void**, nuint, int> Malloc { get; init; }

    /// <summary>cudaFree(pointer).</summary>
    internal required delegate* unmanaged[Cdecl]<void*, int> Free { get; init; }

    /// <summary>cudaMemcpy(target, source, bytes, kind); returns when the copy is done.</summary>
    internal required delegate* unmanaged[Cdecl]<void*, void*, nuint, int, int> Memcpy { get; init; }

    /// <summary>cublasCreate_v2(handle).</summary>
    internal required delegate* unmanaged[Cdecl]<nint*, int> Create { get; init; }

    /// <summary>cublasDestroy_v2(handle).</summary>
    internal required delegate* unmanaged[Cdecl]<nint, int> Destroy { get; init; }

    /// <summary>
    /// cublasDgemmStridedBatched(handle, transA, transB, m, n, k, α, a, lda, strideA, b, ldb, strideB, β, c, ldc,
    /// strideC, count).
    /// </summary>
    internal required delegate* unmanaged[Cdecl]<
        nint, int, int, int, int, int, double*, double*, int, long, double*, int, long, double*, double*, int, long,
        int, int> Dgemm { get; init; }

    /// <summary>cublasSgemmStridedBatched, likewise for float.</summary>
    internal required delegate* unmanaged[Cdecl]<
        nint, int, int, int, int, int, float*, float*, int, long, float*, int, long, float*, float*, int, long, int,
        int> Sgemm { get; init; }

    /// <summary>Loads the installed libraries, or gives the reason why they cannot be used.</summary>
    internal static CublasEntryPoints? Load(out string reason)
    {
        nint runtime = 0, blas = 0;
        string? runtimeName = Array.Find(s_runtimes, name => NativeLibrary.TryLoad(name, out runtime));
        string? blasName = Array.Find(s_blases, name => NativeLibrary.TryLoad(name, out blas));
        if (runtimeName is null || blasName is null)
        {
            reason = $"no library found; tried {string.Join(", ", runtimeName is null ? s_runtimes : s_blases)}";
            return null;
        }

        CublasEntryPoints? found;
        try
        {
            found = new CublasEntryPoints
            {
                GetDeviceCount = (delegate* unmanaged[Cdecl]<int*, int>)
                    NativeLibrary.GetExport(runtime, "cudaGetDeviceCount"),
                Malloc = (delegate* unmanaged[Cdecl]<void**, nuint, int>)
                    NativeLibrary.GetExport(runtime, "cudaMalloc"),
                Free = (delegate* unmanaged[Cdecl]<void*, int>)NativeLibrary.GetExport(runtime, "cudaFree"),
                Memcpy = (delegate* unmanaged[Cdecl]<void*, void*, nuint, int, int>)
                    NativeLibrary.GetExport(runtime, "cudaMemcpy"),
                Create = (delegate* unmanaged[Cdecl]<nint*, int>)NativeLibrary.GetExport(blas, "cublasCreate_v2"),
                Destroy = (delegate* unmanaged[Cdecl]<nint, int>)NativeLibrary.GetExport(blas, "cublasDestroy_v2"),
                Dgemm = (delegate* unmanaged[Cdecl]<
                    nint, int, int, int, int, int, double*, double*, int, long, double*, int, long, double*, double*,
                    int, long, int, int>)
                    NativeLibrary.GetExport(blas, "cublasDgemmStridedBatched"),
                Sgemm = (delegate* unmanaged[Cdecl]<
                    nint, int, int, int, int, int, float*, float*, int, long, float*, int, long, float*, float*, int,
                    long, int, int>)
                    NativeLibrary.GetExport(blas, "cublasSgemmStridedBatched"),
            };
        }
        catch (EntryPointNotFoundException missing)
        {
            reason = $"{runtimeName} and {blasName} do not offer what is called: {missing.Message}";
            return null;
        }

        int devices = 0;
        int status = found.GetDeviceCount(&devices);
        reason = status == 0 && devices > 0
            ? $"{blasName}, {devices} device(s)"
            : $"{blasName} is there, but the driver reports no device (status {status})";
        return status == 0 && devices > 0 ? found : null;
    }
}
