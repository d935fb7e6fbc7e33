using System.Text;

namespace Reference.Datasets.Tests;

/// <summary>Writes tar archives, good and bad.</summary>
internal static class TarWriter
{
    public static byte[] Archive(params byte[][] entries) => [.. entries.SelectMany(e => e), .. new byte[1024]];

    public static byte[] Entry(string name, byte[] content, char kind = '0', string prefix = "")
    {
        var header = new byte[512];
        Encoding.UTF8.GetBytes(name).CopyTo(header, 0);
        Put(100, "0000644\0");
        Put(124, Convert.ToString(content.Length, 8).PadLeft(11, '0') + "\0");
        Put(136, "00000000000\0");
        header[156] = (byte)kind;
        Put(257, "ustar\0" + "00");
        Put(345, prefix);
        return [.. Sealed(header), .. content, .. new byte[(512 - content.Length % 512) % 512]];

        void Put(int at, string text) => Encoding.ASCII.GetBytes(text).CopyTo(header, at);
    }

    /// <summary>A record "length key=value\n" of an entry of kind x; its length counts its own digits.</summary>
    public static byte[] Record(string key, string value)
    {
        byte[] rest = Encoding.UTF8.GetBytes($" {key}={value}\n");
        int length = rest.Length + $"{rest.Length + 2}".Length;
        return [.. Encoding.ASCII.GetBytes($"{length}"), .. rest];
    }

    /// <summary>Puts the right checksum into the header that the bytes begin with.</summary>
    public static byte[] Sealed(byte[] header)
    {
        Encoding.ASCII.GetBytes("        ").CopyTo(header, 148);
        Encoding.ASCII.GetBytes(Convert.ToString(header[..512].Sum(b => b), 8).PadLeft(6, '0') + "\0 ")
            .CopyTo(header, 148);
        return header;
    }
}
