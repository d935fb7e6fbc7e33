using Reference.Activations;

namespace Reference.Backpropagation;

/// <summary>One line of a traced walk-through.</summary>
/// <param name="Quantity">What is computed, such as <c>δᵒ</c>.</param>
/// <param name="Formula">By which formula.</param>
/// <param name="Numbers">The formula with the numbers put in.</param>
/// <param name="Value">What comes out.</param>
/// <param name="Equation">The tag of the equation; empty where it has none.</param>
/// <param name="Row">The row of the notes.</param>
/// <param name="Printed">The digits that the notes print, with the right ones where those are wrong; empty where they print none.</param>
public sealed record TraceLine(string Quantity, string Formula, string Numbers, double Value, string Equation, string Row, string Printed);

/// <summary>A walk-through as the list of its intermediate values, in the order in which they are computed.</summary>
public static class WalkThroughTrace
{
    private static readonly Dictionary<string, string> PrintedDigits = new(StringComparer.Ordinal)
    {
        ["h"] = "−0.02",
        ["a"] = "0.495",
        ["ŷ"] = "0.512",
        ["δᵒ"] = "0.122",
        ["δʰ"] = "0.003",
        ["ΔW"] = "0.0302",
        ["Δw₁"] = "0.00015",
        ["Δw₂"] = "0.00045, which should be 0.00046",
    };

    /// <summary>Every intermediate value of one step. S1-095…S1-103.</summary>
    /// <param name="walk">The network, its record and the learning rate.</param>
    /// <exception cref="ArgumentException">Sizes that do not fit, or a number that is not finite.</exception>
    public static IReadOnlyList<TraceLine> Lines(WalkThrough walk)
    {
        WalkThrough t = walk;
        WalkThrough after = t.After;
        bool notes = Same(t, WalkThrough.OfTheNotes);
        var lines = new List<TraceLine>();
        void Add(string quantity, string formula, string numbers, double value, string equation, string row) =>
            lines.Add(new(quantity, formula, numbers, value, equation, row, notes ? PrintedDigits.GetValueOrDefault(quantity, "") : ""));

        Add("h", "Σᵢ wᵢxᵢ", string.Join(" + ", t.w.Zip(t.X, (w, x) => $"{N(w)}·{N(x)}")), t.H, "(8.16)", "S1-096");
        Add("a", "σ(h)", $"σ({N(t.H)})", t.A, "(8.16)", "S1-097");
        Add("z", "W·a", $"{N(t.W)}·{N(t.A)}", t.Z, "(8.16)", "S1-098");
        Add("ŷ", "σ(z)", $"σ({N(t.Z)})", t.Ŷ, "(8.16)", "S1-098");
        Add("E", "½(y − ŷ)²", $"½({N(t.Y)} − {N(t.Ŷ)})²", t.E, "", "S1-103");
        Add("σ′(z)", "ŷ(1 − ŷ)", $"{N(t.Ŷ)}·{N(1 - t.Ŷ)}", Activation.Sigmoid.Derivative(t.Z), "(8.17)", "S1-104");
        Add("δᵒ", "(y − ŷ)σ′(z)", $"{N(t.Y - t.Ŷ)}·{N(Activation.Sigmoid.Derivative(t.Z))}", t.OutputError, "(8.17)", "S1-099");
        Add("σ′(h)", "a(1 − a)", $"{N(t.A)}·{N(1 - t.A)}", Activation.Sigmoid.Derivative(t.H), "(8.18)", "S1-100");
        Add("δʰ", "W δᵒ σ′(h)", $"{N(t.W)}·{N(t.OutputError)}·{N(Activation.Sigmoid.Derivative(t.H))}", t.HiddenError, "(8.18)", "S1-100");
        Add("ΔW", "η δᵒ a", $"{N(t.η)}·{N(t.OutputError)}·{N(t.A)}", t.OutputStep, "(8.19)", "S1-101");
        for (int i = 0; i < t.X.Length; i++)
        {
            Add($"Δw{Index(i)}", $"η δʰ x{Index(i)}", $"{N(t.η)}·{N(t.HiddenError)}·{N(t.X[i])}", t.InputSteps[i], "(8.19)", "S1-102");
        }

        Add("W′", "W + ΔW", $"{N(t.W)} + {N(t.OutputStep)}", after.W, "(8.20)", "S1-103");
        for (int i = 0; i < t.X.Length; i++)
        {
            Add($"w{Index(i)}′", $"w{Index(i)} + Δw{Index(i)}", $"{N(t.w[i])} + {N(t.InputSteps[i])}", after.w[i], "(8.20)", "S1-103");
        }

        Add("ŷ′", "forward again", "with W′ and w′", after.Ŷ, "(8.16)", "S1-103");
        Add("E′", "½(y − ŷ′)²", $"½({N(t.Y)} − {N(after.Ŷ)})²", after.E, "", "S1-103");
        return lines;
    }

    /// <summary>A number with a true minus.</summary>
    /// <param name="value">The number.</param>
    /// <param name="digits">How many significant digits at most.</param>
    public static string N(double value, int digits = 7) =>
        value.ToString($"G{digits}").Replace("E-", "e-").Replace("E+", "e+").Replace("-", "−").Replace("e−", "e-");

    private static string Index(int i) => string.Concat((i + 1).ToString().Select(digit => (char)('₀' + (digit - '0'))));

    private static bool Same(WalkThrough a, WalkThrough b) => a.X.SequenceEqual(b.X) && a.w.SequenceEqual(b.w) && (a.W, a.Y, a.η) == (b.W, b.Y, b.η);
}
