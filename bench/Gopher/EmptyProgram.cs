using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace HiPerf.Bench.Gopher;

/// <summary>The cheapest process there is: a static program without a library, which reads once, writes octets it holds, and ends. It shows what of an inetd program's time is the starting of a process.</summary>
internal static class EmptyProgram
{
    private const ulong Base = 0x400000;
    private const int HeaderLength = 64 + 56;

    /// <summary>Why it cannot be had here, or null.</summary>
    public static string? Missing => OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64 ? null : "empty process: written for Linux on x86-64";

    /// <summary>Writes it to a file that can be started.</summary>
    public static void Write(string path, byte[] answer)
    {
        File.WriteAllBytes(path, Image(answer));
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException(Missing);
        }

        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    // One header, one segment, code, answer.
    private static byte[] Image(byte[] answer)
    {
        byte[] code = Code(Base + HeaderLength, answer.Length);
        ulong length = (ulong)(HeaderLength + code.Length + answer.Length);
        return
        [
            0x7F, .. "ELF"u8, 2, 1, 1, 0, .. new byte[8],
            .. U16(2), .. U16(62), .. U32(1), .. U64(Base + HeaderLength), .. U64(64), .. U64(0), .. U32(0), .. U16(64), .. U16(56), .. U16(1), .. U16(0), .. U16(0), .. U16(0),
            .. U32(1), .. U32(5), .. U64(0), .. U64(Base), .. U64(Base), .. U64(length), .. U64(length), .. U64(0x1000),
            .. code, .. answer,
        ];
    }

    private static byte[] Code(ulong start, int answerLength)
    {
        byte[] read =
        [
            0x31, 0xC0, // xor eax, eax: read
            0x31, 0xFF, // xor edi, edi: standard input
            0x48, 0x8D, 0xB4, 0x24, .. U32(unchecked((uint)-512)), // lea rsi, [rsp - 512]
            0xBA, .. U32(512), // mov edx, 512
            0x0F, 0x05, // syscall
            0xB8, .. U32(1), // mov eax, 1: write
            0xBF, .. U32(1), // mov edi, 1: standard output
        ];
        byte[] end =
        [
            0xBA, .. U32((uint)answerLength), // mov edx, length
            0x0F, 0x05, // syscall
            0xB8, .. U32(60), // mov eax, 60: exit
            0x31, 0xFF, // xor edi, edi
            0x0F, 0x05, // syscall
        ];
        ulong answer = start + (ulong)(read.Length + 10 + end.Length);
        return [.. read, 0x48, 0xBE, .. U64(answer), .. end]; // mov rsi, answer
    }

    private static byte[] U16(ushort value)
    {
        byte[] octets = new byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(octets, value);
        return octets;
    }

    private static byte[] U32(uint value)
    {
        byte[] octets = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(octets, value);
        return octets;
    }

    private static byte[] U64(ulong value)
    {
        byte[] octets = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(octets, value);
        return octets;
    }
}
