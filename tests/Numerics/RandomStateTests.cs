namespace Reference.Numerics.Tests;

public class RandomStateTests
{
    // The polar method draws two normals at a time: the state must hold the spare one.
    [Fact]
    public void A_resumed_stream_goes_on_where_it_stood()
    {
        var stream = new RandomStream(5);
        stream.Normal();
        RandomStream resumed = RandomStream.Resume(stream.State());
        Assert.Equal(stream.Normals(7), resumed.Normals(7));
        Assert.Equal(stream.NextBits(), resumed.NextBits());
    }

    [Fact]
    public void A_state_that_is_none_is_refused()
    {
        Assert.Contains(
            "five numbers", Assert.Throws<ArgumentException>(() => RandomStream.Resume([1, 2, 3])).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "[0, 0, 0, 0, 1]", Assert.Throws<ArgumentException>(() => RandomStream.Resume([0, 0, 0, 0, 1])).Message,
            StringComparison.Ordinal);
    }
}
