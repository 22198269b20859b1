using System.Net;
using System.Net.Sockets;
using RawServer;

// Loopback alone; a port of 0, the default, lets the system choose. A thread a connection, 100 at once.
using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
listener.Bind(new IPEndPoint(IPAddress.Loopback, args.Length > 0 ? int.Parse(args[0]) : 0));
listener.Listen();
Console.WriteLine($"Listening on http://{listener.LocalEndPoint}/");

using var places = new SemaphoreSlim(100);
while (true)
{
    places.Wait();
    Socket socket = listener.Accept();
    new Thread(() =>
    {
        new Connection(socket).Serve();
        socket.Dispose();
        places.Release();
    }).Start();
}
