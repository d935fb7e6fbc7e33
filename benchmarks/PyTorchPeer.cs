using System.ComponentModel;
using System.Diagnostics;
using Reference.Book;

namespace Reference.Benchmarks;

/// <summary>
/// A script of benchmarks/peers in a Python of its own: a line asks, a line answers in seconds. Where there is no
/// PyTorch it answers NaN.
/// </summary>
internal sealed class PyTorchPeer : IDisposable
{
    private readonly Process? _process;

    /// <summary>Starts the script and gives it two seconds to fail.</summary>
    /// <param name="python">A Python that has PyTorch.</param>
    /// <param name="script">The file in benchmarks/peers.</param>
    /// <param name="threads">Threads of its OpenBLAS.</param>
    internal PyTorchPeer(string python, string script, int threads)
    {
        string path = Repository.PathOf($"benchmarks/peers/{script}");
        var start = new ProcessStartInfo(python, [path, $"{threads}"])
        { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["OPENBLAS_NUM_THREADS"] = $"{threads}";
        try
        {
            Process process = Process.Start(start)!;
            if (!process.WaitForExit(2000))
            {
                _process = process;
                return;
            }

            process.Dispose();
        }
        catch (Win32Exception missing)
        {
            Console.WriteLine(missing.Message);
        }

        Console.WriteLine($"PyTorch: not with {python}; its columns stay empty.");
    }

    /// <summary>The seconds that PyTorch takes for what the line names.</summary>
    internal double Ask(string line)
    {
        if (_process is null)
        {
            return double.NaN;
        }

        _process.StandardInput.WriteLine(line);
        _process.StandardInput.Flush();
        return double.Parse(
            _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The Python peer ended early."));
    }

    /// <summary>Ends the script.</summary>
    public void Dispose()
    {
        _process?.StandardInput.Close();
        _process?.Dispose();
    }
}
