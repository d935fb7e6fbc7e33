using Reference.Activations;
using Reference.Numerics;

namespace Reference.Backpropagation;

/// <summary>One line of a traced walk-through: the quantity, such as <c>δᵒ</c>, its formula, the formula with the
/// numbers inserted, the result, the tag of the equation and the row of the notes; and the digits that the notes
/// print. The tag and these digits are empty where there are none.</summary>
public sealed record TraceLine(
    string Quantity, string Formula, string Numbers, double Value, string Equation, string Row, string Printed = "");

/// <summary>A walk-through as the list of its intermediate values, in the order of computation.</summary>
public static class WalkThroughTrace
{
    /// <summary>Every intermediate value of one step. S1-095…S1-103.</summary>
    /// <exception cref="ArgumentException">Sizes that do not fit, a rate that is not positive, or a number that is not
    /// finite.</exception>
    public static IReadOnlyList<TraceLine> Lines(WalkThrough t)
    {
        Require.NotEmpty(t.X.Length, "inputs");
        Require.SameLength(t.X.Length, "inputs", t.w.Length, "weights");
        Require.Finite([.. t.X, .. t.w, t.W, t.Y], "the walk-through");
        Require.Positive(t.η, "η");
        WalkThrough after = t.After, n = WalkThrough.OfTheNotes;
        double dz = Activation.Sigmoid.Derivative(t.Z), dh = Activation.Sigmoid.Derivative(t.H);
        int[] inputs = [.. Enumerable.Range(0, t.X.Length)];
        TraceLine[] lines =
        [
            new("h", "Σᵢ wᵢxᵢ", string.Join(" + ", t.w.Zip(t.X, (w, x) => $"{N(w)}·{N(x)}")), t.H, "(8.12)", "S1-096",
                "−0.02"),
            new("a", "σ(h)", $"σ({N(t.H)})", t.A, "(8.12)", "S1-097", "0.495"),
            new("z", "W·a", $"{N(t.W)}·{N(t.A)}", t.Z, "(8.12)", "S1-098"),
            new("ŷ", "σ(z)", $"σ({N(t.Z)})", t.Ŷ, "(8.12)", "S1-098", "0.512"),
            new("E", "½(y − ŷ)²", $"½({N(t.Y)} − {N(t.Ŷ)})²", t.E, "", "S1-103"),
            new("σ′(z)", "ŷ(1 − ŷ)", $"{N(t.Ŷ)}·{N(1 - t.Ŷ)}", dz, "(8.13)", "S1-104"),
            new("δᵒ", "(y − ŷ)σ′(z)", $"{N(t.Y - t.Ŷ)}·{N(dz)}", t.OutputError, "(8.13)", "S1-099", "0.122"),
            new("σ′(h)", "a(1 − a)", $"{N(t.A)}·{N(1 - t.A)}", dh, "(8.14)", "S1-100"),
            new("δʰ", "W δᵒ σ′(h)", $"{N(t.W)}·{N(t.OutputError)}·{N(dh)}", t.HiddenError, "(8.14)", "S1-100",
                "0.003"),
            new("ΔW", "η δᵒ a", $"{N(t.η)}·{N(t.OutputError)}·{N(t.A)}", t.OutputStep, "(8.15)", "S1-101", "0.0302"),
            .. inputs.Select(i => new TraceLine($"Δw{Index(i)}", $"η δʰ x{Index(i)}",
                $"{N(t.η)}·{N(t.HiddenError)}·{N(t.X[i])}", t.InputSteps[i], "(8.15)", "S1-102",
                i == 0 ? "0.00015" : "0.00045, which should be 0.00046")),
            new("W′", "W + ΔW", $"{N(t.W)} + {N(t.OutputStep)}", after.W, "(8.16)", "S1-103"),
            .. inputs.Select(i => new TraceLine($"w{Index(i)}′", $"w{Index(i)} + Δw{Index(i)}",
                $"{N(t.w[i])} + {N(t.InputSteps[i])}", after.w[i], "(8.16)", "S1-103")),
            new("ŷ′", "forward again", "with W′ and w′", after.Ŷ, "(8.12)", "S1-103"),
            new("E′", "½(y − ŷ′)²", $"½({N(t.Y)} − {N(after.Ŷ)})²", after.E, "", "S1-103"),
        ];
        return t.X.SequenceEqual(n.X) && t.w.SequenceEqual(n.w) && (t.W, t.Y, t.η) == (n.W, n.Y, n.η)
            ? lines
            : [.. lines.Select(l => l with { Printed = "" })];
    }

    /// <summary>A number with a true minus and at most so many significant digits.</summary>
    public static string N(double value, int digits = 7) =>
        value.ToString($"G{digits}").Replace("E-", "e-").Replace("E+", "e+").Replace("-", "−").Replace("e−", "e-");

    private static string Index(int i) =>
        string.Concat((i + 1).ToString().Select(digit => (char)('₀' + (digit - '0'))));
}
