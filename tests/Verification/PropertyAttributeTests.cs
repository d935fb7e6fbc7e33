using System.Reflection;

namespace Reference.Verification.Tests;

/// <summary>It sets environment variables that every property reads, so it runs alone.</summary>
[CollectionDefinition(nameof(PropertyAttributeTests), DisableParallelization = true)]
[Collection(nameof(PropertyAttributeTests))]
public class PropertyAttributeTests
{
    private readonly List<double> _drawn = [];

    [Property(Replay = "5,7", MaxTest = 25)]
    public void A_property_runs_on_one_instance_of_its_class_with_new_draws(Number x)
    {
        Assert.DoesNotContain(x.Value, _drawn);
        _drawn.Add(x.Value);
    }

    [Property(Replay = "1234567,89", MaxTest = 1)]
    public void A_replayed_seed_gives_the_same_first_draw_for_ever(Seed seed)
    {
        Assert.Equal(1679446293589480994UL, _drawn.Count == 0 ? seed.Value : 1679446293589480994UL);
        _drawn.Add(0);
    }

    [Property(Arbitrary = [typeof(OnlySeven)])]
    public void Generators_given_to_the_attribute_come_first(Number x) => Assert.Equal(7.0, x.Value);

    [Fact]
    public void MaxTest_is_the_number_of_draws_and_the_environment_raises_it()
    {
        Assert.Equal(100, With("REFERENCE_MAX_TESTS", null, () => new PropertyAttribute().MaxTest));
        Assert.Equal(30, With("REFERENCE_MAX_TESTS", "2", () => new PropertyAttribute { MaxTest = 30 }.MaxTest));
        Assert.Equal(5000, With("REFERENCE_MAX_TESTS", "5000", () => new PropertyAttribute { MaxTest = 30 }.MaxTest));
        Assert.Equal(250, With("REFERENCE_MAX_TESTS", "5000",
            () => new PropertyAttribute { MaxTest = 30, Cost = 20 }.MaxTest));
        Assert.Equal(30, With("REFERENCE_MAX_TESTS", "500",
            () => new PropertyAttribute { Cost = 20, MaxTest = 30 }.MaxTest));
        Assert.Equal(50, With("REFERENCE_MAX_TESTS", null, () => PropertyAttribute.AtLeast(50)));
        Assert.Equal(5000, With("REFERENCE_MAX_TESTS", "5000", () => PropertyAttribute.AtLeast(50)));
        Assert.Contains(
            "REFERENCE_MAX_TESTS; got many",
            Assert.Throws<FormatException>(() =>
                With("REFERENCE_MAX_TESTS", "many", () => new PropertyAttribute())).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Seeds_are_those_of_the_methods_name_unless_fresh_ones_are_asked_for()
    {
        string? one = With("REFERENCE_FRESH_SEEDS", null, () => new PropertyAttribute("LawTests.cs", "A_law").Replay);
        Assert.Equal(one, With("REFERENCE_FRESH_SEEDS", null, () =>
            new PropertyAttribute("LawTests.cs", "A_law").Replay));
        Assert.NotEqual(one, With("REFERENCE_FRESH_SEEDS", null, () =>
            new PropertyAttribute("LawTests.cs", "Another").Replay));
        Assert.NotEqual(one, With("REFERENCE_FRESH_SEEDS", null, () =>
            new PropertyAttribute("OtherTests.cs", "A_law").Replay));
        Assert.Null(With("REFERENCE_FRESH_SEEDS", "1", () => new PropertyAttribute("LawTests.cs", "A_law").Replay));

        MethodInfo law = GetType().GetMethod(nameof(A_property_runs_on_one_instance_of_its_class_with_new_draws))!;
        Assert.Equal("5,7", With("REFERENCE_FRESH_SEEDS", null, () =>
            law.GetCustomAttribute<PropertyAttribute>()!.Replay));
    }

    private static T With<T>(string variable, string? value, Func<T> run)
    {
        string? before = Environment.GetEnvironmentVariable(variable);
        Environment.SetEnvironmentVariable(variable, value);
        try
        {
            return run();
        }
        finally
        {
            Environment.SetEnvironmentVariable(variable, before);
        }
    }

    private static class OnlySeven
    {
        public static FsCheck.Arbitrary<Number> Sevens() => Generators.Drawn(_ => new Number(7));
    }
}
