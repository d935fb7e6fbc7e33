using System.Net;
using Reference.Book;
using Reference.Datasets;
using Spectre.Console;

namespace Reference.Plots.Tests;

public sealed class FetchCommandTests : IDisposable
{
    private static readonly PublicSet Set = new("small",
        [new("data [1].bin", new("http://127.0.0.1/data.bin"), null, null)], ["data [1].bin"]);

    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _printed = new(), _errors = new();
    private readonly CancellationTokenSource _stop =
        CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    public void Dispose()
    {
        _folder.Dispose();
        _printed.Dispose();
        _errors.Dispose();
        _stop.Dispose();
    }

    private int Fetch(Func<HttpResponseMessage> answer)
    {
        // Bars are drawn where somebody looks.
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(_printed),
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.Yes,
        });
        console.Profile.Width = 160;
        using var client = new HttpClient(new Answering(answer));
        var cache = new DataCache(_folder.Path, null, client);
        return ConsoleErrors.Guard(() => FetchCommand.RunAsync(console, cache, Set, _stop.Token).GetAwaiter()
            .GetResult(), _errors);
    }

    [Fact]
    public void A_set_is_downloaded_with_a_bar_and_its_folder_named()
    {
        Assert.Equal(0, Fetch(() => new(HttpStatusCode.OK) { Content = new ByteArrayContent(new byte[100_000]) }));
        Assert.Equal(100_000, new FileInfo(_folder.At("small", "data [1].bin")).Length);
        Assert.Matches(@"data \[1\]\.bin .*100%", _printed.ToString());
        Assert.Contains($"small is in {_folder.At("small")}", _printed.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, Fetch(() => throw new InvalidOperationException("What is here is not downloaded again.")));
    }

    [Fact]
    public void Offline_one_line_names_the_file_and_its_folder()
    {
        Assert.Equal(1, Fetch(() => throw new HttpRequestException("no network.")));
        string error = _errors.ToString();
        Assert.StartsWith("http://127.0.0.1/data.bin could not be downloaded: no network. Put data [1].bin", error,
            StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
    }

    [Fact]
    public void A_cancelled_download_is_reported_and_leaves_no_file()
    {
        Assert.Equal(130, Fetch(() =>
        {
            _stop.Cancel();
            return new(HttpStatusCode.OK) { Content = new ByteArrayContent(new byte[100_000]) };
        }));
        Assert.False(File.Exists(_folder.At("small", "data [1].bin")));
    }

    [Fact]
    public void The_command_takes_the_name_of_a_set_and_lists_them()
    {
        Assert.Equal(PublicSet.Cifar10, FetchCommand.Named("cifar-10"));
        string refusal = Assert.Throws<ArgumentException>(() => FetchCommand.Named("nope")).Message;
        Assert.Contains(
            "mnist, fashion-mnist, cifar-10, tinyshakespeare, boston-housing, sentiment, movielens); got 'nope'",
            refusal, StringComparison.Ordinal);
        Assert.Contains("tinyshakespeare", FetchCommand.Create().Arguments.Single().Description,
            StringComparison.Ordinal);
    }

    private sealed class Answering(Func<HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request,
            CancellationToken cancellationToken) => Task.FromResult(answer());
    }
}
