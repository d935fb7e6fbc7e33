using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using MathNet.Numerics.Providers.LinearAlgebra;

namespace Reference.Numerics;

/// <summary>
/// The engine that products run on, chosen by name: once at start from the environment variable
/// <c>REFERENCE_PROVIDER</c> (otherwise <c>simd</c>), or later by <see cref="Use"/>. MathNet's matrices follow the
/// choice.
/// </summary>
public static class ComputeProvider
{
    /// <summary>The environment variable that names the provider to start with.</summary>
    public const string Variable = "REFERENCE_PROVIDER";

    private static readonly Lock s_gate = new();
    private static IComputeProvider? s_current;
    private static string? s_failure;

    /// <summary>The provider in use. Programs read it at start, so that a wrong choice is reported at once.</summary>
    /// <exception cref="InvalidOperationException">
    /// The environment variable names a provider that does not exist or is not available.
    /// </exception>
    public static IComputeProvider Current
        => s_current ?? throw new InvalidOperationException($"{Variable}: {s_failure}");

    /// <summary>Every provider, whether it can be used here, and why not.</summary>
    public static IReadOnlyList<ProviderStatus> All
    {
        get
        {
            // To find out whether a native provider is available, MathNet must switch to it for a moment.
            lock (s_gate)
            {
                return [.. ProviderCatalogue.Entries.Select(entry => entry.Status())];
            }
        }
    }

    /// <summary>Switches to another provider. On failure the current one stays in use.</summary>
    /// <param name="name">One of the names in <see cref="All"/>.</param>
    /// <exception cref="ArgumentException">There is no provider of this name.</exception>
    /// <exception cref="InvalidOperationException">
    /// The provider is not available; the message names what is missing and the providers that are available.
    /// </exception>
    public static void Use(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        ProviderEntry entry = ProviderCatalogue.Entries.FirstOrDefault(e => e.Name == name)
            ?? throw new ArgumentException(
                $"There is no provider '{name}'; "
                + $"expected one of {string.Join(", ", ProviderCatalogue.Entries.Select(e => e.Name))}.",
                nameof(name));
        lock (s_gate)
        {
            IComputeProvider provider = entry.Create(out string reason)
                ?? throw new InvalidOperationException(
                    $"The provider '{name}' is not available: {reason}. "
                    + $"Available: {string.Join(", ", All.Where(p => p.IsAvailable).Select(p => p.Name))}.");
            ILinearAlgebraProvider previous = s_current?.LinearAlgebra ?? ManagedLinearAlgebraProvider.Instance;
            try
            {
                LinearAlgebraControl.Provider = provider.LinearAlgebra;
            }
            catch
            {
                LinearAlgebraControl.Provider = previous;
                throw;
            }

            s_current = provider;
        }
    }

    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "Products are fast without a line of set-up in each chapter.")]
    internal static void Start()
    {
        try
        {
            Use(Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } name ? name : "simd");
        }
        catch (Exception failure) when (failure is ArgumentException or InvalidOperationException)
        {
            // Thrown from here it would be wrapped in a TypeInitializationException of the whole assembly.
            s_failure = failure.Message;
        }
    }
}
