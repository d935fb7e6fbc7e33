using Reference.Classification;

namespace Reference.Networks.Tests;

public class ConsoleTests
{
    private static CancellationToken Never => TestContext.Current.CancellationToken;

    // S2-106 S2-107: stopped and resumed, the network ends with the bits of one never stopped; it refuses the model of
    // chapter 07.
    [Fact]
    public void The_digits_network_goes_on_where_it_stopped()
    {
        using var folder = new TemporaryFolder();
        using var screen = new Screen();
        var commands = new DigitCommands("784-128-64-10", 5, seed => new DigitsProgram(seed));
        string whole = folder.At("whole"), parts = folder.At("parts");
        commands.Train(screen.Console, whole, "drawn", 3, 2, null, resume: false, Never);
        commands.Train(screen.Console, parts, "drawn", 3, 1, null, resume: false, Never);
        commands.Train(screen.Console, parts, "drawn", 3, 2, null, resume: true, Never);
        Assert.Equal(File.ReadAllBytes(whole), File.ReadAllBytes(parts));

        new SoftmaxDigits(1).Save(1).Save(folder.At("other"));
        Assert.Contains("missing: [0.weight", Assert.Throws<ArgumentException>(() => commands.Train(
            screen.Console, folder.At("other"), "drawn", 3, 2, null, resume: true, Never)).Message,
                StringComparison.Ordinal);
    }
}
