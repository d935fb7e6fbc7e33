namespace Reference.Numerics;

/// <summary>
/// One step of an optimizer on weights side by side in a register: it changes w and what is kept beside it, a and b,
/// by the gradient g. Each weight has its own g, a and b. A rule is a struct that holds the constants of its formula.
/// </summary>
public interface IUpdateRule
{
    /// <summary>How many of a, b the rule keeps: 0, 1 or 2.</summary>
    static abstract int States { get; }

    /// <summary>One step.</summary>
    /// <param name="w">The weights, changed.</param>
    /// <param name="g">Their gradient.</param>
    /// <param name="a">What is kept first, changed; nothing where the rule keeps none.</param>
    /// <param name="b">What is kept second, changed; nothing where the rule keeps none or one.</param>
    void Of<TVector>(ref TVector w, TVector g, ref TVector a, ref TVector b)
        where TVector : unmanaged, IElementwise<TVector>;
}
