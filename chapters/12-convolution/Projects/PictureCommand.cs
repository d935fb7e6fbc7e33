using System.CommandLine;
using Reference.Book;
using Reference.Datasets;
using Reference.Networks;
using Spectre.Console;

namespace Reference.Convolutions;

/// <summary>The programs of the notes for dogs and cats, CIFAR-10 and faces, on a folder of the reader, as a command.
/// S0-118, S3-127, S3-230.</summary>
public static class PictureCommand
{
    /// <summary>The command <c>pictures</c>.</summary>
    public static Command Create()
    {
        var program = new Argument<string>("program")
            { Description = "pets (a folder a class), cifar (binary files) or faces (age_gender_… in the names)." };
        var folder = new Argument<DirectoryInfo>("folder") { Description = "Where the pictures are." };
        var epochs = new Option<int>("--epochs")
            { Description = "Passes over the pictures.", DefaultValueFactory = _ => 15 };
        var side = new Option<int>("--side")
            { Description = "Height and width of pets.", DefaultValueFactory = _ => 224 };
        var command = new Command("pictures", "Trains a program of the notes on a folder of pictures.")
            { program, folder, epochs, side };
        command.SetAction((parsed, stop) =>
        {
            Train(
                Terminal.Console, parsed.GetValue(program)!, parsed.GetValue(folder)!.FullName,
                parsed.GetValue(epochs), parsed.GetValue<ulong>("--seed"), parsed.GetValue(side), stop);
            return Task.FromResult(0);
        });
        return command;
    }

    /// <summary>Trains a program on a folder, and prints loss and held-out accuracy after every epoch.</summary>
    /// <exception cref="ArgumentException">There is no program of that name.</exception>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static (Trainer Trainer, History History) Train(
        IAnsiConsole console, string program, string folder, int epochs, ulong seed, int side = 224,
        CancellationToken stop = default)
    {
        bool After(int epoch, History.Epoch measured)
        {
            console.WriteLine($"epoch {epoch,3}: loss {measured.Loss:0.0000}, held-out loss "
                + $"{measured.ValidationLoss:0.0000}, accuracy {measured.ValidationMetric:0.0 %}");
            stop.ThrowIfCancellationRequested();
            return true;
        }

        switch (program)
        {
            case "pets":
                ImageFiles pets = ImageFolder.Open(folder);
                return PictureRuns.Pets(pets, pets.Labels, side, epochs, seed, After);
            case "cifar":
                return PictureRuns.Cifar(
                    Cifar10.Train(folder), epochs, seed, ConvolutionalNetworks.CifarKeras, After);
            case "faces":
                ImageFiles faces = FaceFolder.Open(folder).Faces;
                return PictureRuns.Gender(faces, faces.Labels, epochs, seed, After);
            default:
                throw new ArgumentException(
                    $"Expected a program (pets, cifar, faces); got '{program}'.", nameof(program));
        }
    }
}
