using Reference.Numerics;

namespace Reference.Datasets.Tests;

public class CheckpointTests
{
    [Fact]
    public void A_checkpoint_comes_back_with_tensors_and_metadata()
    {
        using var folder = new TemporaryFolder();
        At(3).Save(folder.At("run", "model.ckpt"));
        Checkpoint back = Checkpoint.Load(folder.At("run", "model.ckpt"));
        Assert.Equal("3", back.Metadata["epoch"]);
        Assert.Equal(["sha256 \"sha256\":\"", "epoch"], back.Metadata.Keys);
        Assert.Equal(["W", "f", "n"], back.Tensors.Select(t => t.Name));
        Assert.Equal(TensorType.F32, back["f"].Type);
        // any reader of the format may open it
        using SafeTensorsFile open = SafeTensorsFile.Open(folder.At("run", "model.ckpt"));
        Assert.Equal([3.0, 4.0], open.ReadDoubles("W"));
        Assert.Contains("W, f, n; got 'v'", Assert.Throws<ArgumentException>(() => back["v"]).Message,
            StringComparison.Ordinal);
        Assert.Equal(["model.ckpt"], Directory.GetFiles(folder.At("run")).Select(Path.GetFileName));
    }

    [Fact]
    public void Whatever_bit_is_flipped_the_damage_is_noticed()
    {
        using var folder = new TemporaryFolder();
        string path = folder.At("model");
        At(1).Save(path);
        byte[] good = File.ReadAllBytes(path);
        var random = new RandomStream(1);
        for (int at = 0; at < good.Length; at++)
        {
            byte[] bad = [.. good];
            bad[at] ^= (byte)(1 << random.Below(8));
            File.WriteAllBytes(path, bad);
            Assert.Throws<InvalidDataException>(() => Checkpoint.Load(path));
        }

        File.WriteAllBytes(path, good[..^1]);
        Assert.Throws<InvalidDataException>(() => Checkpoint.Load(path));
    }

    [Fact]
    public void The_previous_checkpoint_serves_when_the_newest_is_damaged_or_gone()
    {
        using var folder = new TemporaryFolder();
        string path = folder.At("model");
        At(1).Save(path);
        At(2).Save(path);
        Assert.Equal("2", Checkpoint.LoadNewestGood(path).Metadata["epoch"]);
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^3]);
        Assert.Equal("1", Checkpoint.LoadNewestGood(path).Metadata["epoch"]);
        File.Delete(path);
        Assert.Equal("1", Checkpoint.LoadNewestGood(path).Metadata["epoch"]);
        File.Delete(path + ".previous");
        Assert.Throws<FileNotFoundException>(() => Checkpoint.LoadNewestGood(path));
    }

    [Fact]
    public void A_write_that_fails_leaves_what_was_there()
    {
        using var folder = new TemporaryFolder();
        string path = folder.At("file");
        AtomicFile.Write(path, s => s.Write("good"u8));
        Assert.Throws<IOException>(() => AtomicFile.Write(path, s =>
        {
            s.Write("half"u8);
            throw new IOException("disk full");
        }));
        Assert.Throws<InvalidDataException>(() =>
            AtomicFile.Write(path, s => s.Write("bad"u8), _ => throw new InvalidDataException("bad")));
        Assert.Equal("good", File.ReadAllText(path));
        Assert.Single(Directory.GetFiles(folder.Path));
        AtomicFile.Write(path, s => s.Write("new"u8), previous: path + ".old");
        Assert.Equal(("new", "good"), (File.ReadAllText(path), File.ReadAllText(path + ".old")));
        // What was written is gone when it should take its place.
        Assert.Throws<FileNotFoundException>(() =>
            AtomicFile.Write(path, s => s.Write("newer"u8), File.Delete, previous: path + ".old"));
        Assert.Equal("new", File.ReadAllText(path));
    }

    [Fact]
    public void A_file_that_is_no_checkpoint_is_refused()
    {
        using var folder = new TemporaryFolder();
        SafeTensorsWriter.Write(folder.At("plain"), [new("a", [1.0], 1)]);
        Assert.Contains("'sha256'", Assert.Throws<InvalidDataException>(() =>
            Checkpoint.Load(folder.At("plain"))).Message, StringComparison.Ordinal);
        File.WriteAllBytes(
            folder.At("half"),
            SafeTensorsTests.Bytes(
                $$$"""{"__metadata__":{"sha256":"{{{new string('0', 64)}}}"},"""
                + "\"h\":" + """{"dtype":"F16","shape":[1],"data_offsets":[0,2]}}""", 2));
        Assert.Contains("SHA-256", Assert.Throws<InvalidDataException>(() =>
            Checkpoint.Load(folder.At("half"))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() =>
            new Checkpoint([], new Dictionary<string, string> { ["sha256"] = "x" }));
        Assert.Throws<ArgumentException>(() => new Checkpoint([new("a", [1.0], 1), new("a", [1.0], 1)]));
    }

    private static Checkpoint At(int epoch) => new(
        [new("W", [epoch, epoch + 1.0], 2, 1), new("f", [0.5f], 1), new("n", [42L])],
        new Dictionary<string, string> { ["sha256 \"sha256\":\""] = new string('0', 64), ["epoch"] = $"{epoch}" });
}
