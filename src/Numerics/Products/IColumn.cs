namespace Reference.Numerics;

/// <summary>A few registers below one another that act as a piece of a matrix column.</summary>
internal unsafe interface IColumn<TColumn, T>
    where TColumn : unmanaged, IColumn<TColumn, T>
    where T : unmanaged
{
    /// <summary>How many rows it covers.</summary>
    static abstract int Rows { get; }

    /// <summary>Reads <see cref="Rows"/> neighbours.</summary>
    static abstract TColumn Load(T* source);

    /// <summary>Writes <see cref="Rows"/> neighbours.</summary>
    static abstract void Store(TColumn column, T* target);

    /// <summary>a·b + c for every row, each rounded once.</summary>
    static abstract TColumn MultiplyAdd(TColumn a, T b, TColumn c);
}
