namespace Reference.Benchmarks;

/// <summary>The committed results of the products, read back.</summary>
internal static class ResultTable
{
    /// <summary>One measured product.</summary>
    internal sealed record Row(int M, int N, int K, string Transposes, string Engine, double Gflops)
    {
        internal bool IsSquare => M == N && N == K;

        /// <summary>Multiplications and additions for every byte of A, B and C, were each moved once.</summary>
        internal double Intensity => 2.0 * M * N * K / (8.0 * ((double)M * K + (double)K * N + (double)M * N));
    }

    /// <summary>Every measured product of one thread.</summary>
    /// <exception cref="FileNotFoundException">Nothing has been measured yet.</exception>
    internal static IReadOnlyList<Row> Products(string folder) =>
    [
        .. Cells(folder, "products-1.csv").Select(
            c => new Row(int.Parse(c[0]), int.Parse(c[1]), int.Parse(c[2]), c[3], c[4], double.Parse(c[5]))),
    ];

    /// <summary>Peak and bandwidths by name.</summary>
    internal static IReadOnlyDictionary<string, double> Machine(string folder)
        => Cells(folder, "machine-1.csv").ToDictionary(c => c[0], c => double.Parse(c[1]));

    private static IEnumerable<string[]> Cells(string folder, string file)
    {
        string path = Path.Combine(folder, file);
        return File.Exists(path)
            ? File.ReadLines(path).Skip(1).Select(line => line.Split(','))
            : throw new FileNotFoundException($"{file} is missing: measure first, with 'products --threads 1'.", path);
    }
}
