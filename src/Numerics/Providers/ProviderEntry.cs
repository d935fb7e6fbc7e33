namespace Reference.Numerics;

/// <summary>A provider that can be asked for by name.</summary>
internal abstract record ProviderEntry(string Name)
{
    /// <summary>The provider, or null and the reason why it cannot be had.</summary>
    internal abstract IComputeProvider? Create(out string reason);

    /// <summary>The same without a provider.</summary>
    internal virtual ProviderStatus Status()
    {
        IComputeProvider? provider = Create(out string reason);
        (provider as IDisposable)?.Dispose();
        return new ProviderStatus(Name, provider is not null, reason);
    }
}
