using Reference.Activations;
using Reference.Numerics;

namespace Reference.Backpropagation;

/// <summary>Will a cricketer score a century? Four inputs, five hidden units that have names, one output. S2-074, S2-273.</summary>
public static class CenturyNetwork
{
    /// <summary>What it is told of a player; the notes' formula has a fifth input that their list has not.</summary>
    public static IReadOnlyList<string> Inputs { get; } = ["hand-eye", "diet", "fitness", "height"];

    /// <summary>What the hidden units stand for.</summary>
    public static IReadOnlyList<string> HiddenUnits { get; } = ["Running", "Timing", "Technique", "Muscle", "Luck"];

    /// <summary>The weights into Running that the notes print, for the first three inputs; the rest of the sum is an ellipsis. S2-075. // [3]</summary>
    public static IReadOnlyList<double> RunningWeights { get; } = [0.7, 2.1, 2.7];

    /// <summary>The hidden unit Running as far as it is printed, σ(0.7·hand-eye + 2.1·diet + 2.7·fitness), (8.9). S2-075.</summary>
    /// <exception cref="ArgumentException">A number is not finite.</exception>
    public static double Running(double handEye, double diet, double fitness) =>
        ScalarNetwork.Neuron([.. RunningWeights], 0, Activation.Sigmoid, [handEye, diet, fitness]).A; // (8.9)

    /// <summary>The whole network, 4-5-1: the printed weights, and normal ones of deviation ½ where nothing is printed. S2-074.</summary>
    /// <param name="random">Draws what the notes leave out.</param>
    public static IReadOnlyList<ScalarLayer> Draw(RandomStream random)
    {
        IReadOnlyList<ScalarLayer> drawn = ScalarLayer.Draw(random, Activation.Sigmoid, 1, 0.5, Inputs.Count, HiddenUnits.Count, 1);
        double[,] W = drawn[0].W;
        for (int i = 0; i < RunningWeights.Count; i++)
        {
            W[0, i] = RunningWeights[i];
        }

        CenturyOutput output = CenturyOutput.OfTheNotes;
        var V = new double[1, output.W.Length];
        for (int j = 0; j < output.W.Length; j++)
        {
            V[0, j] = output.W[j];
        }

        return [drawn[0], drawn[1] with { W = V, B = [output.B] }];
    }

    /// <summary>Players whose inputs lie in [−1, 1]; a century is scored by those whose weighted talent is above that of the middle player.</summary>
    /// <returns>Inputs [4 × N] and labels 0 or 1 [1 × N].</returns>
    public static (double[,] X, double[,] Y) Players(RandomStream random, int count)
    {
        double[] talent = new double[count];
        var X = new double[Inputs.Count, count];
        for (int n = 0; n < count; n++)
        {
            for (int i = 0; i < Inputs.Count; i++)
            {
                X[i, n] = random.Uniform(-1, 1);
            }

            talent[n] = 2 * X[0, n] + X[1, n] + 1.5 * X[2, n] * X[3, n];
        }

        double middle = talent.Order().ElementAt(count / 2);
        var Y = new double[1, count];
        for (int n = 0; n < count; n++)
        {
            Y[0, n] = talent[n] >= middle ? 1 : 0;
        }

        return (X, Y);
    }
}
