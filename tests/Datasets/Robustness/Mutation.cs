using Reference.Numerics;

namespace Reference.Datasets.Tests;

/// <summary>Damage as disks, networks and adversaries do it.</summary>
internal static class Mutation
{
    private static readonly byte[][] Extremes =
        [[0, 0, 0, 0], [255, 255, 255, 255], [127, 255, 255, 255], [128, 0, 0, 0], [255, 255, 255, 127],
            [0, 0, 0, 128], [1, 0, 0, 0], [64, 0, 0, 0]];

    /// <summary>A copy with one to four wounds.</summary>
    public static byte[] Of(byte[] file, RandomStream random)
    {
        List<byte> bytes = [.. file];
        for (int wounds = 1 + random.Below(4); wounds > 0; wounds--)
        {
            // Headers, where the interesting bytes are, get half of them.
            int at = random.Below(1 + (random.Bernoulli(0.5) ? Math.Min(bytes.Count, 64) : bytes.Count));
            int length = Math.Min(1 + random.Below(16), bytes.Count - at);
            switch (random.Below(7))
            {
                case 0 when at < bytes.Count:
                    bytes[at] ^= (byte)(1 << random.Below(8));
                    break;
                case 1 when at < bytes.Count:
                    bytes[at] = (byte)random.Below(256);
                    break;
                case 2:
                    bytes.Insert(at, (byte)random.Below(256));
                    break;
                case 3:
                    bytes.RemoveRange(at, length);
                    break;
                case 4:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 5 when bytes.Count - at >= 4:
                    byte[] extreme = Extremes[random.Below(Extremes.Length)];
                    for (int i = 0; i < 4; i++)
                    {
                        bytes[at + i] = extreme[i];
                    }

                    break;
                default:
                    bytes.RemoveRange(at, random.Bernoulli(0.3) ? bytes.Count - at : 0);
                    break;
            }
        }

        return [.. bytes];
    }
}
