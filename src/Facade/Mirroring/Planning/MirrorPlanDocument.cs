// A plan as JSON: what is saved, and over which its identity is taken. Reading checks what executing relies on: every path lies below the root.
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HiPerf.Mirroring;

/// <summary>The JSON form of a plan.</summary>
internal sealed record MirrorPlanDocument
{
    private const int Known = 1;

    public required int Version { get; init; }

    public required string Nonce { get; init; }

    public required string Source { get; init; }

    public required string Destination { get; init; }

    public required bool PreservesTimes { get; init; }

    public required long Unchanged { get; init; }

    public required IReadOnlyList<MirrorOperation> Operations { get; init; }

    public static byte[] Write(MirrorPlan plan) => JsonSerializer.SerializeToUtf8Bytes(
        new MirrorPlanDocument
        {
            Version = Known,
            Nonce = plan.Nonce,
            Source = MirrorPlace.WithoutUser(plan.Source),
            Destination = MirrorPlace.WithoutUser(plan.Destination),
            PreservesTimes = plan.PreservesTimes,
            Unchanged = plan.Unchanged,
            Operations = plan.Operations,
        },
        MirrorJson.Default.MirrorPlanDocument);

    public static string Identify(MirrorPlan plan) => Convert.ToHexStringLower(SHA256.HashData(Write(plan)));

    public static async ValueTask<MirrorPlan> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        try
        {
            var document = await JsonSerializer.DeserializeAsync(stream, MirrorJson.Default.MirrorPlanDocument, cancellationToken).ConfigureAwait(false)
                ?? throw MirrorErrors.BadPlan("it is null");
            return document.ToPlan();
        }
        catch (JsonException e)
        {
            throw MirrorErrors.BadPlan("it is no JSON of that form", e);
        }
        catch (UriFormatException e)
        {
            throw MirrorErrors.BadPlan("a root is no URL", e);
        }
    }

    private MirrorPlan ToPlan()
    {
        if (Version != Known)
        {
            throw MirrorErrors.BadPlan($"its version is {Version}");
        }

        // "required" is satisfied by null.
        if (Nonce is null || Source is null || Destination is null || Operations is null)
        {
            throw MirrorErrors.BadPlan("a member is null");
        }

        foreach (var operation in Operations)
        {
            Check(operation);
        }

        return new MirrorPlan(InternetUrl.Parse(Source), InternetUrl.Parse(Destination), Operations, Nonce) { PreservesTimes = PreservesTimes, Unchanged = Unchanged };
    }

    private static void Check(MirrorOperation? operation)
    {
        if (operation is null || operation.Path is null || !Enum.IsDefined(operation.Kind) || !Enum.IsDefined(operation.Reason))
        {
            throw MirrorErrors.BadPlan("an operation is none");
        }

        if (operation.IsChange && !MirrorPath.IsBelowRoot(operation.Path) && (operation.Path.Length > 0 || operation.Kind != MirrorOperationKind.CreateDirectory))
        {
            throw MirrorErrors.BadPlan($"{PeerText.Shown(operation.Path)} is no path below a root");
        }
    }
}

/// <summary>The types of <see cref="MirrorPlanDocument"/> and of the journal, written at compile time: nothing is reflected upon.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(MirrorPlanDocument))]
[JsonSerializable(typeof(MirrorJournalLine))]
internal sealed partial class MirrorJson : JsonSerializerContext;
