using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Networks;

/// <summary>A tensor of a layer as a file holds it: PyTorch's name and shape, and the numbers that are saved and
/// loaded. Layers that share numbers are recognised by the object that holds them. S4-072.</summary>
public sealed class StoredTensor
{
    private readonly Func<string, NamedTensor> _save;
    private readonly Action<NamedTensor> _load;

    private StoredTensor(string name, object numbers, Func<string, NamedTensor> save, Action<NamedTensor> load) =>
        (Name, Numbers, _save, _load) = (name, numbers, save, load);

    /// <summary>The name, such as <c>weight</c> in a layer and <c>0.weight</c> in a stack.</summary>
    public string Name { get; }

    /// <summary>What holds the numbers: a parameter, an array, or a stream.</summary>
    internal object Numbers { get; }

    /// <summary>A parameter as a matrix. // [rows × columns]</summary>
    public static StoredTensor Matrix(string name, Parameter parameter) => new(
        name, parameter, n => new NamedTensor(n, parameter.Value),
        tensor => Matrix<double>.Build.DenseOfRowMajor(
            parameter.Value.RowCount, parameter.Value.ColumnCount, tensor.Doubles.ToArray()).CopyTo(parameter.Value));

    /// <summary>A parameter of one column as a vector. // [rows]</summary>
    public static StoredTensor Vector(string name, Parameter parameter) => new(
        name, parameter, n => new NamedTensor(n, parameter.Values.ToArray(), parameter.Values.Length),
        tensor => tensor.Doubles.CopyTo(parameter.Values));

    /// <summary>A vector that a file has beside that of a parameter, where only their sum matters, such as the second
    /// bias of PyTorch's recurrent layers: saved as 0, and added when it is loaded, after the first. //
    /// [rows]</summary>
    public static StoredTensor SecondVector(string name, Parameter parameter) => new(
        name, (parameter, "second"), n =>
            new NamedTensor(n, new double[parameter.Values.Length], parameter.Values.Length),
        tensor => Kernels.Axpby(1, tensor.Doubles, 1, parameter.Values));

    /// <summary>A parameter whose columns are the rows of the file, such as the vectors of an embedding. // [columns ×
    /// rows]</summary>
    public static StoredTensor Transposed(string name, Parameter parameter) => new(
        name, parameter,
        n => new NamedTensor(n, parameter.Values.ToArray(), parameter.Value.ColumnCount, parameter.Value.RowCount),
        tensor => tensor.Doubles.CopyTo(parameter.Values));

    /// <summary>
    /// A parameter whose numbers stand in another order in the file, such as the kernels of a convolution: number f of
    /// the file is number <paramref name="places"/>[f] of the parameter. // [shape]
    /// </summary>
    public static StoredTensor Reordered(string name, Parameter parameter, int[] shape, int[] places) => new(
        name, parameter,
        n => new NamedTensor(
            n, [.. places.Select(place => parameter.Values[place])], [.. shape.Select(side => (long)side)]),
        tensor =>
        {
            for (int f = 0; f < places.Length; f++)
            {
                parameter.Values[places[f]] = tensor.Doubles[f];
            }
        });

    /// <summary>Numbers of a layer, such as running statistics. // [D]</summary>
    public static StoredTensor Vector(string name, double[] values) => new(
        name, values, n => new NamedTensor(n, (double[])values.Clone(), values.Length),
        tensor => tensor.Doubles.CopyTo(values));

    /// <summary>A counter, the only element of an array.</summary>
    public static StoredTensor Counter(string name, long[] count) => new(
        name, count, n => new NamedTensor(n, (long[])count.Clone()), tensor => tensor.Integers.CopyTo(count));

    /// <summary>The state of a random stream, five integers.</summary>
    public static StoredTensor Stream(string name, RandomStream random) => new(
        name, random, n => new NamedTensor(n, [.. random.State().Select(bits => (long)bits)], 5),
        tensor => random.Restore([.. tensor.Integers.ToArray().Select(bits => (ulong)bits)]));

    /// <summary>W [K × D] and b [K] under PyTorch's names, or what is there of them.</summary>
    internal static IReadOnlyList<StoredTensor> WeightAndBias(Parameter[] parameters) => parameters switch
    {
        [] => [],
        [Parameter W] => [Matrix("weight", W)],
        [Parameter W, Parameter b] => [Matrix("weight", W), Vector("bias", b)],
        _ => throw new InvalidOperationException(
            $"Expected a layer of {parameters.Length} parameters to name them in {nameof(ILayer.Stored)}."),
    };

    /// <summary>The same numbers in a layer at a place: <c>0.weight</c>.</summary>
    public StoredTensor Under(string place) => Named($"{place}.{Name}");

    /// <summary>The same numbers under another name.</summary>
    public StoredTensor Named(string name) => new(name, Numbers, _save, _load);

    /// <summary>A copy for a file.</summary>
    public NamedTensor Save() => _save(Name);

    /// <summary>Takes the numbers of a tensor over.</summary>
    /// <exception cref="ArgumentException">Another type or shape, or numbers that are not finite.</exception>
    public void Load(NamedTensor tensor)
    {
        Check(tensor);
        _load(tensor);
    }

    /// <summary>Refuses what <see cref="Load"/> does, and changes nothing.</summary>
    internal void Check(NamedTensor tensor)
    {
        NamedTensor mine = Save();
        if (tensor.Type != mine.Type || !tensor.Shape.SequenceEqual(mine.Shape))
        {
            throw new ArgumentException($"Expected {Describe(mine)}; got {Describe(tensor)}.", nameof(tensor));
        }

        if (tensor.Type == TensorType.F64)
        {
            Require.Finite(tensor.Doubles, Name);
        }
    }

    private static string Describe(NamedTensor tensor) =>
        $"{tensor.Name} {tensor.Type} [{string.Join(" × ", tensor.Shape)}]";
}
