using FsCheck;
using FsCheck.Fluent;

namespace Reference.Verification.Tests;

/// <summary>
/// Abstract, so that a normal run skips them: <see cref="PropertyAttributeTests"/> runs them one by one and watches
/// them fail.
/// </summary>
public abstract class LawsThatDoNotHold
{
    private int _draws;

    [Property]
    public void Vectors_are_shorter_than_four(RandomVector v) => Assert.True(v.Values.Length < 4, "too long");

    [Property]
    public bool Numbers_are_negative(Number x) => x.Value < 0;

    [Property]
    public Property Positive_numbers_are_above_one(Positive x) => (x.Value > 1).When(x.Value < 2);

    [Property]
    public Property No_draw_meets_the_condition(Positive x) => true.When(x.Value < 0);

    [Property]
    public void Nothing_can_be_drawn(IDisposable nothing) => Assert.NotNull(nothing);

    [Property(Replay = "(1234567,89)", MaxTest = 1)]
    public bool This_draw_is_repeated(Seed seed) => seed.Value == 0;

    [Property(Replay = "(1234567)")]
    public bool This_replay_cannot_be_read(Seed seed) => seed.Value > 0;

    [Property(Arbitrary = [typeof(OnlySeven)])]
    public bool Seven_is_not_seven(Number x) => x.Value != 7;

    [Property(MaxTest = 3)]
    public void The_fourth_draw_fails(Seed seed)
    {
        Assert.NotNull(seed);
        Assert.True(++_draws < 4, "fourth draw");
    }

    private static class OnlySeven
    {
        public static Arbitrary<Number> Sevens() => Generators.Drawn(_ => new Number(7));
    }
}
