using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>
/// Two registers as one vector. Two independent chains of operations hide each other's latency, and a constant of the
/// formula is read once for both. The results in each lane are those of one register.
/// </summary>
internal readonly unsafe struct Twice<V, T>(V first, V second) : IVector<Twice<V, T>, T>
    where V : unmanaged, IVector<V, T>
    where T : unmanaged
{
    private readonly V _first = first, _second = second;

    public static int Lanes => 2 * V.Lanes;

    /// <summary>The first half.</summary>
    internal V First => _first;

    /// <summary>The second half.</summary>
    internal V Second => _second;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twice<V, T> Constant(double value)
    {
        var constant = V.Constant(value);
        return new(constant, constant);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twice<V, T> All(T value)
    {
        var all = V.All(value);
        return new(all, all);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twice<V, T> Load(T* source) => new(V.Load(source), V.Load(source + V.Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Twice<V, T> vector, T* target)
    {
        V.Store(vector._first, target);
        V.Store(vector._second, target + V.Lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twice<V, T> LoadFirst(int count, T* source, Twice<V, T> rest)
        => new(V.LoadFirst(count, source, rest._first), V.LoadFirst(count - V.Lanes, source + V.Lanes, rest._second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFirst(int count, Twice<V, T> vector, T* target)
    {
        V.StoreFirst(count, vector._first, target);
        V.StoreFirst(count - V.Lanes, vector._second, target + V.Lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twice<V, T> operator +(Twice<V, T> a, Twice<V, T> b)
        => new(a._first + b._first, a._second + b._second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twice<V, T> operator +(Twice<V, T> a, double b) => new(a._first + b, a._second + b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twice<V, T> operator *(double a, Twice<V, T> b) => new(a * b._first, a * b._second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twice<V, T> operator -(Twice<V, T> a, Twice<V, T> b)
        => new(a._first - b._first, a._second - b._second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twice<V, T> operator *(Twice<V, T> a, Twice<V, T> b)
        => new(a._first * b._first, a._second * b._second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twice<V, T> operator /(Twice<V, T> a, Twice<V, T> b)
        => new(a._first / b._first, a._second / b._second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twice<V, T> MultiplyAdd(Twice<V, T> a, Twice<V, T> b, Twice<V, T> c)
        => new(V.MultiplyAdd(a._first, b._first, c._first), V.MultiplyAdd(a._second, b._second, c._second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twice<V, T> MultiplyAdd(T* a, Twice<V, T> b, Twice<V, T> c)
        => new(V.MultiplyAdd(a, b._first, c._first), V.MultiplyAdd(a, b._second, c._second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum(Twice<V, T> a) => V.Sum(a._first + a._second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Greatest(Twice<V, T> a) => V.Greatest(V.WhereGreater(a._second, a._first, a._second, a._first));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twice<V, T> Abs(Twice<V, T> a) => new(V.Abs(a._first), V.Abs(a._second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twice<V, T> SquareRoot(Twice<V, T> a) => new(V.SquareRoot(a._first), V.SquareRoot(a._second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twice<V, T> CopySign(Twice<V, T> magnitude, Twice<V, T> sign)
        => new(V.CopySign(magnitude._first, sign._first), V.CopySign(magnitude._second, sign._second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twice<V, T> Exponent(Twice<V, T> x, out Twice<V, T> mantissa)
    {
        V first = V.Exponent(x._first, out V firstMantissa), second = V.Exponent(x._second, out V secondMantissa);
        mantissa = new(firstMantissa, secondMantissa);
        return new(first, second);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twice<V, T> WhereGreater(Twice<V, T> a, Twice<V, T> b, Twice<V, T> yes, Twice<V, T> no)
        => new(
            V.WhereGreater(a._first, b._first, yes._first, no._first),
            V.WhereGreater(a._second, b._second, yes._second, no._second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint NotZero(Twice<V, T> a) => V.NotZero(a._first) | V.NotZero(a._second) << V.Lanes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twice<V, T> Max(Twice<V, T> a, Twice<V, T> b)
        => new(V.Max(a._first, b._first), V.Max(a._second, b._second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twice<V, T> AtMost(Twice<V, T> limit, Twice<V, T> a)
        => new(V.AtMost(limit._first, a._first), V.AtMost(limit._second, a._second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twice<V, T> Scale(Twice<V, T> a, Twice<V, T> n)
        => new(V.Scale(a._first, n._first), V.Scale(a._second, n._second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twice<V, T> PowerOfTwo(Twice<V, T> shifted)
        => new(V.PowerOfTwo(shifted._first), V.PowerOfTwo(shifted._second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twice<V, T> AddBits(Twice<V, T> a, Twice<V, T> b)
        => new(V.AddBits(a._first, b._first), V.AddBits(a._second, b._second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twice<V, T> Xor(Twice<V, T> a, Twice<V, T> b)
        => new(V.Xor(a._first, b._first), V.Xor(a._second, b._second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twice<V, T> ShiftUp(Twice<V, T> a, int count)
        => new(V.ShiftUp(a._first, count), V.ShiftUp(a._second, count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twice<V, T> Rotate(Twice<V, T> a, int count)
        => new(V.Rotate(a._first, count), V.Rotate(a._second, count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Twice<V, T> Fraction(Twice<V, T> bits) => new(V.Fraction(bits._first), V.Fraction(bits._second));
}
