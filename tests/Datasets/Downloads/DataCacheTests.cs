using System.Security.Cryptography;
using Reference.Numerics;

namespace Reference.Datasets.Tests;

public sealed class DataCacheTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _client = new();
    private readonly byte[] _content;
    private readonly LocalServer _server;
    private readonly List<DownloadProgress> _progress = [];

    public DataCacheTests()
    {
        var random = new RandomStream(1);
        _content = [.. Enumerable.Range(0, 300_000).Select(_ => (byte)random.Below(256))];
        _server = new LocalServer(_content);
    }

    public void Dispose()
    {
        _server.Dispose();
        _client.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_set_is_downloaded_once_and_then_found()
    {
        DataCache cache = Cache();
        Assert.Null(cache.Find(Set()));
        string folder = await cache.FetchAsync(Set(), Progress(), TestContext.Current.CancellationToken);
        Assert.Equal(_content, File.ReadAllBytes(Path.Combine(folder, "data.bin")));
        Assert.Equal(new DownloadProgress("data.bin", 300_000, 300_000), _progress[^1]);
        Assert.Equal(["data.bin"], Directory.GetFiles(folder).Select(Path.GetFileName));
        Assert.Equal(folder, await cache.FetchAsync(Set(), null, TestContext.Current.CancellationToken));
        Assert.Equal(folder, cache.Require(Set()));
        Assert.Single(_server.Starts);
    }

    [Fact]
    public async Task A_download_that_broke_off_goes_on_where_it_stopped()
    {
        DataCache cache = Cache();
        _server.BreakAfter = 100_000;
        IOException error = await Assert.ThrowsAsync<IOException>(() =>
            cache.FetchAsync(Set(), null, TestContext.Current.CancellationToken));
        Assert.Contains("Put data.bin", error.Message, StringComparison.Ordinal);
        long part = new FileInfo(_folder.At("cache", "set", "data.bin.part")).Length;
        Assert.InRange(part, 1, 100_000);
        _server.BreakAfter = null;
        string folder = await cache.FetchAsync(Set(), Progress(), TestContext.Current.CancellationToken);
        Assert.Equal(_content, File.ReadAllBytes(Path.Combine(folder, "data.bin")));
        Assert.Equal([0, part], _server.Starts);
        Assert.True(_progress[0].Received > part);
    }

    [Fact]
    public async Task A_server_that_cannot_resume_sends_all_of_it()
    {
        Part(_content[..50_000]);
        _server.IgnoresRanges = true;
        string folder = await Cache().FetchAsync(Set(), null, TestContext.Current.CancellationToken);
        Assert.Equal(_content, File.ReadAllBytes(Path.Combine(folder, "data.bin")));
    }

    [Fact]
    public async Task A_part_that_was_complete_is_only_checked()
    {
        Part(_content);
        await Cache().FetchAsync(Set(), null, TestContext.Current.CancellationToken);
        Assert.Empty(_server.Starts);
    }

    [Fact]
    public async Task What_is_not_what_the_table_says_is_refused_and_deleted()
    {
        Part([.. _content[..50_000].Select(b => (byte)(b ^ 1))]);
        InvalidDataException error = await Assert.ThrowsAsync<InvalidDataException>(
            () => Cache().FetchAsync(Set(), null, TestContext.Current.CancellationToken));
        Assert.Contains($"SHA-256 {Hash(_content)};", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.At("cache", "set")));
        _server.Content = [.. _content, 1];
        error = await Assert.ThrowsAsync<InvalidDataException>(() =>
            Cache().FetchAsync(Set(), null, TestContext.Current.CancellationToken));
        Assert.Contains("expected 300000 bytes; got 300001", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_longer_than_the_file_is_thrown_away()
    {
        Part([.. _content, 1, 2]);
        await Assert.ThrowsAsync<IOException>(() =>
            Cache().FetchAsync(Set(), null, TestContext.Current.CancellationToken));
        await Cache().FetchAsync(Set(), null, TestContext.Current.CancellationToken);
        Assert.Equal([300_002, 0], _server.Starts);
    }

    [Fact]
    public async Task Without_a_published_hash_the_first_download_pins_it()
    {
        PublicSet set = Set() with { Files = [new("data.bin", _server.Address, null, null)] };
        string folder = await Cache().FetchAsync(set, null, TestContext.Current.CancellationToken);
        Assert.Equal(Hash(_content), File.ReadAllText(Path.Combine(folder, "data.bin.sha256")).Trim());
        File.Delete(Path.Combine(folder, "data.bin"));
        _server.Content = [1, 2, 3];
        InvalidDataException error = await Assert.ThrowsAsync<InvalidDataException>(
            () => Cache().FetchAsync(set, null, TestContext.Current.CancellationToken));
        Assert.Contains($"kept in {Path.Combine(folder, "data.bin.sha256")}", error.Message, StringComparison.Ordinal);
        _server.Content = _content;
        await Cache().FetchAsync(set, null, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Offline_the_message_names_the_files_and_the_folders()
    {
        _server.Dispose();
        IOException error = await Assert.ThrowsAsync<IOException>(() =>
            Cache().FetchAsync(Set(), null, TestContext.Current.CancellationToken));
        Assert.Contains(
            $"Put data.bin from {_server.Address} into {_folder.At("cache", "set")}",
            error.Message,
            StringComparison.Ordinal);
        Assert.Contains("REFERENCE_DATA", error.Message, StringComparison.Ordinal);
        var given = new DataCache(_folder.At("cache"), _folder.At("given"), _client);
        Assert.Contains(
            $"into {_folder.At("given", "set")}.",
            Assert.Throws<FileNotFoundException>(() => given.Require(Set())).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_address_is_reported()
    {
        PublicSet set = Set() with { Files = [new("data.bin", new Uri(_server.Address, "missing"), null, null)] };
        Assert.Contains(
            "404",
            (await Assert.ThrowsAsync<IOException>(() =>
                Cache().FetchAsync(set, null, TestContext.Current.CancellationToken))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_given_folder_comes_first_and_packed_members_count()
    {
        Directory.CreateDirectory(_folder.At("given", "set"));
        File.WriteAllBytes(_folder.At("given", "set", "data.bin.gz"), [1]);
        var cache = new DataCache(_folder.At("cache"), _folder.At("given"), _client);
        PublicSet packed = Set() with { MayBePacked = true };
        Assert.Equal(_folder.At("given", "set"),
            await cache.FetchAsync(packed, null, TestContext.Current.CancellationToken));
        Assert.Empty(_server.Starts);
    }

    [Fact]
    public void A_packed_member_counts_only_where_the_reader_unpacks_it()
    {
        foreach (PublicSet set in PublicSet.All)
        {
            Directory.CreateDirectory(_folder.At("cache", set.Name));
            foreach (string member in set.Members)
            {
                File.WriteAllBytes(_folder.At("cache", set.Name, member + ".gz"), [1]);
            }
        }

        Assert.Equal([PublicSet.Mnist, PublicSet.FashionMnist],
            PublicSet.All.Where(set => Cache().Find(set) is not null));
        string missing = Assert.Throws<FileNotFoundException>(() => Cache().Require(PublicSet.BostonHousing)).Message;
        Assert.DoesNotContain(".gz", missing, StringComparison.Ordinal);
        Assert.Contains("fetch boston-housing", missing, StringComparison.Ordinal);
        Directory.Delete(_folder.At("cache", "mnist"), recursive: true);
        missing = Assert.Throws<FileNotFoundException>(() => Cache().Require(PublicSet.Mnist)).Message;
        Assert.Contains("(or the same with .gz)", missing, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Archives_are_unpacked_and_their_inner_folder_found()
    {
        _server.Content = ArchiveTests.Zip(("inner set/data.bin", [1, 2]));
        PublicSet set = Set() with { Files = [new("set.zip", _server.Address, null, null)], Inner = "inner set" };
        Assert.Equal(_folder.At("cache", "set", "inner set"),
            await Cache().FetchAsync(set, null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_cancelled_download_keeps_what_is_here()
    {
        using var cancel = new CancellationTokenSource();
        var stop = new Synchronous(_ => cancel.Cancel());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Cache().FetchAsync(Set(), stop, cancel.Token));
        Assert.True(new FileInfo(_folder.At("cache", "set", "data.bin.part")).Length > 0);
    }

    [Fact]
    public void The_table_of_public_sets_is_well_formed()
    {
        Assert.Equal(PublicSet.All.Count, PublicSet.All.Select(s => s.Name).Distinct().Count());
        foreach (PublicFile file in PublicSet.All.SelectMany(s => s.Files))
        {
            Assert.True(file.Address.IsAbsoluteUri);
            Assert.True(file.Sha256 is null == file.Length is null);
            Assert.True(file.Sha256 is null
                || (file.Sha256.Length == 64 && file.Sha256.All(char.IsAsciiHexDigitLower)));
        }

        Assert.Equal(13, PublicSet.All.Sum(s => s.Files.Count));
        Assert.Contains(PublicSet.Cifar10.Files, f => f.IsArchive);
        Assert.False(PublicSet.Mnist.Files[0].IsArchive);
        Assert.EndsWith("reference-data", DataCache.Standard.Folder, StringComparison.Ordinal);
    }

    [Fact]
    public void The_published_hash_of_tiny_shakespeare_is_that_of_the_file()
    {
        byte[] text = File.ReadAllBytes(RealData.At("tinyshakespeare", "input.txt"));
        Assert.Equal((PublicSet.TinyShakespeare.Files[0].Length, PublicSet.TinyShakespeare.Files[0].Sha256),
            (text.Length, Hash(text)));
    }

    private DataCache Cache() => new(_folder.At("cache"), null, _client);

    private PublicSet Set() =>
        new("set", [new("data.bin", _server.Address, _content.Length, Hash(_content))], ["data.bin"]);

    private Synchronous Progress() => new(_progress.Add);

    private void Part(byte[] bytes)
    {
        Directory.CreateDirectory(_folder.At("cache", "set"));
        File.WriteAllBytes(_folder.At("cache", "set", "data.bin.part"), bytes);
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private sealed class Synchronous(Action<DownloadProgress> report) : IProgress<DownloadProgress>
    {
        public void Report(DownloadProgress value) => report(value);
    }
}
