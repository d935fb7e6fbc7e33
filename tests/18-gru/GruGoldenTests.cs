using Reference.LongShortTermMemory.Tests;
using Reference.Networks;

namespace Reference.GatedRecurrentUnits.Tests;

/// <summary>The GRU against PyTorch in float64.</summary>
public class GruGoldenTests
{
    public static TheoryData<string> Names => [.. GatedGoldens.Networks.Select(n => n.Name)];

    // (18.1) (18.2) (18.5) (18.6) (18.7) (18.8) (18.9) (18.10) (18.11) S2-212
    [Theory]
    [MemberData(nameof(Names))]
    public void The_layer_matches_PyTorch(string name) => GatedGoldens.Check(
        "18-gru", GatedGoldens.Networks.Single(n => n.Name == name), false,
        (inputs, units, sequences, reversed) =>
            new Gru(inputs, units, sequences, Initializers.Zero) { Reversed = reversed });
}
