using Reference.Book;
using Reference.LongShortTermMemory;

namespace Reference.GatedRecurrentUnits;

/// <summary>Statements of the notes about the gates of a GRU that their own formulas refute.</summary>
public static class GruClaims
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Claim> All { get; } =
    [
        new("S2-209", "Update Gate zt: Decides how much of the past information to keep.",
            "In the formula for h_t below, z weighs the new content, and 1 − z keeps the past.",
            "With z = 1 nothing of the past is left: h is the candidate; with z = 0 all of it.",
            () => Step(z: 800, r: 0) is var replaced && replaced.h[0] == replaced.n[0] && Step(-800, 0).h[0] == 0.7),
        new("S2-210", "Reset Gate rt: Decides how much of the past information to forget.",
            "How much of it the candidate uses: r = 0 forgets, r = 1 uses all.",
            "With r = 0 the candidate is that of an empty state.",
            () => Step(0, r: -800).n[0] == Step(0, 0, past: 0).n[0] && Step(0, r: 800).n[0] != Step(0, 0, 0).n[0]),
    ];

    // A unit whose gates have fixed scores.
    private static GruStep Step(double z, double r, double past = 0.7)
    {
        Gate Of(double b) => new(new double[1, 2], [b]);
        return ScalarGru.Step(
            new(Of(z), Of(r), new Gate(new[,] { { 0.5, 1 } }, [0]), [0]), [0.3], [past], GruForm.Notes);
    }
}
