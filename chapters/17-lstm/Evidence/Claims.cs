using Reference.Book;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.RecurrentNetworks;

namespace Reference.LongShortTermMemory;

/// <summary>Lines of the notes about LSTMs that a counterexample refutes.</summary>
public static class LstmClaims
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Claim> All { get; } =
    [
        new("S3-164", "i_t = σ(W_i · [h_{t−1}, x_t] + b_1)",
            "b_i, as W_i beside it and b_f, b_C and b_o in the other equations.",
            "A cell has four biases, one for each gate.",
            () => LstmEquations.Split(new Lstm(2, 3, new Sequences(1), Initializers.Zero).Weights) is var θ
                && new[] { θ.f, θ.i, θ.c, θ.o }.All(gate => gate.b.RowCount == 3),
            ErratumKind.OurText),
        new("S3-168", "history = model.fit(input_train, y_train, batch_size=128, validation_split=0.2)",
            "With epochs=10, as for the SimpleRNN above it: without, Keras trains for one.",
            "20,000 reviews in batches of 128 are 157 steps, a tenth of what the SimpleRNN gets. One epoch on 128 "
                + "drawn "
                + "reviews leaves the loss near ln 2 = 0.693.",
            () => new Batches(new(
                    new ColumnSamples(new double[1, 20_000]), new ColumnSamples(new double[1, 20_000])),
                        128).Count == 157
                && Math.Abs(OneEpoch() - Math.Log(2)) < 0.03,
            ErratumKind.Listing),
    ];

    private static double OneEpoch() => SentimentClassifier.Train(
        Texts.Reviews.Drawn(128, 1), Texts.Reviews.Drawn(16, 2), LstmCells.Lstm, new(8, 1, 16), 1).History.Losses[0];
}
