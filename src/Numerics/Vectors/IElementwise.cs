namespace Reference.Numerics;

/// <summary>
/// Numbers side by side in a register, for which a formula is written as for one number. Lanes do not meet and every
/// operation is rounded by itself, so the results are those of the formula on each number alone, whatever the
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

    /// <summary>a + b, b the same for all.</summary>
    static abstract TVector operator +(TVector a, double b);

    /// <summary>a − b.</summary>
    static abstract TVector operator -(TVector a, TVector b);

    /// <summary>a·b.</summary>
    static abstract TVector operator *(TVector a, TVector b);

    /// <summary>a·b, a the same for all.</summary>
    static abstract TVector operator *(double a, TVector b);

    /// <summary>a/b.</summary>
    static abstract TVector operator /(TVector a, TVector b);

    /// <summary>√a.</summary>
    static abstract TVector SquareRoot(TVector a);
}
