using System.Buffers.Binary;
using System.Text;
using Reference.Book;
using Reference.Datasets;
using Reference.Numerics;
using Reference.Plotting;

namespace Reference.Plots.Tests;

public sealed class FilmTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Screen _screen = new();
    private readonly RandomStream _random = new(1);

    public static TheoryData<string, string> Films => new(Film.All);

    public void Dispose()
    {
        _folder.Dispose();
        _screen.Dispose();
    }

    [Fact]
    public void Frames_are_read_back_exactly()
    {
        Picture[] frames = [.. Enumerable.Range(0, 3).Select(_ => Noise(5, 7))];
        (Picture[] read, int[] milliseconds) = Read(AnimatedPng.Encode(frames, 600, 2000));
        Assert.Equal([600, 600, 2000], milliseconds);
        Assert.Equal(frames.Select(frame => frame.Shape), read.Select(frame => frame.Shape));
        Assert.All(frames.Zip(read), pair => Assert.Equal(pair.First.Pixels, pair.Second.Pixels));
    }

    [Fact]
    public void No_frames_or_frames_of_two_sizes_or_in_grey_are_refused()
    {
        Picture[][] wrong = [[], [Noise(5, 7), Noise(7, 5)], [Noise(5, 7), Noise(5, 7).WithChannels(1)],
            [Noise(5, 7).WithChannels(1)]];
        Assert.All(wrong, pictures =>
            Assert.Throws<ArgumentException>("frames", () => AnimatedPng.Encode(pictures, 1, 1)));
    }

    [Theory]
    [MemberData(nameof(Films))]
    public void A_film_is_drawn_beside_its_figure_with_a_frame_for_each_column(string chapter, string name)
    {
        Assert.Equal(0, FigureRun.Run(_screen.Console, [Shelf.Named(chapter)], name, _folder.Path, Into.Folder,
            CancellationToken.None));
        Assert.True(File.Exists(_folder.At(chapter, $"{name}.png")));
        byte[] film = File.ReadAllBytes(_folder.At(chapter, $"{name}.apng"));
        Figure figure = Shelf.Named(chapter).Figures.Single(f => f.Name == name).Draw();
        Assert.Equal(film, Film.Draw(figure));
        Picture[] frames = Read(film).Frames;
        Assert.Equal(figure.Columns, frames.Length);
        // Numbers and label of the first vertical axis stand still, and the boundary moves.
        byte[][] axes = [.. frames.Select(frame =>
            frame.Pixels.Where((_, i) => i / 3 % frame.Shape.Width < 0.09 * frame.Shape.Width).ToArray())];
        Assert.Contains(axes[0], sample => sample < 100);
        Assert.All(axes, axis =>
            Assert.DoesNotContain(axis.Zip(axes[0]), p => Math.Abs(p.First - p.Second) > SamePicture.Visible));
        Assert.Equal(frames.Length, frames.Select(frame => Convert.ToHexString(frame.Pixels)).Distinct().Count());
    }

    [Fact]
    public void The_gallery_holds_whole_films_and_no_others()
    {
        string gallery = Repository.PathOf(Gallery.Folder);
        Assert.Equal(Film.All.Select(film => Path.Combine(gallery, film.Chapter, $"{film.Figure}.apng")),
            Directory.EnumerateFiles(gallery, "*.apng", SearchOption.AllDirectories).Order(StringComparer.Ordinal));
        Assert.All(Film.All, film => Assert.Equal([600, 600, 600, 2000],
            Read(File.ReadAllBytes(Path.Combine(gallery, film.Chapter, $"{film.Figure}.apng"))).Milliseconds));
    }

    private Picture Noise(int height, int width) => new(new ImageShape(height, width, 3),
        [.. Enumerable.Range(0, 3 * height * width).Select(_ => (byte)_random.Below(256))]);

    /// <summary>Takes a film apart: each frame becomes a PNG file of its own, which Skia decodes.</summary>
    private static (Picture[] Frames, int[] Milliseconds) Read(byte[] file)
    {
        // Refuses a wrong checksum of any chunk.
        PictureFile.Read(new MemoryStream(file), "film");
        var chunks = new List<(string Type, byte[] Data)>();
        for (int at = 8; at < file.Length; at += 12 + chunks[^1].Data.Length)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            chunks.Add((Encoding.ASCII.GetString(file, at + 4, 4), file[(at + 8)..(at + 8 + length)]));
        }

        byte[][] controls = [.. chunks.Where(c => c.Type == "fcTL").Select(c => c.Data)];
        byte[][] data = [.. chunks.Where(c => c.Type is "IDAT" or "fdAT")
            .Select(c => c.Type == "IDAT" ? c.Data : c.Data[4..])];
        Assert.Equal(
            ["IHDR", "acTL", "fcTL", "IDAT", .. controls.Skip(1).SelectMany(_ => new[] { "fcTL", "fdAT" }), "IEND"],
            chunks.Select(c => c.Type));
        Assert.Equal([(uint)controls.Length, 0], new[] { 0, 4 }.Select(at => Number(chunks[1].Data, at)));
        Assert.Equal(Enumerable.Range(0, 2 * controls.Length - 1).Select(n => (uint)n),
            chunks.Where(c => c.Type is "fcTL" or "fdAT").Select(c => Number(c.Data, 0)));
        Assert.All(controls, c => Assert.Equal(chunks[0].Data[..8], c[4..12]));
        Assert.All(controls, c => Assert.Equal(1000, Half(c, 22)));
        return (
            [.. controls.Zip(data, (control, packed) => PictureFile.Read(new MemoryStream([
                .. file[..8], .. Chunk("IHDR", [.. control[4..12], .. chunks[0].Data[8..]]),
                .. Chunk("IDAT", packed), .. Chunk("IEND", [])]), "frame"))],
            [.. controls.Select(c => Half(c, 20))]);
    }

    private static uint Number(byte[] data, int at) => BinaryPrimitives.ReadUInt32BigEndian(data.AsSpan(at));

    private static int Half(byte[] data, int at) => BinaryPrimitives.ReadUInt16BigEndian(data.AsSpan(at));

    private static byte[] Chunk(string type, byte[] data)
    {
        byte[] covered = [.. Encoding.ASCII.GetBytes(type), .. data], number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        byte[] chunk = [.. number, .. covered];
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.Of(0, covered));
        return [.. chunk, .. number];
    }
}
