using Reference.Book;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.RecurrentNetworks;

/// <summary>Statements of the notes about recurrent networks that a counterexample refutes.</summary>
public static class RecurrentClaims
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Claim> All { get; } =
    [
        new("S1-196", "Standard RNN One-to-One: Typically used for classification tasks, where only the final output "
                + "is used to classify an input sequence, such as determining if a text is spam or not.",
            "Many-to-one: many words go in, one answer comes out. One-to-one is a network without time.",
            "A classifier of 7 words returns one column for 7.",
            () => LastOf(7).ColumnCount == 1 && LastOf(1).ColumnCount == 1),
        new("S2-194", "Gradient clipping: Prevents gradients from becoming too small or too large",
            "Only from becoming too large: a short gradient is left as it is.",
            "At the limit 1 a gradient of norm 100 gets the norm 1; one of 10⁻⁶ keeps it.",
            () => Math.Abs(Clipped(100) - 1) < 1e-12 && Clipped(1e-6) == 1e-6),
        new("S3-153", "y_t = σ(W_u h_t + b_u), equation (20), and h_t = σ(…)",
            "y_t = σ_y(W_y h_t + b_y) and σ_h, by the list of symbols below, which has no u and two activations.",
            "With 2 inputs, 3 units and 1 output, the matrix of h is 3 × 3 and that of y 1 × 3: they are two.",
            () => new Jordan(2, 3, 1, new Sequences(1), Initializers.Zero).Parameters[3].Value is var V
                && V.RowCount == 1 && V.ColumnCount == 3,
            ErratumKind.OurText),
        new("S3-154", "y_t = σ(W_u h_t + b_u), equation (21)",
            "y_t = σ_y(W_y h_t + b_y), as in (20).",
            "With 2 inputs, 3 units and 1 output, U_h is 3 × 1 here and W_y 1 × 3.",
            () => new Jordan(2, 3, 1, new Sequences(1), Initializers.Zero).Parameters[1].Value is var U
                && U.RowCount == 3 && U.ColumnCount == 1,
            ErratumKind.OurText),
    ];

    private static MatrixView LastOf(int steps) => new Elman(
        2, 3, new Sequences(steps), Initializers.Constant(0.5)) { Returns = Returns.LastStep }
        .Forward(new MatrixView(2, steps), Mode.Inference);

    private static double Clipped(double gradient)
    {
        var parameter = new Parameter("w", [0]);
        parameter.Gradients[0] = gradient;
        Clipping.ByNorm([parameter], 1);
        return parameter.Gradients[0];
    }
}
