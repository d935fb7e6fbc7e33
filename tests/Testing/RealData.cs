using Xunit;

namespace Reference.Testing;

/// <summary>The folder of real samples that REFERENCE_DATA names; tests that need a set that is not there are
/// skipped.</summary>
public static class RealData
{
    /// <summary>The path of a file or folder there; where it is absent, the test that asks is skipped.</summary>
    /// <param name="parts">Folders and file below the folder of real samples.</param>
    public static string At(params string[] parts)
    {
        string? root = Environment.GetEnvironmentVariable("REFERENCE_DATA");
        Assert.SkipWhen(string.IsNullOrEmpty(root), "REFERENCE_DATA names no folder of real data.");
        string path = Path.Combine([root!, .. parts]);
        Assert.SkipUnless(Path.Exists(path), $"There is no {string.Join('/', parts)} among the real data.");
        return path;
    }
}
