namespace Reference.Numerics;

/// <summary>Whether a provider can be used here.</summary>
/// <param name="Name">The name by which it is chosen.</param>
/// <param name="IsAvailable">Whether it can be used.</param>
/// <param name="Reason">The library or registers it uses, or what is missing.</param>
public readonly record struct ProviderStatus(string Name, bool IsAvailable, string Reason);
