using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;
using static Reference.Testing.BadInput;

namespace Reference.Optimizers.Tests;

public class ThreadedPassTests
{
    // A parameter large enough for bands on all cores, against the same weights as parameters too small for them: every bit is the same.
    [Fact]
    public void Bands_on_all_cores_give_the_bits_of_one()
    {
        const int Small = 70_001;
        var random = new RandomStream(1);
        double[][] weights = [random.Normals(Small), random.Normals(Small), random.Normals(Small)];
        double[][] gradients = [random.Normals(Small), random.Normals(Small), random.Normals(Small)];
        foreach (Func<Parameter[], IOptimizer> create in new Func<Parameter[], IOptimizer>[]
        {
            p => new GradientDescent(p, 0.1), p => new Momentum(p, 0.1), p => new Momentum(p, 0.1, nesterov: true),
            p => new AveragedMomentum(p, 0.1), p => new VelocityMomentum(p, 0.1),
            p => new AdaGrad(p, 0.1), p => new RmsProp(p, 0.1), p => new Adam(p, 0.1), p => new AdamW(p, 0.1, 0.05),
        })
        {
            Parameter[] parts = [.. weights.Select((w, i) => Filled($"part {i}", w, gradients[i]))];
            Parameter whole = Filled("whole", [.. weights.SelectMany(w => w)], [.. gradients.SelectMany(g => g)]);
            IOptimizer onOne = create(parts), onAll = create([whole]);
            for (int step = 0; step < 3; step++)
            {
                onOne.Step();
                onAll.Step();
            }

            Assert.Equal(parts.SelectMany(p => p.Value.ToColumnMajorArray()), whole.Value.ToColumnMajorArray());
        }
    }

    // A number that is not finite is found in whichever band it lies, and nothing has moved by then.
    [Theory]
    [InlineData(0)]
    [InlineData(100_000)]
    [InlineData(299_999)]
    public void A_broken_gradient_is_found_in_any_band(int at)
    {
        var random = new RandomStream(2);
        double[] weights = random.Normals(300_000), gradient = random.Normals(300_000);
        gradient[at] = double.NegativeInfinity;
        Parameter parameter = Filled("W", weights, new double[300_000]);
        gradient.CopyTo(parameter.Gradients);
        Refuses(new Adam([parameter], 0.1).Step, "gradient of W", $"element {at} is {double.NegativeInfinity}");
        Assert.Equal(weights, parameter.Value.ToColumnMajorArray());
    }

    private static Parameter Filled(string name, double[] weights, double[] gradient)
    {
        var parameter = new Parameter(name, Matrix<double>.Build.Dense(weights.Length, 1, [.. weights]));
        parameter.Accumulate(Matrix<double>.Build.Dense(weights.Length, 1, gradient));
        return parameter;
    }
}
