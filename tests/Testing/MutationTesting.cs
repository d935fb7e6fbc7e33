using Xunit;

namespace Reference.Testing;

/// <summary>What tests do differently while mutants are tried, thousands of times: <c>.ci/mutation</c> sets
/// <c>REFERENCE_MUTATION</c>.</summary>
public static class MutationTesting
{
    /// <summary>Whether mutants are being tried.</summary>
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("REFERENCE_MUTATION") is "1";

    /// <summary>Skips a test that trains, draws or prints for seconds: formulas are to be judged by their own
    /// tests.</summary>
    public static void SkipSlow()
        => Assert.SkipWhen(IsOn, "Takes seconds; mutants are judged by the tests of the formulas.");

    /// <summary>Skips a test that starts another process, which would run without the mutant.</summary>
    public static void SkipChildProcess() => Assert.SkipWhen(IsOn, "A child process runs without the mutant.");
}
