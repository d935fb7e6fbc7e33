namespace Reference.Numerics;

/// <summary>
/// A register of numbers. A kernel is written once against this interface and runs on 512, 256 and 128 bits. All three
/// give the same bits: functions act lane by lane, and every path keeps as many partial sums as the widest register
/// has lanes.
/// </summary>
/// <typeparam name="V">The vector itself.</typeparam>
/// <typeparam name="T">double or float.</typeparam>
internal unsafe interface IVector<V, T> : IElementwise<V>
    where V : unmanaged, IVector<V, T>
    where T : unmanaged
{
    /// <summary>The number of lanes.</summary>
    static abstract int Lanes { get; }

    /// <summary>The same number in every lane.</summary>
    static abstract V All(T value);

    /// <summary>The numbers from <paramref name="source"/> on.</summary>
    static abstract V Load(T* source);

    /// <summary>Writes the numbers from <paramref name="target"/> on.</summary>
    static abstract void Store(V vector, T* target);

    /// <summary>
    /// Loads the first <paramref name="count"/> numbers, at most all lanes, none where it is not positive; the other
    /// lanes are those of <paramref name="rest"/>.
    /// </summary>
    static abstract V LoadFirst(int count, T* source, V rest);

    /// <summary>Stores the first <paramref name="count"/> lanes, at most all, none where it is not positive.</summary>
    static abstract void StoreFirst(int count, V vector, T* target);

    /// <summary>a·b + c, rounded once.</summary>
    static abstract V MultiplyAdd(V a, V b, V c);

    /// <summary>
    /// The same with the number at <paramref name="a"/> in every lane, broadcast by the instruction where it can.
    /// </summary>
    static abstract V MultiplyAdd(T* a, V b, V c);

    /// <summary>The sum of the lanes: halves of the register are added until one number is left.</summary>
    static abstract T Sum(V a);

    /// <summary>The largest lane; none may be NaN.</summary>
    static abstract T Greatest(V a);

    /// <summary>|a|: the sign bit cleared.</summary>
    static abstract V Abs(V a);

    /// <summary>|magnitude| with the sign of <paramref name="sign"/>.</summary>
    static abstract V CopySign(V magnitude, V sign);

    /// <summary>For a positive normal number the e with x = m·2ᵉ and √½ ≤ m &lt; √2, and that m.</summary>
    static abstract V Exponent(V x, out V mantissa);

    /// <summary>
    /// In each lane <paramref name="yes"/> where a &gt; b, otherwise (so for NaN) <paramref name="no"/>.
    /// </summary>
    static abstract V WhereGreater(V a, V b, V yes, V no);

    /// <summary>A bit for each lane, from the lowest on: 1 where it is not ±0, so for NaN too.</summary>
    static abstract uint NotZero(V a);

    /// <summary>The larger one in each lane, and 0 of −0 and 0; NaN where one of them is.</summary>
    static abstract V Max(V a, V b);

    /// <summary>The smaller one in each lane; a where it is NaN, or where they are equal.</summary>
    static abstract V AtMost(V limit, V a);

    /// <summary>a·2ⁿ for an integer n, rounded once, even where the result is subnormal.</summary>
    static abstract V Scale(V a, V n);

    /// <summary>
    /// 2ⁿ, exactly, from n plus the shift of <see cref="Exponential"/>, which leaves the integer n in the low bits; it
    /// is moved into the exponent field.
    /// </summary>
    static abstract V PowerOfTwo(V shifted);

    /// <summary>The sum of the bits as 64-bit integers.</summary>
    static abstract V AddBits(V a, V b);

    /// <summary>Exclusive or of the bits.</summary>
    static abstract V Xor(V a, V b);

    /// <summary>Every 64 bits shifted left by <paramref name="count"/>.</summary>
    static abstract V ShiftUp(V a, int count);

    /// <summary>Every 64 bits rotated left by <paramref name="count"/>.</summary>
    static abstract V Rotate(V a, int count);

    /// <summary>The upper 53 bits of a double (24 of a float) as a number in [0, 1).</summary>
    static abstract V Fraction(V bits);
}
