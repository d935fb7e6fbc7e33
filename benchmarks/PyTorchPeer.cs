using System.ComponentModel;
using System.Diagnostics;
using Reference.Book;

namespace Reference.Benchmarks;

/// <summary>
/// The same work in PyTorch, by a script of benchmarks/peers, and in libtorch, by the program in
/// benchmarks/peers/libtorch where it has been built: a line asks, and the faster answer counts.
/// </summary>
internal sealed class PyTorchPeer : IDisposable
{
    private readonly List<Process> _processes = [];
    private readonly TimeSpan _rest;

    /// <summary>Starts those that are here and says which are not.</summary>
    /// <param name="python">A Python that has PyTorch.</param>
    /// <param name="script">The file in benchmarks/peers; null where libtorch alone does this work.</param>
    /// <param name="work">What libtorch is asked for: products, network, optimizer, functions, normalization or
    /// convolution.</param>
    /// <param name="threads">Threads of each.</param>
    internal PyTorchPeer(string python, string? script, string work, int threads)
    {
        // The second thread of a peer goes on spinning for up to 0.2 s, on the core that the next turn needs.
        _rest = TimeSpan.FromSeconds(threads > 1 ? 0.25 : 0);
        if (script is not null)
        {
            Start($"PyTorch with {python}", python, [Repository.PathOf($"benchmarks/peers/{script}"), $"{threads}"],
                threads);
        }

        Start(
            "libtorch (dotnet build -c Release benchmarks/peers/libtorch)",
            Repository.PathOf("benchmarks/peers/libtorch/bin/Release/net10.0/Reference.LibTorch"),
            [work, $"{threads}"], threads);
    }

    private void Start(string name, string program, string[] arguments, int threads)
    {
        var start = new ProcessStartInfo(program, arguments)
        { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["OPENBLAS_NUM_THREADS"] = start.Environment["OMP_NUM_THREADS"] = $"{threads}";
        start.Environment["TORCH_CPP_LOG_LEVEL"] = "ERROR"; // a warning a convolution takes as long as the convolution
        try
        {
            Process process = Process.Start(start)!;
            string? line;
            do
            {
                line = process.StandardOutput.ReadLine();
            }
            while (line is not (null or "ready"));

            if (line is not null)
            {
                _processes.Add(process);
                return;
            }

            process.Dispose();
        }
        catch (Win32Exception)
        {
        }

        Console.WriteLine($"{name}: not here.");
    }

    /// <summary>The seconds that the faster one takes for what the line names; NaN where there is none.</summary>
    internal double Ask(string line) => _processes.Count == 0 ? double.NaN : _processes.Min(p => Ask(p, line));

    private double Ask(Process process, string line)
    {
        process.StandardInput.WriteLine(line);
        process.StandardInput.Flush();
        double seconds = double.Parse(
            process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("A peer ended early."));
        Thread.Sleep(_rest);
        return seconds;
    }

    /// <summary>Ends them.</summary>
    public void Dispose()
    {
        foreach (Process process in _processes)
        {
            process.StandardInput.Close();
            process.Dispose();
        }
    }
}
