using Reference.Numerics;

namespace Reference.Perceptrons;

/// <summary>
/// The unit of McCulloch and Pitts (1943), S3-013: binary inputs that excite with weight 1 or forbid outright, and a threshold. It learns nothing; what the
/// notes list beside it (weights, an output function) came with Rosenblatt.
/// </summary>
public static class McCullochPittsUnit
{
    /// <summary>Fires when no inhibitory input is on and at least θ excitatory ones are, (1.1).</summary>
    /// <param name="excitatory">Zeros and ones.</param>
    /// <param name="inhibitory">Zeros and ones; a single one silences the unit.</param>
    /// <param name="θ">The threshold, at least 0.</param>
    /// <returns>0 or 1.</returns>
    /// <exception cref="ArgumentException">An input outside {0, 1}, or θ below 0.</exception>
    public static int Fires(int[] excitatory, int[] inhibitory, int θ)
    {
        Require.Labels(excitatory, 0, 1);
        Require.Labels(inhibitory, 0, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(θ);

        int sum = 0;
        foreach (int x in excitatory)
        {
            sum += x;
        }

        return !inhibitory.Contains(1) && sum >= θ ? 1 : 0; // (1.1)
    }
}
