namespace HiPerf.Fuzzing;

/// <summary>A generated message: it knows its octets and prints as a C# expression that makes them again.</summary>
public interface IWireMessage
{
    /// <summary>The octets as text, one character of U+0000 to U+00FF an octet.</summary>
    string Wire { get; }
}

/// <summary>What every generated message can do.</summary>
public static class WireMessageExtensions
{
    /// <summary>The octets, a new array at each call.</summary>
    /// <param name="message">A generated message.</param>
    public static byte[] ToOctets(this IWireMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return System.Text.Encoding.Latin1.GetBytes(message.Wire);
    }
}
