using System.Runtime.InteropServices;

namespace Reference.Numerics;

/// <summary>
/// Pointers to the functions of OpenBLAS that are called, in the system's library or in a stand-in for tests.
/// </summary>
internal sealed unsafe class OpenBlasEntryPoints
{
    private static readonly string[] s_libraries =
    [
        "libopenblas.so.0", "libopenblas.so", "libopenblas.0.dylib", "libopenblas.dylib",
        "libopenblas.dll", "openblas",
    ];

    /// <summary>cblas_dgemm(order, transA, transB, m, n, k, alpha, a, lda, b, ldb, beta, c, ldc).</summary>
    internal required delegate* unmanaged[Cdecl]<
        int, int, int, int, int, int, double, double*, int, double*, int, double, double*, int,
        void> Dgemm { get; init; }

    /// <summary>cblas_sgemm, likewise for float.</summary>
    internal required delegate* unmanaged[Cdecl]<int, int, int, int, int, int, float, float*, int, float*, int, float,
    float*, int, void> Sgemm { get; init; }

    /// <summary>Sets the threads of later calls.</summary>
    internal required delegate* unmanaged[Cdecl]<int, void> SetThreads { get; init; }

    /// <summary>Loads the system's library, or gives the reason why there is none.</summary>
    internal static OpenBlasEntryPoints? Load(out string reason)
    {
        foreach (string name in s_libraries)
        {
            if (!NativeLibrary.TryLoad(name, out nint library))
            {
                continue;
            }

            if (NativeLibrary.TryGetExport(library, "cblas_dgemm", out nint dgemm)
                && NativeLibrary.TryGetExport(library, "cblas_sgemm", out nint sgemm)
                && NativeLibrary.TryGetExport(library, "openblas_set_num_threads", out nint setThreads))
            {
                reason = name;
                return new OpenBlasEntryPoints
                {
                    Dgemm = (
                        delegate* unmanaged[Cdecl]<int, int, int, int, int, int, double, double*, int, double*, int,
                        double, double*, int, void>)dgemm,
                    Sgemm = (
                        delegate* unmanaged[Cdecl]<int, int, int, int, int, int, float, float*, int, float*, int,
                        float, float*, int, void>)sgemm,
                    SetThreads = (delegate* unmanaged[Cdecl]<int, void>)setThreads,
                };
            }

            reason = $"{name} lacks cblas_dgemm, cblas_sgemm or openblas_set_num_threads";
            return null;
        }

        reason = $"no library found; tried {string.Join(", ", s_libraries)} (Debian: apt-get install libopenblas0)";
        return null;
    }
}
