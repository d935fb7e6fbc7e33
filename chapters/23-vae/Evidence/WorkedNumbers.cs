using Reference.Book;
using Reference.Networks;
using Reference.Numerics;

namespace Reference.VariationalAutoencoders;

/// <summary>The notes print no number of their autoencoder; these follow from its formulas and listings.</summary>
public static class VaeNumbers
{
    private static readonly VariationalAutoencoder s_model = VaeModels.Convolutional(new RandomStream(1));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<WorkedNumber> All { get; } =
    [
        Divergence("(μ, σ²) = (0, 1): the prior itself", "0.0000000000", 0, 1),
        Divergence("(1, 1)", "0.5000000000", 1, 1),
        Divergence("(0, 4)", "0.8068528194", 0, 4),
        Divergence("(0, ¼)", "0.3181471806", 0, 0.25),
        Divergence("(1, 4)", "1.3068528194", 1, 4),
        WorkedNumber.Derived("S3-250", "(34) with the standard deviation 2 for σ; D is 0.8068528194", "0.1534264097",
            () => Misread(2)),
        WorkedNumber.Derived("S3-250", "(34) with the standard deviation ½ for σ; D is 0.3181471806", "0.0965735903",
            () => Misread(0.5)),
        Count("S3-255", "first convolution, 1 → 32", "320", s_model.Encoder, 0),
        Count("S3-255", "second convolution, 32 → 64", "18496", s_model.Encoder, 2),
        Count("S3-255", "Dense(100) of 3,136", "313700", s_model.Encoder, 4),
        WorkedNumber.Derived("S3-255", "parameters of z_mean, and of z_log_var", "5050",
            () => CountOf(((Sequential)s_model.Encoder).Layers[6]) / 2.0),
        WorkedNumber.Derived("S3-255", "parameters of the encoder", "342616", () => CountOf(s_model.Encoder)),
        Count("S3-256", "Dense(3136) of 50", "159936", s_model.Decoder, 0),
        Count("S3-256", "first transposed convolution, 64 → 64", "36928", s_model.Decoder, 2),
        Count("S3-256", "second, 64 → 32", "18464", s_model.Decoder, 4),
        Count("S3-256", "third, 32 → 1", "289", s_model.Decoder, 6),
        WorkedNumber.Derived("S3-256", "parameters of the decoder", "215617", () => CountOf(s_model.Decoder)),
        WorkedNumber.Derived("S3-257", "parameters of both", "558233",
            () => s_model.Parameters.Sum(p => (double)p.Values.Length)),
        WorkedNumber.Derived("S3-258", "running mean of the losses 1, 2, 3", "2", () =>
        {
            var mean = new RunningMean();
            Array.ForEach([1.0, 2, 3], loss => mean.Add(loss));
            return mean.Value;
        }),
    ];

    private static WorkedNumber Divergence(string what, string digits, double μ, double variance) =>
        WorkedNumber.Derived("S3-250", $"D for {what}", digits,
            () => ScalarVae.Divergence([μ], [Math.Log(variance)]));

    private static double Misread(double σ) => 0.5 * (σ + 0 - 1 - Math.Log(σ));

    private static WorkedNumber Count(string row, string what, string digits, ILayer stack, int layer) =>
        WorkedNumber.Derived(row, $"parameters of the {what}", digits,
            () => CountOf(((Sequential)stack).Layers[layer]));

    private static double CountOf(ILayer layer) => layer.Parameters.Sum(p => (double)p.Values.Length);
}
