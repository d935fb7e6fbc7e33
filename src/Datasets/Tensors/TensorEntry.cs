namespace Reference.Datasets;

/// <summary>The entry of one tensor in the header of a safetensors file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="TypeName">Its type as written, such as <c>F32</c>; types that cannot be read are listed too.</param>
/// <param name="Shape">Its sizes, slowest first.</param>
/// <param name="Begin">Where its bytes begin, from the end of the header.</param>
/// <param name="End">Where they end.</param>
public sealed record TensorEntry(string Name, string TypeName, IReadOnlyList<long> Shape, long Begin, long End)
{
    /// <summary>Number of elements.</summary>
    public long Count => Shape.Aggregate(1L, (product, size) => product * size);

    /// <summary>Bits of one element of a type, 0 for a type that the format does not have.</summary>
    internal static int BitsOf(string type) => type switch
    {
        "F64" or "I64" or "U64" or "C64" => 64,
        "F32" or "I32" or "U32" => 32,
        "F16" or "BF16" or "I16" or "U16" => 16,
        "F8_E5M2" or "F8_E5M2FNUZ" or "F8_E4M3" or "F8_E4M3FNUZ" or "F8_E8M0" or "I8" or "U8" or "BOOL" => 8,
        "F6_E2M3" or "F6_E3M2" => 6,
        "F4" => 4,
        _ => 0,
    };
}
