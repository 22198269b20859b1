using System.Text.Json;
using System.Text.Json.Serialization;

namespace HiPerf.Ftp;

/// <summary>What a download that may be resumed was begun with: what the server said of its file then.</summary>
/// <param name="Length">Octets of the whole file.</param>
/// <param name="Time">When it was last written.</param>
internal sealed record FtpAttempt(long Length, DateTimeOffset Time)
{
    /// <summary>Reads the note beside a part; null when there is none, or it is none: then nothing is known of the part.</summary>
    public static FtpAttempt? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), FtpAttemptJson.Default.FtpAttempt);
        }
        catch (Exception e) when (e is JsonException or FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Writes the note; before the part's first octet.</summary>
    public void Write(string path)
    {
        File.Delete(path);
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        file.Write(JsonSerializer.SerializeToUtf8Bytes(this, FtpAttemptJson.Default.FtpAttempt));
        file.Flush(flushToDisk: true);
    }
}

/// <summary>The note's JSON, written at compile time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(FtpAttempt))]
internal sealed partial class FtpAttemptJson : JsonSerializerContext;
