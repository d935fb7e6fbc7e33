using Xunit;

namespace Reference.Testing;

/// <summary>Bad input must be refused in words that help.</summary>
public static class BadInput
{
    /// <summary>
    /// Asserts that the action throws an <see cref="ArgumentException"/> whose message says all of the parts: what was
    /// expected, and what came.
    /// </summary>
    public static void Refuses(Action action, params string[] parts)
    {
        ArgumentException error = Assert.ThrowsAny<ArgumentException>(action);
        Assert.All(parts, part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
    }
}
