using Reference.Book;

namespace Reference.Networks;

/// <summary>The notes print no result of these networks; a reader can check their parameters by hand.</summary>
public static class NetworksNumbers
{
    /// <summary>Counted in the built network; a test compares the formula (1.14).</summary>
    public static IReadOnlyList<WorkedNumber> All { get; } =
    [
        .. DenseModels.All.Zip([17, 109_386, 52, 5_121, 7, 19, 22, 17, 40], (model, count) => WorkedNumber.Derived(
            model.Row, $"parameters of {model.What}, {string.Join('-', model.Sizes)}", $"{count}",
            () => Summary.Of(model.Build()).Total)),
    ];
}
