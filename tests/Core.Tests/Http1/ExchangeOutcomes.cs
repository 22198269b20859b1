namespace HiPerf.Core.Tests.Http1;

/// <summary>What <see cref="HiPerf.Http1.ExchangeState"/> makes of every event in every state of its direction, over all that can lead there. "again" is the error the direction
/// is in already; several answers depend on what the heads said, on octets due, or on octets that are none.</summary>
internal static class ExchangeOutcomes
{
    public const string All = """
        Client sees request Idle: Begin Taken; Head Taken|throws; Content throws; End throws; Close Taken; Reset Taken; Refusal throws
        Client sees request Head: Begin Taken; Head Taken|throws; Content throws; End throws; Close throws; Reset IncompleteHead; Refusal throws
        Client sees request Content: Begin throws; Head throws; Content Taken|throws; End Taken|throws; Close throws; Reset IncompleteContent; Refusal throws
        Client sees request Done: Begin throws; Head throws; Content Taken|throws; End Taken; Close Taken; Reset Taken; Refusal throws
        Client sees request MustClose: Begin throws; Head throws; Content Taken|throws; End Taken; Close Taken; Reset Taken; Refusal throws
        Client sees request Closed: Begin throws; Head throws; Content Taken|throws; End Taken; Close Taken; Reset Taken; Refusal throws
        Client sees request Switched: Begin Switched; Head throws; Content Taken|throws; End Taken; Close Taken; Reset Taken; Refusal throws
        Client sees request Error: Begin again; Head again; Content again; End again; Close again; Reset again; Refusal again
        Client sees request Proposed: Begin throws; Head throws; Content Taken|throws; End Taken; Close Taken; Reset Taken; Refusal throws
        Client sees response Idle: Begin UnsolicitedResponse; Head UnsolicitedResponse; Content throws; End throws; Close Taken; Reset Taken; Refusal BadVersion
        Client sees response Head: Begin Taken; Head BadUpgrade|ContentInInterimResponse|ExcessContent|Taken|TooManyInterimResponses|UnofferedUpgrade; Content throws; End throws; Close IncompleteHead; Reset IncompleteHead; Refusal BadVersion
        Client sees response Content: Begin throws; Head throws; Content ExcessContent|Taken; End IncompleteContent|Taken; Close IncompleteContent|Taken; Reset IncompleteContent; Refusal BadVersion
        Client sees response Done: Begin UnsolicitedResponse; Head UnsolicitedResponse; Content ExcessContent|Taken; End Taken; Close Taken; Reset Taken; Refusal BadVersion
        Client sees response MustClose: Begin MessageAfterClose; Head MessageAfterClose; Content ExcessContent|Taken; End Taken; Close Taken; Reset Taken; Refusal BadVersion
        Client sees response Closed: Begin MessageAfterClose; Head MessageAfterClose; Content ExcessContent|Taken; End Taken; Close Taken; Reset Taken; Refusal BadVersion
        Client sees response Switched: Begin Switched; Head MessageAfterSwitch; Content MessageAfterSwitch|Taken; End Taken; Close Taken; Reset Taken; Refusal throws
        Client sees response Error: Begin again; Head again; Content again; End again; Close again; Reset again; Refusal again
        Client sees response Awaited: Begin Taken; Head BadUpgrade|ContentInInterimResponse|ExcessContent|Taken|TooManyInterimResponses|UnofferedUpgrade; Content throws; End throws; Close MissingResponse; Reset MissingResponse; Refusal BadVersion
        Server sees request Idle: Begin Taken; Head ConnectWithContent|Taken; Content throws; End throws; Close Taken; Reset Taken; Refusal BadMethod
        Server sees request Head: Begin Taken; Head ConnectWithContent|Taken; Content throws; End throws; Close IncompleteHead; Reset IncompleteHead; Refusal BadMethod
        Server sees request Content: Begin throws; Head throws; Content ExcessContent|Taken; End IncompleteContent|Taken; Close IncompleteContent; Reset IncompleteContent; Refusal BadMethod
        Server sees request Done: Begin Paused; Head Paused; Content ExcessContent|Taken; End Taken; Close Taken; Reset Taken; Refusal BadMethod
        Server sees request MustClose: Begin MessageAfterClose; Head MessageAfterClose; Content ExcessContent|Taken; End Taken; Close Taken; Reset Taken; Refusal BadMethod
        Server sees request Closed: Begin MessageAfterClose; Head MessageAfterClose; Content ExcessContent|Taken; End Taken; Close Taken; Reset Taken; Refusal BadMethod
        Server sees request Switched: Begin Switched; Head MessageAfterSwitch; Content MessageAfterSwitch|Taken; End Taken; Close Taken; Reset Taken; Refusal throws
        Server sees request Error: Begin again; Head again; Content again; End again; Close again; Reset again; Refusal again
        Server sees request Proposed: Begin Paused; Head Paused; Content ExcessContent|Taken; End Taken; Close Taken; Reset Taken; Refusal BadMethod
        Server sees response Idle: Begin throws; Head throws; Content throws; End throws; Close Taken; Reset Taken; Refusal throws
        Server sees response Head: Begin Taken; Head Taken|throws; Content throws; End throws; Close throws; Reset BadMethod|ConnectWithContent|ExcessContent|IncompleteContent|IncompleteHead|MessageAfterClose; Refusal throws
        Server sees response Content: Begin throws; Head throws; Content Taken|throws; End Taken|throws; Close Taken|throws; Reset BadMethod|ConnectWithContent|ExcessContent|IncompleteContent|IncompleteHead|MessageAfterClose; Refusal throws
        Server sees response Done: Begin throws; Head throws; Content Taken|throws; End Taken; Close Taken; Reset Taken; Refusal throws
        Server sees response MustClose: Begin throws; Head throws; Content Taken|throws; End Taken; Close Taken; Reset Taken; Refusal throws
        Server sees response Closed: Begin throws; Head throws; Content Taken|throws; End Taken; Close Taken; Reset Taken; Refusal throws
        Server sees response Switched: Begin Switched; Head throws; Content Taken|throws; End Taken; Close Taken; Reset Taken; Refusal throws
        Server sees response Error: Begin again; Head again; Content again; End again; Close again; Reset again; Refusal again
        Server sees response Awaited: Begin Taken; Head Taken|throws; Content throws; End throws; Close throws; Reset BadMethod|ConnectWithContent|ExcessContent|IncompleteContent|IncompleteHead|MessageAfterClose|MissingResponse; Refusal throws
        """;
}
