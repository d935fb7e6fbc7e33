using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Reference.Numerics;

/// <summary>
/// One 128-bit register; where the processor has none, .NET computes lane by lane and the result is the same.
/// </summary>
internal readonly unsafe struct Register128<T>(Vector128<T> v) : IVector<Register128<T>, T>
    where T : unmanaged
{
    private readonly Vector128<T> _v = v;

    public static int Lanes => Vector128<T>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register128<T> Constant(double value) => new(typeof(T) == typeof(double)
        ? Vector128.Create(value).As<double, T>()
        : Vector128.Create((float)value).As<float, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register128<T> All(T value) => new(Vector128.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register128<T> Load(T* source) => new(Vector128.Load(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Register128<T> vector, T* target) => vector._v.Store(target);

    public static Register128<T> LoadFirst(int count, T* source, Register128<T> rest)
    {
        var target = (T*)&rest;
        for (int i = 0; i < Math.Min(count, Lanes); i++)
        {
            target[i] = source[i];
        }

        return rest;
    }

    public static void StoreFirst(int count, Register128<T> vector, T* target)
    {
        var source = (T*)&vector;
        for (int i = 0; i < Math.Min(count, Lanes); i++)
        {
            target[i] = source[i];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register128<T> operator +(Register128<T> a, Register128<T> b) => new(a._v + b._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register128<T> operator +(Register128<T> a, double b) => a + Constant(b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register128<T> operator *(double a, Register128<T> b) => Constant(a) * b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register128<T> operator -(Register128<T> a, Register128<T> b) => new(a._v - b._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register128<T> operator *(Register128<T> a, Register128<T> b) => new(a._v * b._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register128<T> operator /(Register128<T> a, Register128<T> b) => new(a._v / b._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register128<T> MultiplyAdd(Register128<T> a, Register128<T> b, Register128<T> c)
        => new(typeof(T) == typeof(double)
        ? Vector128.FusedMultiplyAdd(a._v.AsDouble(), b._v.AsDouble(), c._v.AsDouble()).As<double, T>()
        : Vector128.FusedMultiplyAdd(a._v.AsSingle(), b._v.AsSingle(), c._v.AsSingle()).As<float, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register128<T> MultiplyAdd(T* a, Register128<T> b, Register128<T> c) => MultiplyAdd(All(*a), b, c);

    // Halves are added until one number is left.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum(Register128<T> a)
    {
        if (typeof(T) == typeof(double))
        {
            Vector128<double> pair = a._v.AsDouble();
            return (T)(object)(pair.ToScalar() + pair.GetElement(1));
        }

        Vector128<float> four = a._v.AsSingle();
        Vector128<float> two = four + Vector128.Shuffle(four, Vector128.Create(2, 3, 2, 3));
        return (T)(object)(two.ToScalar() + two.GetElement(1));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Greatest(Register128<T> a)
    {
        if (typeof(T) == typeof(double))
        {
            Vector128<double> pair = a._v.AsDouble();
            double upper = pair.GetElement(1), lower = pair.ToScalar();
            return (T)(object)(upper > lower ? upper : lower);
        }

        Vector128<float> four = a._v.AsSingle(), turned = Vector128.Shuffle(four, Vector128.Create(2, 3, 2, 3));
        Vector128<float> two = Vector128.ConditionalSelect(Vector128.GreaterThan(turned, four), turned, four);
        return (T)(object)(two.GetElement(1) > two.ToScalar() ? two.GetElement(1) : two.ToScalar());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register128<T> Abs(Register128<T> a) => new(Vector128.Abs(a._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register128<T> SquareRoot(Register128<T> a) => new(Vector128.Sqrt(a._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register128<T> CopySign(Register128<T> magnitude, Register128<T> sign)
        => new(Vector128.ConditionalSelect(Constant(-0.0)._v, sign._v, magnitude._v));

    // The bits of √½ are taken off first, so that the exponent changes there and not at 1; an offset keeps it
    // positive.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register128<T> Exponent(Register128<T> x, out Register128<T> mantissa)
    {
        if (typeof(T) == typeof(double))
        {
            Vector128<long> bits = x._v.AsInt64();
            Vector128<long> shifted = bits + Vector128.Create((1023L << 52) - 0x3FE6A09E667F3BCDL);
            Vector128<long> biased = Vector128.ShiftRightLogical(shifted, 52);
            mantissa = new((bits - Vector128.ShiftLeft(biased - Vector128.Create(1023L), 52)).As<long, T>());
            return new(
                ((Vector128.Create(0x4330000000000000L) | biased).AsDouble()
                    - Vector128.Create(4503599627370496.0 + 1023)).As<double, T>());
        }

        Vector128<int> floatBits = x._v.AsInt32();
        Vector128<int> floatShifted = floatBits + Vector128.Create((127 << 23) - 0x3F3504F3);
        Vector128<int> floatBiased = Vector128.ShiftRightLogical(floatShifted, 23);
        mantissa = new((floatBits - Vector128.ShiftLeft(floatBiased - Vector128.Create(127), 23)).As<int, T>());
        return new(
            ((Vector128.Create(0x4B000000) | floatBiased).AsSingle()
                - Vector128.Create(8388608f + 127)).As<float, T>());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register128<T> WhereGreater(
        Register128<T> a, Register128<T> b, Register128<T> yes, Register128<T> no)
        => new(Vector128.ConditionalSelect(Vector128.GreaterThan(a._v, b._v), yes._v, no._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint NotZero(Register128<T> a) =>
        (uint)Vector128.ExtractMostSignificantBits(~Vector128.Equals(a._v, Vector128<T>.Zero));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register128<T> Max(Register128<T> a, Register128<T> b) => new(Vector128.Max(a._v, b._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register128<T> AtMost(Register128<T> limit, Register128<T> a) => WhereGreater(a, limit, limit, a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register128<T> Scale(Register128<T> a, Register128<T> n)
        => Exponential.ScaleTwice<Register128<T>, T>(a, n);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register128<T> PowerOfTwo(Register128<T> shifted) => new(typeof(T) == typeof(double)
        ? Vector128.ShiftLeft(shifted._v.AsInt64() + Vector128.Create(1023L), 52).As<long, T>()
        : Vector128.ShiftLeft(shifted._v.AsInt32() + Vector128.Create(127), 23).As<int, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register128<T> AddBits(Register128<T> a, Register128<T> b)
        => new((a._v.AsUInt64() + b._v.AsUInt64()).As<ulong, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register128<T> Xor(Register128<T> a, Register128<T> b)
        => new((a._v.AsUInt64() ^ b._v.AsUInt64()).As<ulong, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register128<T> ShiftUp(Register128<T> a, int count)
        => new((a._v.AsUInt64() << count).As<ulong, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register128<T> Rotate(Register128<T> a, int count)
        => new(((a._v.AsUInt64() << count) | (a._v.AsUInt64() >>> (64 - count))).As<ulong, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register128<T> Fraction(Register128<T> bits) => new(typeof(T) == typeof(double)
        ? (Vector128.ConvertToDouble((bits._v.AsUInt64() >>> 11).AsInt64()) * (1.0 / (1L << 53))).As<double, T>()
        : (Vector128.ConvertToSingle((bits._v.AsUInt32() >>> 8).AsInt32()) * (1.0f / (1 << 24))).As<float, T>());
}
