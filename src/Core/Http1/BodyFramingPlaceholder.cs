#pragma warning disable CS1591
namespace HiPerf.Http1; public struct BodyFraming { }
