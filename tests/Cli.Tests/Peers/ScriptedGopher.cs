using System.Net;
using System.Net.Sockets;
using System.Text;

namespace HiPerf.Cli.Tests.Peers;

/// <summary>A Gopher server on loopback that answers each request line with given octets; one it does not know, with an error.</summary>
internal sealed class ScriptedGopher : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Dictionary<string, byte[]> _answers = new(StringComparer.Ordinal);
    private readonly Task _serving;

    public ScriptedGopher()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public string Url => $"gopher://127.0.0.1:{Port}/";

    /// <summary>What was asked for, in order.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>Answers a request. In a menu, <c>@</c> as a whole field stands for host and port of this server.</summary>
    public ScriptedGopher Add(string request, string answer) =>
        Add(request, Encoding.UTF8.GetBytes(answer.Replace("\t@", $"\t127.0.0.1\t{Port}", StringComparison.Ordinal)));

    /// <summary>Answers a request with octets.</summary>
    public ScriptedGopher Add(string request, byte[] answer)
    {
        _answers[request] = answer;
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _serving;
        _listener.Stop();
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using TcpClient client = await _listener.AcceptTcpClientAsync(_end.Token);
                await AnswerAsync(client.GetStream());
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        try
        {
            using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
            string request = await reader.ReadLineAsync(_end.Token) ?? string.Empty;
            Requests.Add(request);
            await stream.WriteAsync(_answers.GetValueOrDefault(request) ?? "3There is no such thing\t\terror.host\t1\r\n.\r\n"u8.ToArray(), _end.Token);
        }
        catch (IOException)
        {
            // The client closed first.
        }
    }
}
