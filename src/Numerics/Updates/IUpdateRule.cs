namespace Reference.Numerics;

/// <summary>
/// The update rule of an optimizer, written once for one weight w, its gradient g and its state a, b; it runs on
/// registers of double or float. A rule is a struct that holds the constants of its formula, and its lines are those
/// of the formula: <c>m = β1 * m + (1 - β1) * g</c>.
/// </summary>
public interface IUpdateRule
{
    /// <summary>The number of states a weight has: 0, 1 or 2.</summary>
    static abstract int States { get; }

    /// <summary>Whether a weight whose gradient is 0 keeps its value and its states, so that it may be left
    /// out.</summary>
    static virtual bool LeavesZeros => false;

    /// <summary>One step.</summary>
    /// <param name="w">The weights, updated.</param>
    /// <param name="g">Their gradient.</param>
    /// <param name="a">The first state, updated; unused where there is none.</param>
    /// <param name="b">The second state, updated; unused where there is at most one.</param>
    void Of<TVector>(ref TVector w, TVector g, ref TVector a, ref TVector b)
        where TVector : unmanaged, IElementwise<TVector>;
}
