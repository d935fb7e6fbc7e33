using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace Reference.Datasets;

/// <summary>
/// The download of one file: into <c>name.part</c>, from where an earlier attempt stopped if the server can,
/// then its length and hash are compared, then it is moved to its place.
/// </summary>
internal sealed class Download(HttpClient client, PublicFile file, string path)
{
    /// <summary>The longest time to wait for a server.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _part = path + ".part", _pin = path + ".sha256";

    public async Task RunAsync(IProgress<DownloadProgress>? progress, CancellationToken cancellation)
    {
        // Without a known hash, parts of two versions could be joined unnoticed: every attempt starts anew.
        long have = file.Sha256 is not null && File.Exists(_part) ? new FileInfo(_part).Length : 0;
        if (have != file.Length)
        {
            await ReceiveAsync(have, progress, cancellation).ConfigureAwait(false);
        }

        await CheckAsync(cancellation).ConfigureAwait(false);
        File.Move(_part, path, overwrite: true);
    }

    private async Task ReceiveAsync(long have, IProgress<DownloadProgress>? progress, CancellationToken cancellation)
    {
        using HttpResponseMessage response = await RequestAsync(have, cancellation).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            // The part is longer than the file: start anew.
            File.Delete(_part);
            throw new IOException("the part that was here does not fit; it has been deleted, try again.");
        }

        response.EnsureSuccessStatusCode();
        bool resumes = response.StatusCode == HttpStatusCode.PartialContent
            && response.Content.Headers.ContentRange?.From == have;
        long received = resumes ? have : 0;
        long? total = received + response.Content.Headers.ContentLength;
        if (file.Length is { } expected && total is { } announced && announced != expected)
        {
            throw Damaged.File(file.Name, $"{expected} bytes", $"{announced} announced by the server");
        }

        using var target = new FileStream(_part, resumes ? FileMode.Append : FileMode.Create, FileAccess.Write);
        using Stream source = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        var buffer = new byte[1 << 16];
        for (int got = await ReadAsync(source, buffer, cancellation).ConfigureAwait(false);
            got > 0;
            got = await ReadAsync(source, buffer, cancellation).ConfigureAwait(false))
        {
            received += got;
            if (received > (file.Length ?? Limits.Bytes))
            {
                throw Damaged.File(file.Name, $"at most {file.Length ?? Limits.Bytes} bytes", "more");
            }

            await target.WriteAsync(buffer.AsMemory(0, got), cancellation).ConfigureAwait(false);
            progress?.Report(new(file.Name, received, file.Length ?? total));
        }

        if (received < (file.Length ?? total))
        {
            throw new IOException(
                $"the connection broke off after {received} of {file.Length ?? total} bytes; the next attempt goes "
                + $"on from there.");
        }
    }

    private async Task<HttpResponseMessage> RequestAsync(long have, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, file.Address);
        request.Headers.Range = have > 0 ? new RangeHeaderValue(have, null) : null;
        return await PatientlyAsync(token =>
            client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token), cancellation)
            .ConfigureAwait(false);
    }

    private static Task<int> ReadAsync(Stream source, byte[] buffer, CancellationToken cancellation) =>
        PatientlyAsync(token => source.ReadAsync(buffer, token).AsTask(), cancellation);

    private static async Task<T> PatientlyAsync<T>(Func<CancellationToken, Task<T>> step,
        CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            return await step(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException($"no answer from the server for {Patience.TotalSeconds} seconds.", e);
        }
    }

    private async Task CheckAsync(CancellationToken cancellation)
    {
        string came;
        using (FileStream part = File.OpenRead(_part))
        {
            came = Convert.ToHexStringLower(await SHA256.HashDataAsync(part, cancellation).ConfigureAwait(false));
        }

        string? expected = file.Sha256
            ?? (File.Exists(_pin) ? (await File.ReadAllTextAsync(_pin, cancellation).ConfigureAwait(false)).Trim()
            : null);
        if (expected is null)
        {
            AtomicFile.Write(_pin, stream => stream.Write(Encoding.ASCII.GetBytes(came + "\n")));
        }
        else if (came != expected)
        {
            File.Delete(_part);
            string whose = file.Sha256 is null ? $", that of the first download, kept in {_pin}" : "";
            throw Damaged.File(file.Name, $"SHA-256 {expected}{whose}", $"{came}; the download has been deleted");
        }
    }
}
