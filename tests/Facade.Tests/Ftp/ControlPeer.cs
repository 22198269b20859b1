using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace HiPerf.Facade.Tests.Ftp;

/// <summary>An FTP server without data connections: answers each command by a table. What the table lacks a well-mannered server would say is said.</summary>
internal sealed class ControlPeer : IAsyncDisposable
{
    /// <summary>Answers that are none: nothing is sent; the connection is closed.</summary>
    public const string Silence = "silence", Close = "close";

    private static readonly Dictionary<string, string> s_manners = new(StringComparer.Ordinal)
    {
        ["USER"] = "331 password", ["PASS"] = "230 in", ["FEAT"] = "211 no features", ["PWD"] = "257 \"/\" here", ["PBSZ"] = "200 0", ["PROT"] = "200 yes", ["NOOP"] = "200 ok",
        ["QUIT"] = "221 bye", ["TYPE"] = "200 type", ["OPTS"] = "200 set", ["CWD"] = "250 there", ["AUTH"] = "234 go",
    };

    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly Dictionary<string, string> _answers;
    private readonly List<(string Prefix, TaskCompletionSource Came)> _awaited = [];
    private readonly List<string> _commands = [];
    private readonly ConcurrentBag<Socket> _sockets = [];
    private readonly List<Task> _running = [];
    private readonly Task _accepting;

    /// <param name="answers">What is said to a verb, or to a whole command; <c>greeting</c> to nothing. A pipe parts the answers to the first, second … command of that name.</param>
    public ControlPeer(params (string Command, string Answer)[] answers)
    {
        _answers = answers.ToDictionary(static row => row.Command, static row => row.Answer, StringComparer.Ordinal);
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
        Port = ((IPEndPoint)_listener.LocalEndPoint!).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    public X509Certificate2? ImplicitTls { get; init; }

    public X509Certificate2 Certificate { get; init; } = Peers.TestCertificate.ForLocalhost;

    public int Accepted => _sockets.Count;

    /// <summary>The commands so far, of all connections.</summary>
    public string[] Commands
    {
        get
        {
            lock (_commands)
            {
                return [.. _commands];
            }
        }
    }

    /// <summary>Completes when a command that begins so has come.</summary>
    public Task CameAsync(string prefix)
    {
        lock (_commands)
        {
            var came = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (_commands.Exists(command => command.StartsWith(prefix, StringComparison.Ordinal)))
            {
                came.SetResult();
            }
            else
            {
                _awaited.Add((prefix, came));
            }

            return came.Task;
        }
    }

    /// <summary>Closes what is connected.</summary>
    public void Drop()
    {
        foreach (var socket in _sockets)
        {
            socket.Dispose();
        }
    }

    /// <summary>Says something nobody asked for on the connection that came last.</summary>
    public async Task SayAsync(string text) => await _sockets.First().SendAsync(Encoding.Latin1.GetBytes(text));

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _accepting;
        Drop();
        await Task.WhenAll(_running);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptAsync();
                socket.NoDelay = true;
                _sockets.Add(socket);
                _running.Add(ServeAsync(socket));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The listener was closed: the test is over.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        await Task.Yield();
        try
        {
            using var transport = new NetworkStream(socket, ownsSocket: true);
            Stream stream = transport;
            if (ImplicitTls is not null)
            {
                stream = await SecureAsync(stream, ImplicitTls);
            }

            await SendAsync(stream, AnswerTo("greeting", "220 ready"));
            var counts = new Dictionary<string, int>(StringComparer.Ordinal);
            while (await ReadLineAsync(stream) is { } command)
            {
                var answer = Take(command, counts);
                Note(command);
                if (answer == Close)
                {
                    return;
                }

                if (answer != Silence)
                {
                    await SendAsync(stream, answer);
                }

                if (command.StartsWith("AUTH", StringComparison.Ordinal) && answer.StartsWith("234", StringComparison.Ordinal))
                {
                    stream = await SecureAsync(stream, Certificate);
                }
            }
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
        {
            // The client went away: what a client does is judged by the test, not by the peer.
        }
    }

    private static async Task<Stream> SecureAsync(Stream stream, X509Certificate2 certificate)
    {
        var tls = new SslStream(stream);
        await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions
        {
            ServerCertificate = certificate,
            ApplicationProtocols = [new SslApplicationProtocol("ftp")],
        });
        return tls;
    }

    private static async Task<string?> ReadLineAsync(Stream stream)
    {
        // Octet by octet: what stands behind AUTH belongs to TLS.
        var line = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one) > 0)
        {
            if (one[0] == (byte)'\n')
            {
                return Encoding.Latin1.GetString([.. line]).TrimEnd('\r');
            }

            line.Add(one[0]);
        }

        return null;
    }

    private static async Task SendAsync(Stream stream, string answer) =>
        await stream.WriteAsync(Encoding.Latin1.GetBytes(answer.EndsWith('\n') ? answer : answer + "\r\n"));

    private string Take(string command, Dictionary<string, int> counts)
    {
        var verb = command.Split(' ')[0];
        var name = _answers.ContainsKey(command) ? command : verb;
        var all = AnswerTo(name, s_manners.GetValueOrDefault(verb, "502 unknown")).Split('|');
        var count = counts.GetValueOrDefault(name);
        counts[name] = count + 1;
        return all[Math.Min(count, all.Length - 1)];
    }

    private string AnswerTo(string name, string otherwise) => _answers.GetValueOrDefault(name, otherwise);

    private void Note(string command)
    {
        lock (_commands)
        {
            _commands.Add(command);
            foreach (var (prefix, came) in _awaited)
            {
                if (command.StartsWith(prefix, StringComparison.Ordinal))
                {
                    came.TrySetResult();
                }
            }
        }
    }
}
