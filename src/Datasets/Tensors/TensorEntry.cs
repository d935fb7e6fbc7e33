namespace Reference.Datasets;

/// <summary>What the header of a safetensors file says of one tensor.</summary>
/// <param name="Name">Its name.</param>
/// <param name="TypeName">Its type as written, such as <c>F32</c>; types that are not read here are listed all the
/// same.</param>
/// <param name="Shape">Its sizes, slowest first.</param>
/// <param name="Begin">Where its bytes begin, from the end of the header.</param>
/// <param name="End">Where they end.</param>
public sealed record TensorEntry(string Name, string TypeName, IReadOnlyList<long> Shape, long Begin, long End)
{
    /// <summary>Number of elements.</summary>
    public long Count => Shape.Aggregate(1L, (product, size) => product * size);

    /// <summary>Bytes of one element of a type, 0 for a type that the format does not have.</summary>
    internal static int SizeOf(string type) => type switch
    {
        "F64" or "I64" or "U64" => 8,
        "F32" or "I32" or "U32" => 4,
        "F16" or "BF16" or "I16" or "U16" => 2,
        "F8_E5M2" or "F8_E4M3" or "I8" or "U8" or "BOOL" => 1,
        _ => 0,
    };
}
