using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Reference.Numerics;

/// <summary>One 512-bit register.</summary>
internal readonly unsafe struct Register512<T>(Vector512<T> v) : IVector<Register512<T>, T>
    where T : unmanaged
{
    private readonly Vector512<T> _v = v;

    public static int Lanes => Vector512<T>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register512<T> Constant(double value) => new(typeof(T) == typeof(double)
        ? Vector512.Create(value).As<double, T>()
        : Vector512.Create((float)value).As<float, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register512<T> All(T value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register512<T> Load(T* source) => new(Vector512.Load(source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Register512<T> vector, T* target) => vector._v.Store(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register512<T> LoadFirst(int count, T* source, Register512<T> rest)
        => new(typeof(T) == typeof(double)
        ? Avx512F.MaskLoad((double*)source, First(count).AsDouble(), rest._v.AsDouble()).As<double, T>()
        : Avx512F.MaskLoad((float*)source, First(count).AsSingle(), rest._v.AsSingle()).As<float, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFirst(int count, Register512<T> vector, T* target)
    {
        if (typeof(T) == typeof(double))
        {
            Avx512F.MaskStore((double*)target, First(count).AsDouble(), vector._v.AsDouble());
        }
        else
        {
            Avx512F.MaskStore((float*)target, First(count).AsSingle(), vector._v.AsSingle());
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register512<T> operator +(Register512<T> a, Register512<T> b) => new(a._v + b._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register512<T> operator +(Register512<T> a, double b) => a + Constant(b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register512<T> operator *(double a, Register512<T> b) => Constant(a) * b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register512<T> operator -(Register512<T> a, Register512<T> b) => new(a._v - b._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register512<T> operator *(Register512<T> a, Register512<T> b) => new(a._v * b._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register512<T> operator /(Register512<T> a, Register512<T> b) => new(a._v / b._v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register512<T> MultiplyAdd(Register512<T> a, Register512<T> b, Register512<T> c)
        => new(typeof(T) == typeof(double)
        ? Vector512.FusedMultiplyAdd(a._v.AsDouble(), b._v.AsDouble(), c._v.AsDouble()).As<double, T>()
        : Vector512.FusedMultiplyAdd(a._v.AsSingle(), b._v.AsSingle(), c._v.AsSingle()).As<float, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register512<T> MultiplyAdd(T* a, Register512<T> b, Register512<T> c)
        => new(typeof(T) == typeof(double)
        ? Vector512.FusedMultiplyAdd(Vector512.Create(*(double*)a), b._v.AsDouble(), c._v.AsDouble()).As<double, T>()
        : Vector512.FusedMultiplyAdd(Vector512.Create(*(float*)a), b._v.AsSingle(), c._v.AsSingle()).As<float, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum(Register512<T> a) => Register256<T>.Sum(new(a._v.GetLower() + a._v.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Greatest(Register512<T> a)
    {
        Register256<T> lower = new(a._v.GetLower()), upper = new(a._v.GetUpper());
        return Register256<T>.Greatest(Register256<T>.WhereGreater(upper, lower, upper, lower));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register512<T> Abs(Register512<T> a) => new(Vector512.Abs(a._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register512<T> SquareRoot(Register512<T> a) => new(Vector512.Sqrt(a._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register512<T> CopySign(Register512<T> magnitude, Register512<T> sign)
        => new(Vector512.ConditionalSelect(Constant(-0.0)._v, sign._v, magnitude._v));

    // The bits of √½ are taken off first, so that the exponent changes there and not at 1; an offset keeps it
    // positive.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register512<T> Exponent(Register512<T> x, out Register512<T> mantissa)
    {
        if (typeof(T) == typeof(double))
        {
            Vector512<long> bits = x._v.AsInt64();
            Vector512<long> shifted = bits + Vector512.Create((1023L << 52) - 0x3FE6A09E667F3BCDL);
            Vector512<long> biased = Vector512.ShiftRightLogical(shifted, 52);
            mantissa = new((bits - Vector512.ShiftLeft(biased - Vector512.Create(1023L), 52)).As<long, T>());
            return new(
                ((Vector512.Create(0x4330000000000000L) | biased).AsDouble()
                    - Vector512.Create(4503599627370496.0 + 1023)).As<double, T>());
        }

        Vector512<int> floatBits = x._v.AsInt32();
        Vector512<int> floatShifted = floatBits + Vector512.Create((127 << 23) - 0x3F3504F3);
        Vector512<int> floatBiased = Vector512.ShiftRightLogical(floatShifted, 23);
        mantissa = new((floatBits - Vector512.ShiftLeft(floatBiased - Vector512.Create(127), 23)).As<int, T>());
        return new(
            ((Vector512.Create(0x4B000000) | floatBiased).AsSingle()
                - Vector512.Create(8388608f + 127)).As<float, T>());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register512<T> WhereGreater(
        Register512<T> a, Register512<T> b, Register512<T> yes, Register512<T> no)
        => new(Vector512.ConditionalSelect(Vector512.GreaterThan(a._v, b._v), yes._v, no._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint NotZero(Register512<T> a) =>
        (uint)Vector512.ExtractMostSignificantBits(~Vector512.Equals(a._v, Vector512<T>.Zero));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register512<T> Max(Register512<T> a, Register512<T> b) => new(Vector512.Max(a._v, b._v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register512<T> AtMost(Register512<T> limit, Register512<T> a) => new(typeof(T) == typeof(double)
        ? Avx512F.Min(limit._v.AsDouble(), a._v.AsDouble()).As<double, T>()
        : Avx512F.Min(limit._v.AsSingle(), a._v.AsSingle()).As<float, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register512<T> Scale(Register512<T> a, Register512<T> n) => new(typeof(T) == typeof(double)
        ? Avx512F.Scale(a._v.AsDouble(), n._v.AsDouble()).As<double, T>()
        : Avx512F.Scale(a._v.AsSingle(), n._v.AsSingle()).As<float, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register512<T> PowerOfTwo(Register512<T> shifted) => new(typeof(T) == typeof(double)
        ? Vector512.ShiftLeft(shifted._v.AsInt64() + Vector512.Create(1023L), 52).As<long, T>()
        : Vector512.ShiftLeft(shifted._v.AsInt32() + Vector512.Create(127), 23).As<int, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register512<T> AddBits(Register512<T> a, Register512<T> b)
        => new((a._v.AsUInt64() + b._v.AsUInt64()).As<ulong, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register512<T> Xor(Register512<T> a, Register512<T> b)
        => new((a._v.AsUInt64() ^ b._v.AsUInt64()).As<ulong, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register512<T> ShiftUp(Register512<T> a, int count)
        => new((a._v.AsUInt64() << count).As<ulong, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register512<T> Rotate(Register512<T> a, int count)
        => new(((a._v.AsUInt64() << count) | (a._v.AsUInt64() >>> (64 - count))).As<ulong, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Register512<T> Fraction(Register512<T> bits) => new(typeof(T) == typeof(double)
        ? (Vector512.ConvertToDouble((bits._v.AsUInt64() >>> 11).AsInt64()) * (1.0 / (1L << 53))).As<double, T>()
        : (Vector512.ConvertToSingle((bits._v.AsUInt32() >>> 8).AsInt32()) * (1.0f / (1 << 24))).As<float, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> First(int count) => typeof(T) == typeof(double)
        ? Vector512.LessThan(Vector512<long>.Indices, Vector512.Create((long)count)).As<long, T>()
        : Vector512.LessThan(Vector512<int>.Indices, Vector512.Create(count)).As<int, T>();
}
