using System.Text;
using Reference.Optimizers;

namespace Reference.Networks;

/// <summary>A network as a table: what each layer returns and how many numbers it learns. S3-069.</summary>
/// <param name="Lines">One for each layer, those of stacks inside included.</param>
public sealed record Summary(IReadOnlyList<Summary.Line> Lines)
{
    /// <summary>A layer.</summary>
    /// <param name="Name">What it is.</param>
    /// <param name="Inputs">The rows it takes.</param>
    /// <param name="Outputs">The rows it returns.</param>
    /// <param name="Parameters">How many numbers it learns, those of the lines above left out.</param>
    /// <param name="Shared">How many numbers of the lines above it uses again.</param>
    public readonly record struct Line(string Name, int Inputs, int Outputs, long Parameters, long Shared = 0);

    /// <summary>How many numbers the network learns, each counted once however many layers share it.</summary>
    public long Total => Lines.Sum(line => line.Parameters);

    /// <summary>The table of a network.</summary>
    public static Summary Of(ILayer network)
    {
        ArgumentNullException.ThrowIfNull(network);
        var met = new HashSet<Parameter>();
        return new([.. Sequential.Flat(network).Select(layer =>
        {
            long own = layer.Parameters.Where(met.Add).Sum(p => (long)p.Values.Length);
            return new Line(layer.Name, layer.Inputs, layer.Outputs, own, CountOf(layer) - own);
        })]);
    }

    /// <summary>How many numbers a layer or a network learns.</summary>
    public static long CountOf(ILayer layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        return layer.Parameters.Sum(p => (long)p.Values.Length);
    }

    /// <summary>(d + 1)·k for each pair of neighbouring sizes, (9.8): the numbers of a stack of dense layers, without building it.</summary>
    /// <param name="sizes">The sizes from input to output, at least two. // [L + 1]</param>
    /// <exception cref="ArgumentException">Fewer than two sizes, or one below 1.</exception>
    public static long CountOf(params int[] sizes)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        if (sizes.Length < 2 || sizes.Any(size => size < 1))
        {
            throw new ArgumentException($"Expected at least two sizes, each at least 1; got [{string.Join(", ", sizes)}].", nameof(sizes));
        }

        return sizes.Zip(sizes.Skip(1), (d, k) => (d + 1L) * k).Sum(); // (9.8)
    }

    /// <summary>The table in lines of text, with the total below.</summary>
    public override string ToString()
    {
        int wide = Lines.Max(line => line.Name.Length);
        var text = new StringBuilder();
        foreach (Line line in Lines)
        {
            string shared = line.Shared > 0 ? $"  and {line.Shared:N0} shared" : "";
            text.AppendLine($"{line.Name.PadRight(wide)}  {line.Inputs,6} → {line.Outputs,-6}  {line.Parameters,12:N0}{shared}");
        }

        return text.Append($"{"total".PadRight(wide)}  {"",15}  {Total,12:N0}").ToString();
    }
}
