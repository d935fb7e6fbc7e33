using Reference.Numerics;

namespace Reference.Datasets;

/// <summary>A table of finite numbers with named features.</summary>
public sealed record NumericTable
{
    /// <summary>A table.</summary>
    /// <param name="names">The features. // [D]</param>
    /// <param name="values">One sample per column. // [D × N]</param>
    /// <exception cref="ArgumentException">Not one name for each feature, or a number that is not finite.</exception>
    public NumericTable(IReadOnlyList<string> names, double[,] values)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(values);
        Require.SameLength(names.Count, nameof(names), values.GetLength(0), nameof(values));
        Require.Finite(values);
        (Names, Values) = (names, values);
    }

    /// <summary>The features. // [D]</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>One sample per column. // [D × N]</summary>
    public double[,] Values { get; }

    /// <summary>N.</summary>
    public int Count => Values.GetLength(1);

    /// <summary>One feature of all samples. // [N]</summary>
    /// <exception cref="ArgumentException">There is no feature of this name.</exception>
    public double[] this[string name]
    {
        get
        {
            int row = RowOf(name);
            return [.. Enumerable.Range(0, Count).Select(n => Values[row, n])];
        }
    }

    /// <summary>Everything but one feature as inputs, that feature as target.</summary>
    /// <exception cref="ArgumentException">There is no feature of this name, or no other.</exception>
    public SampleSet Predicting(string target)
    {
        int row = RowOf(target);
        return new(new ColumnSamples(Rows([.. Enumerable.Range(0, Names.Count).Where(i => i != row)])),
            new ColumnSamples(Rows([row])));
    }

    private double[,] Rows(int[] rows)
    {
        var some = new double[rows.Length, Count];
        for (int i = 0; i < rows.Length; i++)
        {
            for (int n = 0; n < Count; n++)
            {
                some[i, n] = Values[rows[i], n];
            }
        }

        return some;
    }

    private int RowOf(string name)
    {
        int row = Names.ToList().FindIndex(n => string.Equals(n, name, StringComparison.OrdinalIgnoreCase));
        return row >= 0 ? row
            : throw new ArgumentException($"Expected one of {string.Join(", ", Names)}; got {name}.", nameof(name));
    }
}
