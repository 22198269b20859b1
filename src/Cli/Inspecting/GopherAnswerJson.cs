using System.Text.Json;
using HiPerf.Gopher;

namespace HiPerf.Cli.Inspecting;

/// <summary>Writes what an answer holds of Gopher: the items of a menu, the octets of a request.</summary>
internal static class GopherAnswerJson
{
    public static void Write(Utf8JsonWriter json, InspectAnswer answer)
    {
        if (answer.Items is { } items)
        {
            json.WriteStartArray("items");
            foreach (InspectedItem item in items)
            {
                Write(json, item);
            }

            json.WriteEndArray();
        }

        if (answer.Terminated is { } terminated)
        {
            json.WriteBoolean("terminated", terminated);
        }

        if (answer.Wire is { } wire)
        {
            json.WriteBase64String("wire", wire);
        }
    }

    private static void Write(Utf8JsonWriter json, InspectedItem item)
    {
        json.WriteStartObject();
        json.WriteString("type", item.Type);
        json.WriteString("display", item.Display);
        json.WriteString("selector", item.Selector);
        json.WriteString("host", item.Host);
        if (item.Port is { } port)
        {
            json.WriteNumber("port", port);
        }
        else
        {
            json.WriteNull("port");
        }

        json.WriteBoolean("plus", item.Mark != GopherPlusMark.None);
        json.WriteBoolean("ask", item.Mark == GopherPlusMark.Ask);
        if (item.Primary is { } primary)
        {
            json.WriteNumber("primary", primary);
        }

        json.WriteBoolean("malformed", item.IsMalformed);
        json.WriteStartArray("faults");
        foreach (GopherItemFaults fault in Enum.GetValues<GopherItemFaults>())
        {
            if (fault != GopherItemFaults.None && item.Faults.HasFlag(fault))
            {
                json.WriteStringValue(fault.ToString());
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
