using Reference.Numerics;

namespace Reference.Perceptrons;

/// <summary>The unit of McCulloch and Pitts (1943): binary inputs that excite or inhibit, a threshold, no
/// learning.</summary>
public static class McCullochPittsUnit
{
    /// <summary>1 if no inhibitory input is on and at least θ excitatory ones are, else 0, (1.1), S3-013. All inputs
    /// are zeros and ones.</summary>
    /// <exception cref="ArgumentException">An input outside {0, 1}.</exception>
    public static int Fires(int[] excitatory, int[] inhibitory, int θ)
    {
        Require.Labels([.. excitatory, .. inhibitory], 0, 1, "inputs");
        return !inhibitory.Contains(1) && excitatory.Sum() >= θ ? 1 : 0; // (1.1)
    }
}
