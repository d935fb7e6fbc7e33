using System.CommandLine;
using Reference.Book;
using Reference.Classification;

namespace Reference.Convolutions;

/// <summary>Chapter 12: convolution, pooling, and the convolutional networks of the notes.</summary>
public sealed class ConvolutionChapter() : Chapter(
    "12-convolution", "Convolution",
    ConvolutionDerivations.All,
    ConvolutionNumbers.All, ConvolutionClaims.All, ConvolutionFigures.All,
    ConvolutionExperiments.All)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Command> Commands =>
    [
        .. new DigitCommands("the convolutional network of 60,074 parameters", 5, DigitRuns.Program).All(),
        PictureCommand.Create(), ResultsCommand.Of(this, ConvolutionExperiments.Measured),
    ];
}
