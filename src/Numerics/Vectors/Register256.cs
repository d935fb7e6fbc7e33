using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Reference.Numerics;

/// <summary>One 256-bit register.</summary>
internal readonly unsafe struct Register256<T>(Vector256<T> v) : IVector<Register256<T>, T>
    where T : unmanaged
{
    private readonly Vector256<T> _v = v;

    public static int Lanes => Vector256<T>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register256<T> Constant(double value) => new(typeof(T) == typeof(double)
        ? Vector256.Create(value).As<double, T>()
        : Vector256.Create((float)value).As<float, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register256<T> All(T value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register256<T> Load(T* source) => new(Vector256.Load(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Register256<T> vector, T* target) => vector._v.Store(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register256<T> LoadFirst(int count, T* source, Register256<T> rest)
        => new(Vector256.ConditionalSelect(First(count), typeof(T) == typeof(
        double)
        ? Avx.MaskLoad((double*)source, First(count).AsDouble()).As<double, T>()
        : Avx.MaskLoad((float*)source, First(count).AsSingle()).As<float, T>(), rest._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFirst(int count, Register256<T> vector, T* target)
    {
        if (typeof(T) == typeof(double))
        {
            Avx.MaskStore((double*)target, First(count).AsDouble(), vector._v.AsDouble());
        }
        else
        {
            Avx.MaskStore((float*)target, First(count).AsSingle(), vector._v.AsSingle());
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register256<T> operator +(Register256<T> a, Register256<T> b) => new(a._v + b._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register256<T> operator +(Register256<T> a, double b) => a + Constant(b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register256<T> operator *(double a, Register256<T> b) => Constant(a) * b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register256<T> operator -(Register256<T> a, Register256<T> b) => new(a._v - b._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register256<T> operator *(Register256<T> a, Register256<T> b) => new(a._v * b._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register256<T> operator /(Register256<T> a, Register256<T> b) => new(a._v / b._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register256<T> MultiplyAdd(Register256<T> a, Register256<T> b, Register256<T> c)
        => new(typeof(T) == typeof(double)
        ? Vector256.FusedMultiplyAdd(a._v.AsDouble(), b._v.AsDouble(), c._v.AsDouble()).As<double, T>()
        : Vector256.FusedMultiplyAdd(a._v.AsSingle(), b._v.AsSingle(), c._v.AsSingle()).As<float, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register256<T> MultiplyAdd(T* a, Register256<T> b, Register256<T> c) => MultiplyAdd(All(*a), b, c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum(Register256<T> a) => Register128<T>.Sum(new(a._v.GetLower() + a._v.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Greatest(Register256<T> a)
    {
        Register128<T> lower = new(a._v.GetLower()), upper = new(a._v.GetUpper());
        return Register128<T>.Greatest(Register128<T>.WhereGreater(upper, lower, upper, lower));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register256<T> Abs(Register256<T> a) => new(Vector256.Abs(a._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register256<T> SquareRoot(Register256<T> a) => new(Vector256.Sqrt(a._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register256<T> CopySign(Register256<T> magnitude, Register256<T> sign)
        => new(Vector256.ConditionalSelect(Constant(-0.0)._v, sign._v, magnitude._v));

    // The bits of √½ are taken off first, so that the exponent changes there and not at 1; an offset keeps it
    // positive.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register256<T> Exponent(Register256<T> x, out Register256<T> mantissa)
    {
        if (typeof(T) == typeof(double))
        {
            Vector256<long> bits = x._v.AsInt64();
            Vector256<long> shifted = bits + Vector256.Create((1023L << 52) - 0x3FE6A09E667F3BCDL);
            Vector256<long> biased = Vector256.ShiftRightLogical(shifted, 52);
            mantissa = new((bits - Vector256.ShiftLeft(biased - Vector256.Create(1023L), 52)).As<long, T>());
            return new(
                ((Vector256.Create(0x4330000000000000L) | biased).AsDouble()
                    - Vector256.Create(4503599627370496.0 + 1023)).As<double, T>());
        }

        Vector256<int> floatBits = x._v.AsInt32();
        Vector256<int> floatShifted = floatBits + Vector256.Create((127 << 23) - 0x3F3504F3);
        Vector256<int> floatBiased = Vector256.ShiftRightLogical(floatShifted, 23);
        mantissa = new((floatBits - Vector256.ShiftLeft(floatBiased - Vector256.Create(127), 23)).As<int, T>());
        return new(
            ((Vector256.Create(0x4B000000) | floatBiased).AsSingle()
                - Vector256.Create(8388608f + 127)).As<float, T>());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register256<T> WhereGreater(
        Register256<T> a, Register256<T> b, Register256<T> yes, Register256<T> no)
        => new(Vector256.ConditionalSelect(Vector256.GreaterThan(a._v, b._v), yes._v, no._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint NotZero(Register256<T> a) =>
        (uint)Vector256.ExtractMostSignificantBits(~Vector256.Equals(a._v, Vector256<T>.Zero));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register256<T> Max(Register256<T> a, Register256<T> b) => new(Vector256.Max(a._v, b._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register256<T> AtMost(Register256<T> limit, Register256<T> a) => new(typeof(T) == typeof(double)
        ? Avx.Min(limit._v.AsDouble(), a._v.AsDouble()).As<double, T>()
        : Avx.Min(limit._v.AsSingle(), a._v.AsSingle()).As<float, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register256<T> Scale(Register256<T> a, Register256<T> n)
        => Exponential.ScaleTwice<Register256<T>, T>(a, n);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register256<T> PowerOfTwo(Register256<T> shifted) => new(typeof(T) == typeof(double)
        ? Vector256.ShiftLeft(shifted._v.AsInt64() + Vector256.Create(1023L), 52).As<long, T>()
        : Vector256.ShiftLeft(shifted._v.AsInt32() + Vector256.Create(127), 23).As<int, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register256<T> AddBits(Register256<T> a, Register256<T> b)
        => new((a._v.AsUInt64() + b._v.AsUInt64()).As<ulong, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register256<T> Xor(Register256<T> a, Register256<T> b)
        => new((a._v.AsUInt64() ^ b._v.AsUInt64()).As<ulong, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register256<T> ShiftUp(Register256<T> a, int count)
        => new((a._v.AsUInt64() << count).As<ulong, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register256<T> Rotate(Register256<T> a, int count)
        => new(((a._v.AsUInt64() << count) | (a._v.AsUInt64() >>> (64 - count))).As<ulong, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register256<T> Fraction(Register256<T> bits) => new(typeof(T) == typeof(double)
        ? (Vector256.ConvertToDouble((bits._v.AsUInt64() >>> 11).AsInt64()) * (1.0 / (1L << 53))).As<double, T>()
        : (Vector256.ConvertToSingle((bits._v.AsUInt32() >>> 8).AsInt32()) * (1.0f / (1 << 24))).As<float, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> First(int count) => typeof(T) == typeof(double)
        ? Vector256.LessThan(Vector256<long>.Indices, Vector256.Create((long)count)).As<long, T>()
        : Vector256.LessThan(Vector256<int>.Indices, Vector256.Create(count)).As<int, T>();
}
