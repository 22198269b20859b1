/// FTP as F# sees it: nullable answers, options by init, listings by an enumerator, a mirror's plan as a value.
module HiPerf.FSharp.Tests.FtpTests

open System
open System.IO
open System.Text
open HiPerf
open HiPerf.Ftp
open HiPerf.Server
open Xunit

let private withConnection (body: string -> FtpConnection -> Threading.Tasks.Task<unit>) =
    task {
        let folder = Directory.CreateTempSubdirectory("hiperf-fsharp-").FullName
        do! File.WriteAllTextAsync(Path.Combine(folder, "hello.txt"), "hello over ftp")

        try
            use server =
                new InternetServer(
                    InternetServerOptions(
                        Ftp = FtpFolderOptions(Folder = folder),
                        EndPoints = [| ServerEndPoint(Protocol = ServerProtocol.Ftp) |]
                    )
                )

            do! server.StartAsync()
            use session = new InternetSession()
            use! connection = session.ConnectFtpAsync("127.0.0.1", FtpConnectOptions(Port = server.EndPoints[0].Port))
            do! body folder connection
        finally
            Directory.Delete(folder, true)
    }

[<Fact>]
let ``Ftp file reads to its end, and what is not known is null`` () =
    withConnection (fun _ connection ->
        task {
            use! file = connection.OpenReadAsync "hello.txt"
            use reader = new StreamReader(file, Encoding.UTF8)
            let! text = reader.ReadToEndAsync()
            Assert.Equal("hello over ftp", text)

            let! size = connection.GetSizeAsync "hello.txt"
            Assert.Equal(Nullable 14L, size)
            let! missing = connection.GetSizeAsync "missing.txt"
            Assert.False missing.HasValue

            match! connection.GetEntryAsync "missing.txt" with
            | null -> ()
            | entry -> Assert.Fail $"unexpected {entry.Name}"
        })

[<Fact>]
let ``Ftp folder lists its entries`` () =
    withConnection (fun _ connection ->
        task {
            let names = ResizeArray<string>()
            let entries = connection.EnumerateAsync(options = FtpEnumerateOptions(Pattern = "*.txt")).GetAsyncEnumerator()
            let mutable more = true

            while more do
                let! next = entries.MoveNextAsync()
                more <- next

                if next then
                    names.Add entries.Current.Name

            do! entries.DisposeAsync()
            Assert.Equal<string list>([ "hello.txt" ], List.ofSeq names)
        })

[<Fact>]
let ``Mirror is planned, looked at and carried out`` () =
    withConnection (fun _ connection ->
        task {
            let target = Directory.CreateTempSubdirectory("hiperf-fsharp-").FullName

            try
                let! plan = connection.Session.PlanMirrorAsync(string (connection.Url.ToUri()), target)
                Assert.Equal<string list>([ "hello.txt" ], [ for operation in plan.Operations -> operation.Path ])
                let! result = plan.ExecuteAsync connection.Session
                Assert.Empty result.Failures
                Assert.Equal("hello over ftp", File.ReadAllText(Path.Combine(target, "hello.txt")))
            finally
                Directory.Delete(target, true)
        })
