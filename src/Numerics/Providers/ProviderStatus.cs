namespace Reference.Numerics;

/// <summary>Whether a provider can be used here.</summary>
/// <param name="Name">The name by which it is chosen.</param>
/// <param name="IsAvailable">It can be.</param>
/// <param name="Reason">What it runs on, or what is missing.</param>
public readonly record struct ProviderStatus(string Name, bool IsAvailable, string Reason);
