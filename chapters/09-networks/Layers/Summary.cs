using System.Text;
using Reference.Optimizers;

namespace Reference.Networks;

/// <summary>A network as a table with a line for each layer, those of inner stacks included. S3-069.</summary>
public sealed record Summary(IReadOnlyList<Summary.Line> Lines)
{
    /// <summary>Rows in and out, the number of weights and biases, and of those shared with lines above.</summary>
    public readonly record struct Line(string Name, int Inputs, int Outputs, long Parameters, long Shared = 0);

    /// <summary>The weights and biases of the network, each counted once.</summary>
    public long Total => Lines.Sum(line => line.Parameters);

    /// <summary>The table of a network.</summary>
    public static Summary Of(ILayer network)
    {
        ArgumentNullException.ThrowIfNull(network);
        var met = new HashSet<Parameter>();
        return new([.. Sequential.Flat(network).Select(layer =>
        {
            long own = CountOf(layer.Parameters.Where(met.Add));
            return new Line(layer.Name, layer.Inputs, layer.Outputs, own, CountOf(layer.Parameters) - own);
        })]);
    }

    /// <summary>The table as text, with the total below.</summary>
    public override string ToString()
    {
        int wide = Lines.Max(line => line.Name.Length);
        var text = new StringBuilder();
        foreach (Line line in Lines)
        {
            string shared = line.Shared > 0 ? $"  and {line.Shared:N0} shared" : "";
            text.AppendLine(
                $"{line.Name.PadRight(wide)}  {line.Inputs,6} → {line.Outputs,-6}  {line.Parameters,12:N0}{shared}");
        }

        return text.Append($"{"total".PadRight(wide)}  {"",15}  {Total,12:N0}").ToString();
    }

    private static long CountOf(IEnumerable<Parameter> parameters) => parameters.Sum(p => (long)p.Values.Length);
}
