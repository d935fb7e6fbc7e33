using Reference.Book;

namespace Reference.BoltzmannMachines;

/// <summary>Claims.</summary>
public static class BoltzmannClaims
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Claim> All { get; } = [];
}
