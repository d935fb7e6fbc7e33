using System.Net;
using System.Net.Sockets;

namespace Reference.Datasets.Tests;

/// <summary>A web server on this machine that serves one file, as well or as badly as a test wants.</summary>
internal sealed class LocalServer : IDisposable
{
    private readonly HttpListener _listener = new();

    public LocalServer(byte[] content)
    {
        Content = content;
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Address = new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/");
        }

        _listener.Prefixes.Add(Address.ToString());
        _listener.Start();
        _ = Task.Run(ServeAsync, TestContext.Current.CancellationToken);
    }

    public Uri Address { get; }

    public byte[] Content { get; set; }

    /// <summary>Breaks the connection after so many bytes.</summary>
    public int? BreakAfter { get; set; }

    /// <summary>Answers requests for a part with the whole.</summary>
    public bool IgnoresRanges { get; set; }

    /// <summary>Where each request wanted to begin.</summary>
    public List<long> Starts { get; } = [];

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync().ConfigureAwait(false);
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            await AnswerAsync(context).ConfigureAwait(false);
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using HttpListenerResponse response = context.Response;
        long start = context.Request.Headers["Range"] is { } range ? long.Parse(range["bytes=".Length..].TrimEnd('-'))
            : 0;
        Starts.Add(start);
        if (context.Request.Url!.AbsolutePath.EndsWith("missing", StringComparison.Ordinal))
        {
            response.StatusCode = 404;
            return;
        }

        if (start > 0 && !IgnoresRanges)
        {
            if (start >= Content.Length)
            {
                response.StatusCode = 416;
                return;
            }

            response.StatusCode = 206;
            response.Headers["Content-Range"] = $"bytes {start}-{Content.Length - 1}/{Content.Length}";
        }

        byte[] body = response.StatusCode == 206 ? Content[(int)start..] : Content;
        response.ContentLength64 = body.Length;
        try
        {
            await response.OutputStream.WriteAsync(body.AsMemory(0, Math.Min(BreakAfter ?? body.Length, body.Length)))
                .ConfigureAwait(false);
            if (BreakAfter < body.Length)
            {
                response.Abort();
            }
        }
        catch (Exception e) when (e is HttpListenerException or IOException)
        {
            // The client had enough.
        }
    }
}
