using Reference.Book;
using Reference.Datasets;
using Reference.LongShortTermMemory;

namespace Reference.LanguageModels;

/// <summary>
/// The models that the experiments begin with: at full length those of the command <c>train</c>, without
/// <c>--notes</c> and with it, as their files hold them, or trained now; in short a tiny one on drawn reviews.
/// </summary>
public static class TrainedModel
{
    /// <summary>A finished run.</summary>
    public static GptTraining Of(MeasurementRun run, bool notes = false)
    {
        ArgumentNullException.ThrowIfNull(run);
        bool real = run.Full && DataCache.Standard.Find(PublicSet.TinyShakespeare) is not null;
        CharacterText text = real ? CharacterText.Standard() : Text();
        GptConfiguration configuration = real
            ? new(text.Characters.Count)
            : new(text.Characters.Count, 64, 16, 2, 1);
        TrainingSettings settings = !real ? new(20, 4, 1e-2, WarmUp: 5, TextEvery: 10)
            : notes ? TrainingSettings.Notes : new();
        string file = Path.Combine(
            Repository.PathOf("plots/out/21-language-model"), GptCommands.FileName(notes));
        GptTraining model = real && File.Exists(file)
            ? GptTraining.Resume(Checkpoint.Load(file), text, configuration, settings)
            : new(text, configuration, settings, run.Seed);
        model.Run(now =>
        {
            run.Progress(now.Done, 2 * settings.Iterations);
            if (real && (now.Done % 500 == 0 || now.Done == settings.Iterations))
            {
                model.Save().Save(file);
            }
        });
        return model;
    }

    // Drawn reviews, and the characters of questions and speakers.
    private static CharacterText Text() => new(string.Join('\n', Texts.Reviews.Drawn(60, 1).Texts)
        + "\n ?:'-abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.,!\n");
}
