using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using HiPerf.Samples.Catalogue;

namespace HiPerf.Facade.Tests.Ftp.Scripted;

/// <summary>One control connection of a <see cref="ScriptedFtpServer"/>: reads command lines and does the steps of each.</summary>
internal sealed class FtpServerConnection(ScriptedFtpServer server, Socket socket)
{
    private readonly byte[] _buffer = new byte[16 * 1024];
    private readonly FtpServerData _data = new(server);
    private readonly FtpServerUsual _usual = new(server);
    private Stream _stream = new NetworkStream(socket, ownsSocket: false);
    private int _start;
    private int _end;
    private bool _isOver;

    public async Task RunAsync()
    {
        await Task.Yield();
        try
        {
            socket.NoDelay = true;
            if (server.IsImplicit)
            {
                await SecureAsync();
            }

            for (var line = string.Empty; line is not null && !_isOver; line = await ReadLineAsync())
            {
                await RunAsync(server.Take(line)?.Steps ?? [FtpScript.AsUsual], line);
            }
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
        {
            // The client went away: what a client does is judged by the test, not by the server.
        }
        finally
        {
            _data.Dispose();
            await _stream.DisposeAsync();
            socket.Dispose();
        }
    }

    private async Task RunAsync(IEnumerable<FtpStep> steps, string line)
    {
        foreach (var step in steps)
        {
            if (_isOver)
            {
                return;
            }

            if (step.Does == FtpDoes.AsUsual)
            {
                await RunAsync(_usual.Steps(line, _data), line);
            }
            else if (step.Does >= FtpDoes.OpenData)
            {
                await _data.RunAsync(step);
            }
            else
            {
                await RunAsync(step);
            }
        }
    }

    private async Task RunAsync(FtpStep step)
    {
        var octets = Encoding.Latin1.GetBytes(Placed(step.Octets));
        switch (step.Does)
        {
            case FtpDoes.Send:
                await _stream.WriteAsync(octets);
                break;
            case FtpDoes.Drip:
                for (var i = 0; i < octets.Length; i++)
                {
                    await _stream.WriteAsync(octets.AsMemory(i, 1));
                }

                break;
            case FtpDoes.Flood:
                var flood = FtpServerData.Many(octets);
                while (true)
                {
                    await _stream.WriteAsync(flood);
                }

            case FtpDoes.StartTls:
                await SecureAsync();
                break;
            case FtpDoes.Close:
                _isOver = true;
                if (_stream is SslStream tls)
                {
                    await tls.ShutdownAsync();
                }

                socket.Shutdown(SocketShutdown.Send);
                await DrainAsync();
                break;
            case FtpDoes.Reset:
                _isOver = true;
                socket.LingerState = new LingerOption(enable: true, seconds: 0);
                socket.Dispose();
                break;
            case FtpDoes.Stall:
                _isOver = true;
                server.TellStalled();
                await DrainAsync();
                break;
            default:
                throw new InvalidOperationException($"{step.Does} is no step of the control connection.");
        }
    }

    // What a script names is listened for before it is said.
    private string Placed(string octets)
    {
        if (!octets.Contains("{port}", StringComparison.Ordinal) && !octets.Contains("{hi}", StringComparison.Ordinal) && !octets.Contains("{lo}", StringComparison.Ordinal))
        {
            return octets;
        }

        var port = _data.Listen();
        return octets.Replace("{port}", port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{hi}", (port >> 8).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{lo}", (port & 255).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    private async Task SecureAsync()
    {
        var tls = new SslStream(_stream);
        _stream = tls;
        _start = _end = 0;
        await tls.AuthenticateAsServerAsync(server.Certificate!);
    }

    private async Task DrainAsync()
    {
        while (await _stream.ReadAsync(_buffer) > 0)
        {
        }
    }

    private async Task<string?> ReadLineAsync()
    {
        while (!_isOver)
        {
            var length = _buffer.AsSpan(_start.._end).IndexOf("\r\n"u8);
            if (length >= 0)
            {
                var line = Encoding.Latin1.GetString(_buffer, _start, length);
                _start += length + 2;
                return line;
            }

            _buffer.AsSpan(_start.._end).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
            var read = await _stream.ReadAsync(_buffer.AsMemory(_end));
            if (read == 0)
            {
                return null;
            }

            _end += read;
        }

        return null;
    }
}
