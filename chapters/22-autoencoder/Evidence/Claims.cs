using MathNet.Numerics.LinearAlgebra;
using Reference.Book;
using Reference.Numerics;

namespace Reference.Autoencoders;

/// <summary>Statements of the notes about autoencoders that a counterexample refutes.</summary>
public static class AutoencoderClaims
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Claim> All { get; } = [];
}
