using Reference.Activations;

namespace Reference.Backpropagation;

/// <summary>Will a cricketer score a century? Four inputs, five named hidden units with weights V [5] into one output
/// with bias C, whose error E = (y − ŷ)² is sent back. S2-074…S2-079, S2-273.</summary>
public sealed record CenturyNetwork(double[] V, double C)
{
    /// <summary>The printed output unit. S2-076.</summary>
    public static CenturyNetwork OfTheNotes { get; } = new([1.1, 3, 4, 2.7, 0.1], 1.2);

    /// <summary>The input features. S2-074.</summary>
    public static IReadOnlyList<string> Inputs { get; } = ["hand-eye", "diet", "fitness", "height"];

    /// <summary>The hidden units. S2-074.</summary>
    public static IReadOnlyList<string> HiddenUnits { get; } = ["Running", "Timing", "Technique", "Muscle", "Luck"];

    /// <summary>The printed weights of Running, of the first three inputs. S2-075. // [3]</summary>
    public static double[] RunningWeights => [0.7, 2.1, 2.7];

    /// <summary>Running = σ(0.7·hand-eye + 2.1·diet + 2.7·fitness), (8.7). S2-075.</summary>
    public static double Running(double handEye, double diet, double fitness) =>
        ScalarNetwork.Neuron(RunningWeights, 0, Activation.Sigmoid, [handEye, diet, fitness]).A; // (8.7)

    /// <summary>ŷ = σ(Σⱼ vⱼhⱼ + c), (8.7). // h [5]. S2-076.</summary>
    public double Output(double[] h) => ScalarNetwork.Neuron(V, C, Activation.Sigmoid, h).A; // (8.7)

    /// <summary>E = (y − ŷ)² of one player; y is 1 for a century, else 0. // h [5]</summary>
    public double Error(double[] h, double y) => (y - Output(h)) * (y - Output(h));

    /// <summary>∂E/∂z = −2(y − ŷ)·ŷ(1 − ŷ), the error term of the output.</summary>
    public double OutputError(double[] h, double y)
    {
        double ŷ = Output(h);
        return -2 * (y - ŷ) * ŷ * (1 - ŷ); // (8.11)
    }

    /// <summary>∂E/∂vⱼ = ∂E/∂ŷ · ∂ŷ/∂vⱼ = −2(y − ŷ)·ŷ(1 − ŷ)·hⱼ, (8.11). // [5]. S2-078, S2-079.</summary>
    public double[] Gradient(double[] h, double y) => [.. h.Select(hⱼ => OutputError(h, y) * hⱼ)]; // (8.11)

    /// <summary>The error terms of the hidden units, ∂E/∂zⱼ = vⱼ ∂E/∂z hⱼ(1 − hⱼ), (8.19). // [5]. S2-273.</summary>
    public double[] HiddenErrors(double[] h, double y) =>
        [.. V.Zip(h, (v, hⱼ) => v * OutputError(h, y) * hⱼ * (1 - hⱼ))]; // (8.19)
}
