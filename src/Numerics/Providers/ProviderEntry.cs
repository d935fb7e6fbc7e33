namespace Reference.Numerics;

/// <summary>A provider that can be chosen by name.</summary>
internal abstract record ProviderEntry(string Name)
{
    /// <summary>The provider, or null and the reason why it is not available.</summary>
    internal abstract IComputeProvider? Create(out string reason);

    /// <summary>Whether the provider is available, without keeping it.</summary>
    internal virtual ProviderStatus Status()
    {
        IComputeProvider? provider = Create(out string reason);
        (provider as IDisposable)?.Dispose();
        return new ProviderStatus(Name, provider is not null, reason);
    }
}
