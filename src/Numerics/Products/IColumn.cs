using System.Numerics;

namespace Reference.Numerics;

/// <summary>A few registers below one another that act as a piece of a matrix column.</summary>
internal unsafe interface IColumn<TColumn, T>
    where TColumn : unmanaged, IColumn<TColumn, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>How many rows it covers.</summary>
    static abstract int Rows { get; }

    /// <summary>Reads <see cref="Rows"/> neighbours.</summary>
    static abstract TColumn Load(T* source);

    /// <summary>target ← fma(α, column, β·target); with β = 0 it is α·column and the target is not read.</summary>
    static abstract void Merge(TColumn column, T alpha, T beta, T* target);

    /// <summary>
    /// a·b + c for every row, each rounded once. The factor comes as a place, so that one instruction reads it into
    /// all lanes.
    /// </summary>
    static abstract TColumn MultiplyAdd(TColumn a, T* b, TColumn c);
}
