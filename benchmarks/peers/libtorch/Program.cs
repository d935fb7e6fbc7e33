using Reference.Benchmarks.LibTorch;
using TorchSharp;

// The work of the tables in libtorch, one turn a line: arguments are the kind of work, as below, and the number of
// threads, lines as for the script of the same kind in benchmarks/peers; answers are seconds.
try
{
    torch.set_num_threads(int.Parse(args[1]));
    torch.set_num_interop_threads(1);
}
catch (Exception missing) when (
    missing is TypeInitializationException or DllNotFoundException or NotSupportedException)
{
    Console.Error.WriteLine(
        "libtorch: its native library does not load here. TorchSharp 0.107 needs the libstdc++ of GCC 13 "
            + "(GLIBCXX_3.4.32): "
        + $"Debian 13, Ubuntu 24.04 or newer. {(missing.InnerException ?? missing).Message.Split('\n')[0]}");
    return 1;
}

var turns = new Turns(elapsed: args[1] != "1");
Func<string, Action> work = args[0] switch
{
    "products" => Products.Create,
    "network" => Network.Create,
    "optimizer" => Optimizer.Create,
    "functions" => Functions.Create,
    "normalization" => Normalization.Create,
    "convolution" => Convolution.Create,
    "attention" => AttentionPasses.Create,
    "transformer" => TransformerStep.Create,
    "words" => Words.Create,
    "recurrent" => Recurrent.Create,
    "autoencoder" => Autoencoder.Create,
    "rbm" => Machine.Create,
    _ => throw new ArgumentException($"Expected a kind of work as in its program; got {args[0]}."),
};
Console.WriteLine("ready");
while (Console.ReadLine() is { } line)
{
    Console.WriteLine(turns.Of(line.Trim(), work));
}

return 0;
