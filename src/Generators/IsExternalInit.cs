namespace System.Runtime.CompilerServices;

/// <summary>Lets records have init setters on netstandard2.0, whose base library lacks this type.</summary>
internal static class IsExternalInit;
