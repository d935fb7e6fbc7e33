namespace Reference.Datasets;

/// <summary>Compressive strength of concrete: 1,030 mixtures, eight predictors and the strength in MPa
/// (S4-017).</summary>
public static class ConcreteStrength
{
    /// <summary>
    /// Reads the comma-separated table, whose last column is the target: <c>shape[1]</c> of the notes counts it among
    /// the predictors, eight are right.
    /// </summary>
    /// <param name="path">The file, a header and 9 columns.</param>
    /// <exception cref="InvalidDataException">The file is damaged or has another number of columns.</exception>
    public static SampleSet Read(string path)
    {
        NumericTable table = NumberTableFile.ReadCsv(path);
        return table.Names.Count == 9
            ? table.Predicting(table.Names[^1])
            : throw Damaged.File(path, "8 predictors and the strength", $"{table.Names.Count} columns");
    }
}
