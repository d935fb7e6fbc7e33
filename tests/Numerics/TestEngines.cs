namespace Reference.Numerics.Tests;

/// <summary>The engines that one test body runs over: each path on one thread, and the best on several.</summary>
internal static class TestEngines
{
    private static readonly Dictionary<string, IComputeProvider> s_engines = Make();

    internal static IEnumerable<string> Names => s_engines.Keys;

    internal static IComputeProvider Named(string name) => s_engines[name];

    private static Dictionary<string, IComputeProvider> Make()
    {
        Dictionary<string, IComputeProvider> engines = [];
        foreach (VectorPath path in VectorPaths.Available)
        {
            engines.Add($"simd {path}", new SimdComputeProvider(path, 1));
        }

        engines.Add("managed", new ManagedComputeProvider());
        engines.Add("simd on three threads", new SimdComputeProvider(VectorPaths.Best, 3));
        if (OpenBlasEntryPoints.Load(out _) is { } blas)
        {
            engines.Add("openblas", new OpenBlasComputeProvider(blas));
        }

        engines.Add("cublas on a stand-in", new CublasComputeProvider(StandInGpu.Library));
        if (CublasEntryPoints.Load(out _) is { } gpu)
        {
            engines.Add("cublas", new CublasComputeProvider(gpu));
        }

        return engines;
    }
}
