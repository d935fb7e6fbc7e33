using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Reference.Numerics;

namespace Reference.Testing;

/// <summary>Installs the compute provider before the first test: <c>simd</c>, or what <c>REFERENCE_PROVIDER</c>
/// names.</summary>
internal static class ProviderAtStart
{
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255",
        Justification =
        "Every test program must run on the provider that was asked for, or say at once that it cannot.")]
    internal static void Install() => _ = ComputeProvider.Current;
}
