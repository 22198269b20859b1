namespace HiPerf.Fuzzing;

/// <summary>A generated message: it knows its octets and prints as a C# expression that makes them again.</summary>
public interface IWireMessage
{
    /// <summary>The octets as text, one character of U+0000 to U+00FF an octet.</summary>
    string Wire { get; }

    /// <summary>The octets, a new array at each call.</summary>
    byte[] ToOctets() => System.Text.Encoding.Latin1.GetBytes(Wire);
}
