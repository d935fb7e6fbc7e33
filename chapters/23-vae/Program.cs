using Reference.Datasets; using Reference.Numerics; using Reference.VariationalAutoencoders;
var tr = Mnist.Train("/work/shared/data/mnist").ToSampleSet(); var te = Mnist.Test("/work/shared/data/mnist").ToSampleSet();
var sw = System.Diagnostics.Stopwatch.StartNew();
var (m, h) = DigitVae.Train(r => VaeModels.Convolutional(r), tr, te, int.Parse(args[0]), ulong.Parse(args[1]), e => Console.WriteLine($"{e} {sw.Elapsed.TotalSeconds:0.0}"));
foreach (var e in h) Console.WriteLine($"{e.Training.Elbo:0.00} {e.HeldOut.Elbo:0.00} {e.HeldOut}");
