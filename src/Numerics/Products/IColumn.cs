using System.Numerics;

namespace Reference.Numerics;

/// <summary>One to three registers that hold consecutive rows of a matrix column.</summary>
internal unsafe interface IColumn<TColumn, T>
    where TColumn : unmanaged, IColumn<TColumn, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The number of rows.</summary>
    static abstract int Rows { get; }

    /// <summary>Reads <see cref="Rows"/> neighbours.</summary>
    static abstract TColumn Load(T* source);

    /// <summary>target ← fma(α, column, β·target); with β = 0 it is α·column and the target is not read.</summary>
    static abstract void Merge(TColumn column, T alpha, T beta, T* target);

    /// <summary>
    /// a·b + c for every row, each rounded once. The factor is a pointer, so that one instruction broadcasts it to all
    /// lanes.
    /// </summary>
    static abstract TColumn MultiplyAdd(TColumn a, T* b, TColumn c);
}
