using System.Runtime.CompilerServices;

namespace HiPerf.Ftp;

/// <summary>Where the data of the next transfer will flow: a connection that stands, or a port where the server is expected.</summary>
internal readonly struct FtpDataPort : IDisposable
{
    private readonly FtpDataChannel? _channel;
    private readonly FtpActive? _expected;

    /// <summary>A connection that stands.</summary>
    public FtpDataPort(FtpDataChannel channel) => _channel = channel;

    private FtpDataPort(FtpActive expected) => _expected = expected;

    /// <summary>The connection; null where the server is still expected.</summary>
    public FtpDataChannel? Channel => _channel;

    /// <summary>Tells the type where it changes, and prepares data by whichever side connects.</summary>
    /// <param name="link">The turn is the caller's.</param>
    /// <param name="type">The type the transfer needs; null where it needs none.</param>
    /// <param name="cancellationToken">Closes the connection.</param>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public static async ValueTask<FtpDataPort> OpenAsync(FtpLink link, FtpTransferType? type, CancellationToken cancellationToken)
    {
        var control = link.Control;
        var isPassive = link.Options.DataMode == FtpDataMode.Passive && !link.Memory.AvoidsPassive;
        var tellsType = type is not null && type != link.Type;
        if (tellsType)
        {
            control.Write(FtpCommand.Type, type == FtpTransferType.Ascii ? "A"u8 : "I"u8);
        }

        if (isPassive)
        {
            FtpPassive.Ask(link);
        }

        if (tellsType)
        {
            if (await control.ReceiveAsync(cancellationToken).ConfigureAwait(false) >= 400)
            {
                var error = control.Refused(InternetPhase.SendingRequest);
                await FtpSettlement.RunAsync(link).ConfigureAwait(false);
                throw error;
            }

            link.Type = type;
        }

        if (isPassive)
        {
            var port = await FtpPassive.ReadPortAsync(link, cancellationToken).ConfigureAwait(false);
            if (port > 0)
            {
                return await FtpPassive.ConnectAsync(link, port, cancellationToken).ConfigureAwait(false);
            }
        }

        return new FtpDataPort(await FtpActive.OfferAsync(link, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>The connection, waited for where the server makes it.</summary>
    public ValueTask<FtpDataChannel> TakeAsync(FtpLink link, CancellationToken cancellationToken) =>
        _channel is not null ? new ValueTask<FtpDataChannel>(_channel) : _expected!.AcceptAsync(link, cancellationToken);

    public void Dispose()
    {
        _channel?.Dispose();
        _expected?.Dispose();
    }
}
