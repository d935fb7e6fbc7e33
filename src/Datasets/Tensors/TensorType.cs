namespace Reference.Datasets;

/// <summary>The element types of safetensors that are read and written here, by the names that the format gives
/// them.</summary>
public enum TensorType
{
    /// <summary>64-bit floating point.</summary>
    F64,

    /// <summary>32-bit floating point.</summary>
    F32,

    /// <summary>64-bit signed integer.</summary>
    I64,
}
