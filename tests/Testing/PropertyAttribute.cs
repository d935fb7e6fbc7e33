using System.Runtime.CompilerServices;

namespace Reference.Testing;

/// <summary>
/// A law that FsCheck tries on random arguments: its <c>[Property]</c> with the project's <see cref="Generators"/> and
/// a fixed seed a method, so that a run repeats bit by bit. <c>REFERENCE_FRESH_SEEDS</c> asks for new seeds (a failure
/// prints the one to put into <c>Replay</c>), <c>REFERENCE_MAX_TESTS</c> for more draws: divided by <see cref="Cost"/>
/// where a draw trains or fills large matrices.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PropertyAttribute : FsCheck.Xunit.PropertyAttribute
{
    private int _least = 100;
    private int _cost = 1;

    /// <summary>The seed is the hash of the method's file and name.</summary>
    public PropertyAttribute([CallerFilePath] string? sourceFilePath = null, [CallerMemberName] string? method = null)
    {
        QuietOnSuccess = true;
        Arbitrary = [typeof(Generators)];
        MaxTest = _least;
        if (!Seeds.Fresh)
        {
            ulong seed = Seeds.Of($"{Path.GetFileNameWithoutExtension(sourceFilePath)}.{method}");
            Replay = $"{seed},{seed | 1}"; // FsCheck wants an odd second number
        }
    }

    /// <summary>How many draws: 100 unless told; <c>REFERENCE_MAX_TESTS</c> raises it.</summary>
    /// <exception cref="FormatException"><c>REFERENCE_MAX_TESTS</c> is not a number.</exception>
    public new int MaxTest
    {
        get => base.MaxTest;
        set => base.MaxTest = Math.Max(_least = value, Raised / _cost);
    }

    /// <summary>What a draw costs, in ordinary draws of a millisecond or less: <c>REFERENCE_MAX_TESTS</c> asks for as
    /// many times fewer.</summary>
    public int Cost
    {
        get => _cost;
        set
        {
            _cost = value;
            MaxTest = _least;
        }
    }

    /// <summary>How many draws <c>REFERENCE_MAX_TESTS</c> asks for, or <paramref name="least"/> where that is more or
    /// nothing is asked.</summary>
    /// <exception cref="FormatException"><c>REFERENCE_MAX_TESTS</c> is not a number.</exception>
    public static int AtLeast(int least) => Math.Max(least, Raised);

    private static int Raised => Environment.GetEnvironmentVariable("REFERENCE_MAX_TESTS") is not
        { Length: > 0 } asked ? 0
        : int.TryParse(asked, out int number) ? number
        : throw new FormatException($"Expected a number of draws in REFERENCE_MAX_TESTS; got {asked}.");
}
