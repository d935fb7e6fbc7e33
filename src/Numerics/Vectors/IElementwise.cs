namespace Reference.Numerics;

/// <summary>
/// A register of numbers, with the operators of one number, so that a formula is written once. Lanes are independent
/// and every operation is rounded, so each lane has the result of the formula in scalar arithmetic, whatever the
/// register's width.
/// </summary>
/// <typeparam name="TVector">The register.</typeparam>
public interface IElementwise<TVector>
    where TVector : unmanaged, IElementwise<TVector>
{
    /// <summary>A constant of a formula in every lane, rounded to float first where the numbers are floats.</summary>
    static abstract TVector Constant(double value);

    /// <summary>a + b.</summary>
    static abstract TVector operator +(TVector a, TVector b);

    /// <summary>a + b with the same b in every lane.</summary>
    static abstract TVector operator +(TVector a, double b);

    /// <summary>a − b.</summary>
    static abstract TVector operator -(TVector a, TVector b);

    /// <summary>a·b.</summary>
    static abstract TVector operator *(TVector a, TVector b);

    /// <summary>a·b with the same a in every lane.</summary>
    static abstract TVector operator *(double a, TVector b);

    /// <summary>a/b.</summary>
    static abstract TVector operator /(TVector a, TVector b);

    /// <summary>√a.</summary>
    static abstract TVector SquareRoot(TVector a);
}
