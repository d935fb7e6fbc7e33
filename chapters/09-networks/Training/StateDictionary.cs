using Reference.Datasets;

namespace Reference.Networks;

/// <summary>The parameters and the state of a network by PyTorch's names, <c>0.weight</c>, <c>1.running_mean</c>: what
/// a file holds, and what early stopping restores. S0-139, S0-140, S2-131, S4-072.</summary>
public static class StateDictionary
{
    /// <summary>Copies of all tensors; one that layers share stands under its first name.</summary>
    public static IReadOnlyList<NamedTensor> Of(ILayer network) => [.. All(network).Select(tensor => tensor.Save())];

    /// <summary>All tensors of a safetensors file, as PyTorch's users write them; F32 is widened. S0-141.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    /// <exception cref="ArgumentException">A tensor is of a type that is not read.</exception>
    public static IReadOnlyList<NamedTensor> Read(string path)
    {
        using SafeTensorsFile file = SafeTensorsFile.Open(path);
        return [.. file.Tensors.Select(tensor => tensor.TypeName == "I64"
            ? new NamedTensor(tensor.Name, file.ReadIntegers(tensor.Name), tensor.Shape)
            : new NamedTensor(tensor.Name, file.ReadDoubles(tensor.Name), tensor.Shape))];
    }

    /// <summary>Loads all tensors of a network; other names, types or shapes change nothing.</summary>
    /// <exception cref="ArgumentException">They belong to another architecture; the message says how.</exception>
    public static void Load(ILayer network, IEnumerable<NamedTensor> tensors)
    {
        foreach ((StoredTensor mine, NamedTensor given) in Checked(network, tensors))
        {
            mine.Load(given);
        }
    }

    /// <summary>The tensors of a network beside those of a file, all of which can be loaded.</summary>
    internal static (StoredTensor Mine, NamedTensor Given)[] Checked(ILayer network, IEnumerable<NamedTensor> tensors)
    {
        Dictionary<string, NamedTensor> given = tensors.ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);
        StoredTensor[] mine = [.. All(network)];
        string[] missing = [.. mine.Select(tensor => tensor.Name).Except(given.Keys)],
            unknown = [.. given.Keys.Except(mine.Select(tensor => tensor.Name))];
        if (missing.Length + unknown.Length > 0)
        {
            throw new ArgumentException(
                $"Expected the tensors of this network; missing: [{string.Join(", ", missing)}], "
                    + $"of another: [{string.Join(", ", unknown)}].", nameof(tensors));
        }

        Array.ForEach(mine, tensor => tensor.Check(given[tensor.Name]));
        return [.. mine.Select(tensor => (tensor, given[tensor.Name]))];
    }

    private static IEnumerable<StoredTensor> All(ILayer network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return [.. network.Stored, .. network is IStateful stateful ? stateful.State : []];
    }
}
