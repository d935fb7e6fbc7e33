using Reference.Book;
using Reference.Networks;
using Reference.Numerics;

namespace Reference.Autoencoders;

/// <summary>Statements of the notes about autoencoders that a counterexample refutes.</summary>
public static class AutoencoderClaims
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Claim> All { get; } =
    [
        new("S3-176", "L(x, x̄) + L_c(x̄) + L_s(E(x), FF(E(x))) dove con E si indica l'encoder e FF la feed forward "
                + "network.",
            "L_s(y, FF(E(x))): what FF reads from the code is compared with the label y.",
            "With all weights 0 the code E(x) and FF(E(x)) are equal, the best that a comparison of the two can ask "
                + "for; yet FF guesses: its cross-entropy with the labels of two classes is ln 2.",
            () => new LinearMap(3, 2, Initializers.Zero) is var E && new Dense(2, 2, Initializers.Zero) is var FF
                && E.Forward(Matrices.Column(1, -2, 3)) is var z && FF.Forward(z) is var scores
                && scores.Equals(z)
                && Math.Abs(new SoftmaxCrossEntropy().Forward(scores, Matrices.Column(0, 1)) - Math.Log(2)) < 1e-12),
        new("S4-171", "z=auto_encoder_1Dcode.encoder(torch.tensor([1,0,1,0]))",
            "torch.tensor([1.0, 1.0]), two numbers, as AutoEncoder(2, 1) takes them.",
            "The encoder refuses four numbers.",
            () => Refuses(() => Toys.BiasFree(2, 1, new(1)).Encoder.Forward(Matrices.Column(1, 0, 1, 0))),
            ErratumKind.OurText),
    ];

    private static bool Refuses(Action action)
    {
        try
        {
            action();
            return false;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }
}
