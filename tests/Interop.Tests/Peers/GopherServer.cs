namespace HiPerf.Interop.Tests.Peers;

/// <summary>The Gopher servers that are tested with.</summary>
public enum GopherServer
{
    Gophernicus,
    Pygopherd,
}
