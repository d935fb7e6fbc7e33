using Reference.Activations;

namespace Reference.LanguageModels;

/// <summary>
/// Learning from ranked answers, and from a reward: on few enough answers to enumerate them. The policy is
/// π = softmax(z), and π₀ is where it began. S1-298, S1-299.
/// </summary>
public static class ScalarAlignment
{
    /// <summary>L = −ln σ(r_w − r_l), (21.15): the better answer shall have the larger reward. S1-298</summary>
    public static double PairLoss(double rw, double rl) => ScalarActivations.Softplus(rl - rw); // (21.15)

    /// <summary>∂L/∂r_w = σ(r_w − r_l) − 1 = −∂L/∂r_l, (21.16), as −σ(r_l − r_w), which does not cancel.</summary>
    public static double PairGradient(double rw, double rl) => -ScalarActivations.Sigmoid(rl - rw); // (21.16)

    /// <summary>KL(π‖π₀) = Σ π ln(π/π₀), (21.17), in nats.</summary>
    public static double Kl(double[] π, double[] π0) =>
        π.Zip(π0, (p, q) => p > 0 ? p * Math.Log(p / q) : 0).Sum(); // (21.17)

    /// <summary>J = Σ π r − β KL(π‖π₀), (21.18): the mean reward less the price of leaving π₀.</summary>
    public static double Objective(double[] z, double[] r, double[] π0, double β)
    {
        double[] π = ScalarActivations.Softmax(z);
        return π.Zip(r, (p, rk) => p * rk).Sum() - β * Kl(π, π0); // (21.18)
    }

    /// <summary>∂J/∂z_k = π_k (a_k − Σ π a), a = r − β ln(π/π₀), (21.19): exact. // z, r, π₀ [K]</summary>
    public static double[] Gradient(double[] z, double[] r, double[] π0, double β)
    {
        double[] π = ScalarActivations.Softmax(z), a = Advantage(z, r, π0, β);
        double mean = π.Zip(a, (p, ak) => p * ak).Sum();
        return [.. π.Zip(a, (p, ak) => p * (ak - mean))]; // (21.19)
    }

    /// <summary>(a_y − b)(e_y − π), (21.20): from one answer y ~ π; its mean is the exact gradient for any
    /// b.</summary>
    public static double[] ScoreFunction(double[] z, double[] r, double[] π0, double β, int y, double b)
    {
        double[] π = ScalarActivations.Softmax(z), a = Advantage(z, r, π0, β);
        return [.. π.Select((p, k) => (a[y] - b) * ((k == y ? 1 : 0) - p))]; // (21.20)
    }

    /// <summary>π* ∝ π₀ exp(r/β), (21.21): the policy of the largest J; β > 0.</summary>
    public static double[] Optimum(double[] r, double[] π0, double β) =>
        ScalarActivations.Softmax([.. r.Zip(π0, (rk, q) => Math.Log(q) + rk / β)]); // (21.21)

    // ln π from the scores: π itself may be 0.
    private static double[] Advantage(double[] z, double[] r, double[] π0, double β)
    {
        double[] lnπ = ScalarActivations.LogSoftmax(z);
        return [.. r.Select((rk, k) => rk - β * (lnπ[k] - Math.Log(π0[k])))];
    }
}
