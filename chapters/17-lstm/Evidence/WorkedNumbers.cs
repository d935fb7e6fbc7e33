using Reference.Book;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.RecurrentNetworks;

namespace Reference.LongShortTermMemory;

/// <summary>Traces of a cell of one unit, and the counts that follow from the listings; the notes print none of
/// them.</summary>
public static class LstmNumbers
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<WorkedNumber> All { get; } =
    [
        Trace("S2-204", "f = i = o of the first step, all weights ½, no bias, x = 1", "0.6224593312", () =>
            Half(1).f[0]),
        Trace("S2-204", "c̃", "0.4621171573", () => Half(1).g[0]),
        Trace("S2-204", "C", "0.2876491366", () => Half(1).C[0]),
        Trace("S2-204", "h", "0.1742697187", () => Half(1).h[0]),
        Trace("S2-204", "f = i = o of the second step", "0.6427074797", () => Half(2).o[0]),
        Trace("S2-204", "c̃", "0.5278318402", () => Half(2).g[0]),
        Trace("S2-204", "C", "0.5241157234", () => Half(2).C[0]),
        Trace("S2-204", "h", "0.3090589306", () => Half(2).h[0]),
        Trace("S2-204", "f = i = o of the third step", "0.6580304402", () => Half(3).i[0]),
        Trace("S2-204", "c̃", "0.5747112766", () => Half(3).g[0]),
        Trace("S2-204", "C", "0.7230616145", () => Half(3).C[0]),
        Trace("S2-204", "h", "0.4071906551", () => Half(3).h[0]),
        Trace("S3-165", "C after one step of a cell whose weights are 0, from C = 1", "0.5", () => Zero(1).C[0]),
        Trace("S3-165", "after two", "0.25", () => Zero(2).C[0]),
        Trace("S3-165", "after three", "0.125", () => Zero(3).C[0]),
        Trace("S3-165", "h after one step", "0.2310585786", () => Zero(1).h[0]),
        Trace("S3-165", "after two", "0.1224593312", () => Zero(2).h[0]),
        Trace("S3-165", "after three", "0.0621765009", () => Zero(3).h[0]),
        Trace("S3-166", "C of the first step, all weights 1, x = 1", "0.5567699411", () => One(1).C[0]),
        Trace("S3-166", "h", "0.3696063529", () => One(1).h[0]),
        Trace("S3-166", "f = i = o of the second step", "0.7973165465", () => One(2).f[0]),
        Trace("S3-166", "C̃", "0.8786024502", () => One(2).g[0]),
        Trace("S3-166", "C", "1.1444461580", () => One(2).C[0]),
        Trace("S3-166", "h", "0.6505352232", () => One(2).h[0]),
        Trace("S2-204", "parameters for 3 inputs and 4 units", "128", () => ScalarLstm.ParameterCount(3, 4)),
        Trace("S2-204", "the same with PyTorch's two biases", "144", () => ScalarLstm.ParameterCount(3, 4, biases: 2)),
        Trace("S3-168", "parameters of LSTM(32) on 32 inputs", "8320",
            () => Total(new Lstm(32, 32, new Sequences(1), Initializers.Zero))),
        Trace("S3-168", "parameters of Embedding(10000, 32), LSTM(32), Dense(1)", "328353",
            () => Total(ThreeStacks.Sentiment(10_000, 32, new Sequences(500), new RandomStream(1)))),
        Trace("S4-193", "parameters of the character model: 65 characters, embedding 64, LSTM 128", "111361",
            () => Total(Characters().Network)),
        Trace("S4-193", "the same with PyTorch's two biases", "111873", () => Total(Characters().Network)
            + ScalarLstm.ParameterCount(64, 128, biases: 2) - ScalarLstm.ParameterCount(64, 128)),
    ];

    /// <summary>The gates of a cell of one input and one unit, all weights w, no bias.</summary>
    public static LstmGates Equal(double w)
    {
        Gate Of() => new(new[,] { { w, w } }, [0]);
        return new(Of(), Of(), Of(), Of());
    }

    /// <summary>The steps of such a cell on x = 1, 1, 1.</summary>
    public static LstmStep[] Steps(double w, double C0 = 0) =>
        ScalarLstm.Forward(Equal(w), [[1], [1], [1]], [0], [C0]);

    private static WorkedNumber Trace(string row, string what, string value, Func<double> computed) =>
        WorkedNumber.Derived(row, what, value, computed);

    private static LstmStep Half(int t) => Steps(0.5)[t - 1];

    private static LstmStep One(int t) => Steps(1)[t - 1];

    private static LstmStep Zero(int t) => Steps(0, 1)[t - 1];

    private static double Total(ILayer layer) => Summary.Of(layer).Total;

    // The 65 characters of Tiny Shakespeare stand for any others.
    private static CharacterModel Characters() => new(
        new CharacterText(string.Concat(Enumerable.Range(0, 65).Select(i => (char)('0' + i)))),
        new CharacterSettings(), 1);
}
