using System.Diagnostics;

namespace HiPerf.Bench.Gopher;

/// <summary>What starts an inetd program: it accepts, starts the program with the connection as its standard input and output, and accepts again.</summary>
/// <remarks>Python calls <c>posix_spawn</c>, which shares its memory with the child until that is the program (vfork): the same loop in C is some hundredths faster, because the process started is what takes
/// the time. Nothing is looked up or logged, as a super-server of a distribution would.</remarks>
internal static class SuperServer
{
    private const string Program = "/usr/bin/python3";

    private const string Script = """
        import os, socket, sys, threading
        listener = socket.create_server(('127.0.0.1', 0), backlog=512)
        def end():
            sys.stdin.read()
            os._exit(0)
        threading.Thread(target=end, daemon=True).start()
        print(listener.getsockname()[1], flush=True)
        command = sys.argv[1:]
        while True:
            connection, peer = listener.accept()
            fd = connection.fileno()
            os.posix_spawn(command[0], command, os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, fd, 0), (os.POSIX_SPAWN_DUP2, fd, 1)])
            connection.close()
            try:
                while os.waitpid(-1, os.WNOHANG)[0]:
                    pass
            except ChildProcessError:
                pass
        """;

    /// <summary>Why it cannot be started here, or null.</summary>
    public static string? Missing => File.Exists(Program) ? null : "python3: not installed (Debian's python3)";

    /// <summary>Starts it for a program.</summary>
    public static ProcessStartInfo For(params string[] command) => new(Program, ["-c", Script, .. command]);
}
