using Reference.Book;

namespace Reference.Convolutions;

/// <summary>x</summary>
public static class ConvolutionNumbers
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<WorkedNumber> All { get; } = [];
}
