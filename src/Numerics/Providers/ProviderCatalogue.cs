using MathNet.Numerics.Providers.LinearAlgebra;

namespace Reference.Numerics;

/// <summary>The providers by name, in the order in which they are listed.</summary>
internal static class ProviderCatalogue
{
    internal static IReadOnlyList<ProviderEntry> Entries { get; } =
    [
        new ManagedEntry(), new SimdEntry(), new OpenBlasEntry(), new NativeEntry("mkl", "MKL", "Mkl"),
        new NativeEntry("cuda", "CUDA", "Cuda"), new CublasEntry(),
    ];

    private sealed record ManagedEntry() : ProviderEntry("managed")
    {
        internal override IComputeProvider Create(out string reason)
        {
            reason = "MathNet's own products and textbook loops, in C#";
            return new ManagedComputeProvider();
        }
    }

    private sealed record SimdEntry() : ProviderEntry("simd")
    {
        internal override IComputeProvider Create(out string reason)
        {
            reason = $"in C#, registers: {VectorPaths.Best}";
            return new SimdComputeProvider();
        }
    }

    private sealed record OpenBlasEntry() : ProviderEntry("openblas")
    {
        internal override IComputeProvider? Create(out string reason)
            => OpenBlasEntryPoints.Load(out reason) is { } library ? new OpenBlasComputeProvider(library) : null;
    }

    private sealed record CublasEntry() : ProviderEntry("cublas")
    {
        internal override IComputeProvider? Create(out string reason)
            => CublasEntryPoints.Load(out reason) is { } library ? new CublasComputeProvider(library) : null;
    }

    /// <summary>One of MathNet's native providers, which it finds by name when its package is referenced.</summary>
    private sealed record NativeEntry(string Name, string Package, string Prefix) : ProviderEntry(Name)
    {
        internal override IComputeProvider? Create(out string reason)
        {
            string package = $"MathNet.Numerics.Providers.{Package}";
            if (Type.GetType($"{package}.LinearAlgebra.{Prefix}LinearAlgebraControl, {package}") is null)
            {
                reason = $"the package {package} is not referenced";
                return null;
            }

            // MathNet makes its native providers only by switching to them.
            ILinearAlgebraProvider before = LinearAlgebraControl.Provider;
            try
            {
                if (Name == "mkl" ? LinearAlgebraControl.TryUseNativeMKL() : LinearAlgebraControl.TryUseNativeCUDA())
                {
                    reason = $"{LinearAlgebraControl.Provider}";
                    return new MathNetComputeProvider(Name, LinearAlgebraControl.Provider);
                }

                reason = $"the native library of {package} could not be loaded";
                return null;
            }
            finally
            {
                LinearAlgebraControl.Provider = before;
            }
        }
    }
}
