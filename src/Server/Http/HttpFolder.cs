using System.Buffers;
using HiPerf.Http;
using HiPerf.Http1;
using Microsoft.Win32.SafeHandles;

namespace HiPerf.Server;

/// <summary>Finds the answer to GET and HEAD in a folder: a file, a listing, a redirect to the slash, or why not.</summary>
internal sealed class HttpFolder
{
    private const int StackName = 512;

    // What of a file is sent; None where the answer is complete without: 304, 412, 416.
    private enum Selection
    {
        None,
        Whole,
        Part,
    }

    private readonly VirtualRoot _root;
    private readonly HotFiles _hot;
    private readonly AnswerHead _head;
    private readonly TimeProvider _clock;
    private readonly bool _listsFolders;

    public HttpFolder(HttpFolderOptions options, AnswerHead head, TimeProvider clock)
    {
        _root = new VirtualRoot(options.Folder, options.ServesHidden);
        _hot = new HotFiles(_root, options.MaxHotFile, options.MaxHotFiles);
        _head = head;
        _clock = clock;
        _listsFolders = options.ListsFolders;
    }

    /// <summary>Finds the answer.</summary>
    /// <param name="path">The target's path, as sent.</param>
    /// <param name="query">Its query with the question mark, kept in a redirect.</param>
    /// <param name="fields">The request's fields.</param>
    /// <param name="looked">The hot file last found current since the request came in.</param>
    /// <param name="answer">Takes the answer; cleared before.</param>
    public void Find(ReadOnlySpan<byte> path, ReadOnlySpan<byte> query, in RequestFields fields, ref HotFile? looked, Answer answer)
    {
        var buffer = path.Length <= StackName ? stackalloc byte[StackName] : new byte[path.Length];
        switch (_root.Normalize(path, buffer, out var length))
        {
            case VirtualPathStatus.Refused:
                answer.SetStatus(400, "The path holds what no path should: RFC 3986 section 3.3.");
                answer.Closes = true;
                break;
            case VirtualPathStatus.NotFound:
                answer.SetStatus(404);
                break;
            case VirtualPathStatus.Done:
                FindName(buffer[..length], query, in fields, ref looked, answer);
                break;
        }
    }

    private void FindName(ReadOnlySpan<byte> name, ReadOnlySpan<byte> query, in RequestFields fields, ref HotFile? looked, Answer answer)
    {
        if (_hot.TryFind(name, ref looked, out var hot))
        {
            if (fields.ArePlain)
            {
                answer.SetHot(hot);
            }
            else
            {
                SetHot(hot, in fields, _clock.GetUtcNow().UtcTicks, answer);
            }

            return;
        }

        var path = _root.PathOf(name);
        var namesFolder = name.IsEmpty || name[^1] == (byte)'/';
        var handle = _root.Open(path, out var facts);
        if (facts.Kind == FileKind.File && !namesFolder)
        {
            SetFile(handle!, name, path, in facts, in fields, answer);
            return;
        }

        using (handle)
        {
            if (facts.Kind != FileKind.Folder)
            {
                answer.SetStatus(404);
            }
            else if (namesFolder)
            {
                SetFolder(handle, name, path, in fields, answer);
            }
            else
            {
                answer.SetMoved(WithSlash(name, query));
            }
        }
    }

    private void SetFolder(SafeFileHandle? folder, ReadOnlySpan<byte> name, byte[] path, in RequestFields fields, Answer answer)
    {
        var indexPath = _root.PathOf([.. name, .. "index.html"u8]);
        var index = _root.Open(indexPath, out var facts);
        if (facts.Kind == FileKind.File)
        {
            SetFile(index!, name, indexPath, in facts, in fields, answer);
            return;
        }

        index?.Dispose();
        if (!_listsFolders)
        {
            answer.SetStatus(404);
            return;
        }

        var entries = _root.List(folder, path);
        var page = new ArrayBufferWriter<byte>();
        if (fields.WantsJson)
        {
            FolderPage.WriteJson(page, entries);
        }
        else
        {
            FolderPage.WriteHtml(page, name, entries);
        }

        answer.SetPage(page.WrittenMemory, fields.WantsJson ? FolderPage.JsonType : FolderPage.HtmlType);
    }

    private void SetFile(SafeFileHandle handle, ReadOnlySpan<byte> name, byte[] path, in FileFacts facts, in RequestFields fields, Answer answer)
    {
        var now = _clock.GetUtcNow().UtcTicks;
        if (_hot.IsKept(in facts, now) && TryReadHot(handle, path, in facts, now, out var hot))
        {
            _hot.Keep(name.ToArray(), hot);
            SetHot(hot, in fields, now, answer);
            return;
        }

        var contentType = ContentTypeOf(path);
        var validators = Validators.Of(in facts, now);
        switch (Select(in fields, validators, facts.Length, now, answer, out var part))
        {
            case Selection.Whole:
                answer.SetFile(handle, 0, facts.Length, -1, contentType, validators);
                break;
            case Selection.Part:
                answer.SetFile(handle, part.Start, part.Length, facts.Length, contentType, validators);
                break;
            default:
                handle.Dispose();
                break;
        }
    }

    private static void SetHot(HotFile hot, in RequestFields fields, long now, Answer answer)
    {
        var validators = hot.Validators;
        switch (Select(in fields, validators, hot.Content.Length, now, answer, out var part))
        {
            case Selection.Whole:
                answer.SetHot(hot);
                break;
            case Selection.Part:
                answer.SetPart(hot.Content.AsMemory((int)part.Start, (int)part.Length), part.Start, hot.Content.Length, hot.ContentType, validators);
                break;
        }
    }

    private static Selection Select(in RequestFields fields, Validators validators, long length, long now, Answer answer, out RangePart part)
    {
        part = default;
        switch (fields.Evaluate(validators, now))
        {
            case PreconditionOutcome.NotModified:
                answer.SetNotModified(validators);
                return Selection.None;
            case PreconditionOutcome.Failed:
                answer.SetStatus(412);
                return Selection.None;
        }

        switch (fields.SelectRange(validators, length, now, out part))
        {
            case RangeOutcome.Satisfiable:
                return Selection.Part;
            case RangeOutcome.Unsatisfiable:
                answer.SetUnsatisfiable(length);
                return Selection.None;
            default:
                return Selection.Whole;
        }
    }

    private bool TryReadHot(SafeFileHandle handle, byte[] path, in FileFacts facts, long now, out HotFile hot)
    {
        var content = new byte[facts.Length];
        var read = 0;
        while (read < content.Length)
        {
            var count = RandomAccess.Read(handle, content.AsSpan(read), read);
            if (count == 0)
            {
                break;
            }

            read += count;
        }

        hot = null!;
        if (read < content.Length || _root.Look(path) != facts)
        {
            return false;
        }

        handle.Dispose();

        // The head is made once, dated some other day: who writes it sets the date.
        var (contentType, validators) = (ContentTypeOf(path), Validators.Of(in facts, now));
        hot = new HotFile(path, facts, contentType, validators, [], content);
        var answer = new Answer();
        answer.SetHot(hot);
        var head = new ArrayBufferWriter<byte>(512);
        _ = _head.Write(head, answer, "Thu, 01 Jan 1970 00:00:00 GMT"u8, ConnectionOptions.None);
        hot = hot with { Head = head.WrittenSpan.ToArray() };
        return true;
    }

    private static string ContentTypeOf(byte[] path) => ContentTypes.Of(System.Text.Encoding.UTF8.GetString(path.AsSpan(0, path.Length - 1)));

    private static byte[] WithSlash(ReadOnlySpan<byte> name, ReadOnlySpan<byte> query)
    {
        var location = new ArrayBufferWriter<byte>();
        location.Write("/"u8);
        VirtualPathWriter.Write(location, name);
        location.Write("/"u8);
        location.Write(query);
        return location.WrittenSpan.ToArray();
    }
}
