namespace Reference.Testing;

/// <summary>Seeds of tests: the same in every run unless <c>REFERENCE_FRESH_SEEDS</c> asks for new ones, as the long
/// run does.</summary>
public static class Seeds
{
    /// <summary>Whether this run draws fresh seeds.</summary>
    public static bool Fresh => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("REFERENCE_FRESH_SEEDS"));

    /// <summary>The seed that belongs to a name: its hash, or in a run with fresh seeds a new one.</summary>
    public static ulong Of(string name) => Fresh ? (ulong)Random.Shared.NextInt64() : HashFill.Hash(name);
}
