using System.Text.Json;
using MathNet.Numerics.LinearAlgebra;
using Reference.Book;
using Reference.Verification;
using Xunit;

namespace Reference.Testing;

/// <summary>
/// What PyTorch computed in float64 for one chapter, from <c>tests/goldens/NAME.json</c>. Small tensors are stored
/// whole, row-major with 17 significant digits; large ones as 16 projections ⟨dₖ, v⟩/√n, whose directions dₖ come from
/// <see cref="HashFill"/> under the name "NAME/projection/k".
/// </summary>
public sealed class Golden
{
    private readonly string _file;
    private readonly Dictionary<string, StoredTensor> _tensors;

    private Golden(string file, Dictionary<string, StoredTensor> tensors) => (_file, _tensors) = (file, tensors);

    /// <summary>The names of the stored tensors.</summary>
    public IReadOnlyCollection<string> Names => _tensors.Keys;

    /// <summary>The elements of a tensor that is stored whole, row-major.</summary>
    /// <exception cref="KeyNotFoundException">No tensor has the name.</exception>
    /// <exception cref="InvalidOperationException">The tensor is stored as projections.</exception>
    public double[] this[string name] => Stored(name).Values
        ?? throw new InvalidOperationException(
            $"{name} in {_file} is stored as projections: it can be compared by Agrees, not read.");

    /// <summary>Reads the goldens of a chapter.</summary>
    /// <param name="chapter">The folder name of the chapter, "03-losses".</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public static Golden Read(string chapter) => ReadFile(Repository.PathOf($"tests/goldens/{chapter}.json"));

    /// <summary>Reads a golden file by its path.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public static Golden ReadFile(string path)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException(
                $"Expected goldens in {path}; the file does not exist. tests/goldens/generate.py writes it.", path);
        }

        try
        {
            var tensors = JsonSerializer.Deserialize<StoredFile>(File.ReadAllText(path),
                JsonSerializerOptions.Web)?.Tensors
                ?? throw new JsonException("it has no tensors");
            string? damaged = tensors.FirstOrDefault(t => t.Value is not { IsWhole: true }).Key;
            return damaged is null ? new Golden(Path.GetFileName(path), tensors)
                : throw new JsonException($"{damaged} is not whole");
        }
        catch (JsonException damage)
        {
            throw new InvalidDataException($"Expected goldens in {path}, which is damaged: {damage.Message}", damage);
        }
    }

    /// <summary>A tensor of two dimensions that is stored whole.</summary>
    /// <exception cref="KeyNotFoundException">No tensor has the name.</exception>
    /// <exception cref="InvalidOperationException">It has not two dimensions, or is stored as projections.</exception>
    public Matrix<double> Matrix(string name) => Stored(name).Shape is [int rows, int columns]
        ? Matrix<double>.Build.DenseOfRowMajor(rows, columns, this[name])
        : throw new InvalidOperationException(
            $"{name} in {_file} has the shape [{string.Join('×', Stored(name).Shape)}]; a matrix has two dimensions.");

    /// <summary>Asserts that a number agrees with the stored one to 1e-10.</summary>
    public void Agrees(string name, double actual) => Agrees(name, [], [actual]);

    /// <summary>Asserts that a vector agrees with the stored one to 1e-10 by norm.</summary>
    public void Agrees(string name, double[] actual) => Agrees(name, [actual.Length], actual);

    /// <summary>Asserts that a matrix agrees with the stored one to 1e-10 by norm.</summary>
    public void Agrees(string name, Matrix<double> actual) =>
        Agrees(name, [actual.RowCount, actual.ColumnCount], actual.ToRowMajorArray());

    private void Agrees(string name, int[] shape, double[] actual)
    {
        StoredTensor stored = Stored(name);
        if (!stored.Shape.AsSpan().SequenceEqual(shape))
        {
            Assert.Fail($"{name} in {_file} has the shape [{string.Join('×', stored.Shape)}]; got "
                + $"[{string.Join('×', shape)}].");
        }

        double[] expected = stored.Values ?? stored.Projections!;
        double[] compared = stored.Values is null ? Projections(name, actual, expected.Length) : actual;
        double error = RelativeError.ByNorm(expected, compared);
        if (error > Tolerances.Golden)
        {
            string what = stored.Values is null ? "projections of " : "";
            Assert.Fail(
                $"{what}{name} in {_file}: the error by norm is {error:G3} > "
                    + $"{Tolerances.Golden:G3}.{Environment.NewLine}"
                + $"expected {Show.Vector(expected)}{Environment.NewLine}actual   {Show.Vector(compared)}");
        }
    }

    private StoredTensor Stored(string name) => _tensors.TryGetValue(name, out StoredTensor? tensor)
        ? tensor
        : throw new KeyNotFoundException($"{_file} has no tensor {name}; it has {string.Join(", ", _tensors.Keys)}.");

    private static double[] Projections(string name, double[] values, int count) =>
        [.. Enumerable.Range(0, count).Select(k =>
            HashFill.Values($"{name}/projection/{k}", values.Length).Zip(values, (d, v) => d * v)
                .Sum() / Math.Sqrt(values.Length))];

    private sealed record StoredFile(Dictionary<string, StoredTensor>? Tensors);

    private sealed record StoredTensor(int[] Shape, double[]? Values, double[]? Projections)
    {
        public bool IsWhole => Shape is not null
            && (Values is null ? Projections is not null : Values.Length == Shape.Aggregate(1, (a, b) => a * b));
    }
}
