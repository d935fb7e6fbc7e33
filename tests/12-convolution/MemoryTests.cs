using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using Reference.Networks;
using Reference.Numerics;

namespace Reference.Convolutions.Tests;

/// <summary>
/// What a training step holds. Activations are what a forward pass must keep for the backward one: the input, the
/// output of every layer, and, of max pooling, which pixel was chosen. As much again goes to the gradients of the
/// layers' inputs. Frames and packed panels are buffers of the thread, a few MB that all layers share.
/// </summary>
public class MemoryTests
{
    [Theory]
    [InlineData("MNIST", 10)]
    [InlineData("MNIST", 64)]
    [InlineData("CIFAR", 4)]
    [InlineData("CIFAR", 24)]
    public void A_step_holds_twice_the_activations_and_then_allocates_nothing(string name, int batch)
    {
        var random = new RandomStream(1);
        Sequential Network() => name == "MNIST"
            ? ConvolutionalNetworks.Mnist(random)
            : ConvolutionalNetworks.Cifar(random);
        (Sequential one, Sequential other) = (Network(), Network());
        Matrix<double> X = Matrix<double>.Build.Dense(one.Inputs, batch, random.Normals(one.Inputs * batch)),
            dY = Matrix<double>.Build.Dense(10, batch, random.Normals(10 * batch));
        long activations = sizeof(double) * batch
            * (one.Inputs + one.Layers.Sum(layer => layer.Outputs * (layer is MaxPool2D ? 2L : 1L)));
        (long withBuffers, long first, long second) = (0, 0, 0);
        // A thread of its own has no buffers yet.
        var thread = new Thread(() =>
        {
            int threads = Control.MaxDegreeOfParallelism;
            Control.MaxDegreeOfParallelism = 1;
            withBuffers = Allocated(one);
            first = Allocated(other);
            second = Allocated(other);
            Control.MaxDegreeOfParallelism = threads;
        });
        thread.Start();
        thread.Join();
        Assert.InRange(first, activations, 2 * activations);
        Assert.InRange(second, 0, 4096);
        Assert.InRange(withBuffers - first, 0, 8 << 20);

        long Allocated(Sequential network)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            network.Forward(X.View());
            network.Backward(dY.View(), inputGradient: false);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }
}
