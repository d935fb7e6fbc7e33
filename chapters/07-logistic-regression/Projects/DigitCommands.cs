using System.CommandLine;
using MathNet.Numerics.LinearAlgebra;
using Reference.Book;
using Reference.Datasets;
using Reference.Numerics;
using Spectre.Console;

namespace Reference.Classification;

/// <summary>The programs of the notes that read digits, as commands: <c>train</c> saves a checkpoint after every epoch
/// and goes on from it, <c>predict</c> reads a picture or rows of pixels. A model is created with weights drawn from a
/// seed. S4-114, S2-100.</summary>
public sealed class DigitCommands(string title, int epochs, Func<ulong, IDigitModel> create)
{
    private readonly Argument<string> _digits = new("digits")
        { Description = "drawn (made here, nothing to download) or mnist.", DefaultValueFactory = _ => "drawn" };

    private readonly Argument<FileInfo> _input = new("input")
        { Description = "A picture of a digit, or a .csv with a header and a row of 784 pixels, 0 to 1, a digit." };

    private readonly Option<int> _epochs = new("--epochs")
        { Description = "Passes over the digits, resumed ones included.", DefaultValueFactory = _ => epochs };

    private readonly Option<double?> _rate = new("--rate") { Description = "η of Adam; 0.001, or that of the file." };

    private readonly Option<bool> _resume = new("--resume")
        { Description = "Goes on from the file; the seed is that of the file." };

    private readonly Option<FileInfo?> _model = new("--model")
        { Description = "The file of the model; digits.safetensors in the output folder." };

    /// <summary>Both commands.</summary>
    public IReadOnlyList<Command> All()
    {
        var train = new Command("train", $"Trains {title}. Ctrl+C keeps the epochs that are done.")
            { _digits, _epochs, _rate, _resume, _model };
        train.SetAction((parsed, stop) =>
        {
            Train(Terminal.Console, parsed, stop);
            return Task.FromResult(0);
        });
        var predict = new Command("predict", $"Reads digits with {title}, as trained.") { _input, _model };
        predict.SetAction(parsed => Predict(Terminal.Console, File(parsed), parsed.GetValue(_input)!.FullName));
        return [train, predict];
    }

    /// <summary>Digits and probabilities of a picture or of rows of pixels, printed.</summary>
    public void Predict(IAnsiConsole console, string file, string input)
    {
        IDigitModel model = create(0);
        int done = model.Restore(Checkpoint.Load(file));
        Matrix<double> P = model.Predict(DigitInput.Read(input));
        console.WriteLine($"{title}, {done} epochs");
        foreach ((int n, Vector<double> p) in P.EnumerateColumnsIndexed())
        {
            int[] order = [.. Enumerable.Range(0, p.Count).OrderByDescending(k => p[k])];
            console.WriteLine($"{Path.GetFileName(input)}{(P.ColumnCount > 1 ? $", row {n + 1}" : "")}: "
                + $"{order[0]} ({p[order[0]]:0.0 %}), then {order[1]} ({p[order[1]]:0.0 %})");
        }
    }

    /// <summary>Trains, and saves a checkpoint after every epoch; a null rate is the model's or the file's.</summary>
    /// <exception cref="OperationCanceledException">Stopped; the epochs that are done are in the file.</exception>
    public void Train(
        IAnsiConsole console, string file, string digits, ulong seed, int until, double? rate, bool resume,
        CancellationToken stop = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(until, "--epochs");
        if (rate is not (null or > 0 and < double.PositiveInfinity))
        {
            throw new ArgumentException($"Expected --rate to be above 0 and finite; got {rate}.", nameof(rate));
        }

        Checkpoint? from = resume ? Checkpoint.LoadNewestGood(file) : null;
        IDigitModel model = create(from is null ? seed : Optimizers.OptimizerCheckpoint.Seed(from));
        int done = from is null ? 0 : model.Restore(from);
        if (done >= until)
        {
            throw new ArgumentException($"Expected --epochs above the {done} that {file} has done; got {until}.");
        }

        model.LearningRate = rate ?? model.LearningRate;
        (LabelledImages train, LabelledImages test) = Load(digits);
        console.WriteLine($"{title} on {train.Count:N0} {digits} digits, {test.Count:N0} held out; η = "
            + $"{model.LearningRate}{(resume ? $", from epoch {done}" : "")}");
        Terminal.Bars(console).Start(context =>
        {
            ProgressTask bar = context.AddTask("training", maxValue: until - done);
            model.Train(train.ToSampleSet(), test.ToSampleSet(), until, (epoch, loss, accuracy) =>
            {
                model.Save(epoch).Save(file);
                console.WriteLine($"epoch {epoch,3}: loss {loss:0.0000}, held-out accuracy {accuracy:0.0 %}");
                bar.Increment(1);
                stop.ThrowIfCancellationRequested();
            });
        });
        console.WriteLine($"wrote {file}");
    }

    private void Train(IAnsiConsole console, ParseResult parsed, CancellationToken stop) => Train(
        console, File(parsed), parsed.GetValue(_digits)!, parsed.GetValue<ulong>("--seed"), parsed.GetValue(_epochs),
        parsed.GetValue(_rate), parsed.GetValue(_resume), stop);

    private string File(ParseResult parsed) => parsed.GetValue(_model)?.FullName
        ?? Path.Combine(parsed.GetValue<DirectoryInfo>("--output")!.FullName, "digits.safetensors");

    private static (LabelledImages Train, LabelledImages Test) Load(string digits) => digits switch
    {
        "drawn" => DigitFigures.Digits,
        "mnist" => DigitFigures.Of(DataCache.Standard.Require(PublicSet.Mnist)),
        _ => throw new ArgumentException($"Expected digits 'drawn' or 'mnist'; got '{digits}'.", nameof(digits)),
    };
}
