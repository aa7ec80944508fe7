using Akka.Configuration;

namespace ActorClient.CommandLine;

/// <summary>Carries out what a command line asks for; the result is the exit code.</summary>
/// <param name="request">What is asked for.</param>
/// <param name="config">The settings of the actor system.</param>
internal delegate Task<int> RequestRunner(ClientRequest request, Config config);
