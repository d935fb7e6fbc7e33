using Reference.Book;
using Reference.Datasets;
using Reference.Numerics;

namespace Reference.Classification.Tests;

public class ConsoleTests
{
    private static CancellationToken Never => TestContext.Current.CancellationToken;

    private static readonly DigitCommands commands = new("softmax regression", 20, seed => new SoftmaxDigits(seed));

    // S0-112: Ctrl+C ends after the epoch that runs; resumed, the training ends with the bits of one never stopped.
    [Fact]
    public void A_stopped_training_goes_on_with_the_same_bits()
    {
        using var folder = new TemporaryFolder();
        using var screen = new Screen();
        string whole = folder.At("whole"), parts = folder.At("parts");
        commands.Train(screen.Console, whole, "drawn", 4, 3, 0.01, resume: false, Never);
        Assert.Throws<OperationCanceledException>(() => commands.Train(
            screen.Console, parts, "drawn", 4, 3, 0.01, resume: false, new CancellationToken(canceled: true)));
        Assert.NotEqual(File.ReadAllBytes(whole), File.ReadAllBytes(parts));
        commands.Train(screen.Console, parts, "drawn", 9, 3, null, resume: true, Never);
        Assert.Equal(File.ReadAllBytes(whole), File.ReadAllBytes(parts));
        Assert.Matches("epoch   3: loss 0\\.\\d+, held-out accuracy \\d", screen.Text);
        Assert.Contains("η = 0.01, from epoch 1", screen.Text, StringComparison.Ordinal);
    }

    // S4-114 S4-115: a picture whichever of paper and ink is dark, of any size, and a row of pixels.
    [Fact]
    public void A_picture_and_a_row_are_read_as_the_digit_that_they_show()
    {
        using var folder = new TemporaryFolder();
        using var screen = new Screen();
        commands.Train(screen.Console, folder.At("model"), "drawn", 1, 15, 0.01, resume: false, Never);
        LabelledImages digits = DrawnDigits.Draw(new RandomStream(72), 1);
        byte[] ink = digits.Images[0].ToArray();
        byte[] Twice(byte[] p) => [.. Enumerable.Range(0, 56 * 56).Select(i => p[i / 112 * 28 + i % 56 / 2])];
        File.WriteAllBytes(folder.At("dark.pgm"), [.. "P5 28 28 255\n"u8, .. ink]);
        File.WriteAllBytes(
            folder.At("paper.pgm"), [.. "P5 56 56 255\n"u8, .. Twice([.. ink.Select(pixel => (byte)(255 - pixel))])]);
        File.WriteAllLines(folder.At("rows.csv"),
            [string.Join(',', ink.Select((_, i) => $"p{i}")), string.Join(',', ink.Select(pixel => pixel / 255.0))]);
        foreach (string name in new[] { "dark.pgm", "paper.pgm", "rows.csv" })
        {
            commands.Predict(screen.Console, folder.At("model"), folder.At(name));
            Assert.Contains($"{name}: {digits.Labels[0]} (", screen.Text, StringComparison.Ordinal);
        }
    }

    // Each ends in one line and exit code 1; nothing is written.
    [Fact]
    public void Bad_commands_and_files_end_in_a_message_of_one_line()
    {
        using var folder = new TemporaryFolder();
        SoftmaxDigits model = new(1);
        model.Save(2).Save(folder.At("good"));
        byte[] damaged = File.ReadAllBytes(folder.At("good"));
        damaged[^1] ^= 1;
        File.WriteAllBytes(folder.At("damaged"), damaged);
        new Checkpoint([], new Dictionary<string, string> { ["seed"] = "1" }).Save(folder.At("other"));
        File.WriteAllText(folder.At("text.png"), "no picture");
        File.WriteAllText(folder.At("short.csv"), "a,b\n0,1\n");
        int files = Directory.GetFiles(folder.Path).Length;
        void Fails(string message, params string[] command)
        {
            using var errors = new StringWriter();
            Assert.Equal(1, ChapterConsole.Run(
                new LogisticRegressionChapter(), [.. command, "--output", folder.Path], errors: errors));
            Assert.Matches(message, errors.ToString());
            Assert.Single(errors.ToString().TrimEnd().Split('\n'));
        }

        string Model(string name) => folder.At(name);
        Fails("'drawn' or 'mnist'; got 'letters'", "train", "letters");
        Fails("--rate .*got 0", "train", "--rate", "0");
        Fails("--epochs", "train", "--epochs", "0");
        Fails("finite; got .* after step 1 with learning rate 1E\\+308", "train", "--rate", "1e308");
        Fails("digits.safetensors", "train", "--resume");
        Fails("SHA-256", "train", "--resume", "--model", Model("damaged"));
        Fails("above the 2 that", "train", "--resume", "--epochs", "2", "--model", Model("good"));
        Fails("got 'weight'|'optimizer'", "train", "--resume", "--model", Model("other"));
        Fails("got 2 columns", "predict", folder.At("short.csv"), "--model", Model("good"));
        Fails("PNG, JPEG, PGM or PPM", "predict", folder.At("text.png"), "--model", Model("good"));
        Fails("nothing.png", "predict", folder.At("nothing.png"), "--model", Model("good"));
        Assert.Equal(files, Directory.GetFiles(folder.Path).Length);
    }
}
