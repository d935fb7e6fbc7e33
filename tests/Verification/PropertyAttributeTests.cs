namespace Reference.Verification.Tests;

/// <summary>It sets environment variables that every property reads, so it runs alone.</summary>
[CollectionDefinition(nameof(PropertyAttributeTests), DisableParallelization = true)]
[Collection(nameof(PropertyAttributeTests))]
public class PropertyAttributeTests
{
    private readonly List<double> _drawn = [];

    [Property(Replay = "(5,7)", MaxTest = 25)]
    public void A_property_runs_on_one_instance_of_its_class_with_new_draws(Number x)
    {
        Assert.DoesNotContain(x.Value, _drawn);
        _drawn.Add(x.Value);
    }

    [Theory]
    [InlineData(nameof(LawsThatDoNotHold.Vectors_are_shorter_than_four), "too long")]
    [InlineData(nameof(LawsThatDoNotHold.Numbers_are_negative), "Expected true, got false")]
    [InlineData(nameof(LawsThatDoNotHold.Positive_numbers_are_above_one), "Expected true, got false")]
    public async Task A_law_that_does_not_hold_fails_with_its_seed_and_its_draw(string law, string reason)
    {
        string failure = await FailureOf(law);
        Assert.Contains(reason, failure, StringComparison.Ordinal);
        Assert.Matches(@"Falsifiable, after \d+ tests? \(\d+ shrinks?\) \(\d+,\d+\)", failure);
        Assert.Contains("Original:", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_counterexample_is_shrunk()
    {
        string failure = await FailureOf(nameof(LawsThatDoNotHold.Vectors_are_shorter_than_four));
        Assert.Matches(@"Shrunk:\s+\[(-?\d+(\.\d)?(, )?){4}\]\s", failure);
    }

    [Fact]
    public async Task A_condition_that_is_never_met_fails() =>
        Assert.Contains(
            "exhausted", await FailureOf(nameof(LawsThatDoNotHold.No_draw_meets_the_condition)),
            StringComparison.OrdinalIgnoreCase);

    [Fact]
    public async Task An_argument_without_generator_fails() =>
        Assert.Contains(
            "IDisposable", await FailureOf(nameof(LawsThatDoNotHold.Nothing_can_be_drawn)), StringComparison.Ordinal);

    [Fact]
    public async Task A_replayed_seed_gives_the_same_draw_for_ever() =>
        Assert.Contains(
            "seed 1679446293589480994", await FailureOf(nameof(LawsThatDoNotHold.This_draw_is_repeated)),
            StringComparison.Ordinal);

    [Fact]
    public async Task A_replay_that_cannot_be_read_fails() =>
        Assert.Contains(
            "Expected (seed,gamma)", await FailureOf(nameof(LawsThatDoNotHold.This_replay_cannot_be_read)),
            StringComparison.Ordinal);

    [Fact]
    public async Task Generators_given_to_the_attribute_come_first() =>
        Assert.Matches(@"Original:\s+7\s", await FailureOf(nameof(LawsThatDoNotHold.Seven_is_not_seven)));

    [Fact]
    public async Task MaxTest_is_the_number_of_draws_and_the_environment_raises_it()
    {
        const string law = nameof(LawsThatDoNotHold.The_fourth_draw_fails);
        Assert.Null((await With("REFERENCE_MAX_TESTS", null, () => PropertyRun.Of(law))).Failure);
        Assert.Null((await With("REFERENCE_MAX_TESTS", "2", () => PropertyRun.Of(law))).Failure);
        Assert.Contains(
            "REFERENCE_MAX_TESTS; got many",
            (await With("REFERENCE_MAX_TESTS", "many", () => PropertyRun.Of(law))).Failure,
            StringComparison.Ordinal);
        Assert.Contains(
            "after 4 tests", (await With("REFERENCE_MAX_TESTS", "4", () => PropertyRun.Of(law))).Failure,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seeds_are_those_of_the_methods_name_unless_fresh_ones_are_asked_for()
    {
        const string law = nameof(LawsThatDoNotHold.Vectors_are_shorter_than_four);
        string seed = $"({HashFill.Hash($"{typeof(LawsThatDoNotHold)}.{law}")},";
        string first = await With("REFERENCE_FRESH_SEEDS", null, () => FailureOf(law)),
            second = await With("REFERENCE_FRESH_SEEDS", null, () => FailureOf(law));
        Assert.Contains(seed, first, StringComparison.Ordinal);
        Assert.Equal(first, second);

        string fresh = await With("REFERENCE_FRESH_SEEDS", "1", () => FailureOf(law));
        Assert.DoesNotContain(seed, fresh, StringComparison.Ordinal);
        Assert.Matches(@"shrinks?\) \(\d+,\d+\)", fresh);
        Assert.Contains(
            "seed 1679446293589480994",
            await With("REFERENCE_FRESH_SEEDS", "1", () => FailureOf(nameof(LawsThatDoNotHold.This_draw_is_repeated))),
            StringComparison.Ordinal);
    }

    private static async Task<string> FailureOf(string law)
    {
        string? failure = (await PropertyRun.Of(law).ConfigureAwait(true)).Failure;
        Assert.NotNull(failure);
        return failure;
    }

    private static async Task<T> With<T>(string variable, string? value, Func<Task<T>> run)
    {
        string? before = Environment.GetEnvironmentVariable(variable);
        Environment.SetEnvironmentVariable(variable, value);
        try
        {
            return await run().ConfigureAwait(true);
        }
        finally
        {
            Environment.SetEnvironmentVariable(variable, before);
        }
    }
}
