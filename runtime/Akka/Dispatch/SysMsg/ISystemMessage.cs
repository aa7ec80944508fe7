using Akka.Actor;

namespace Akka.Dispatch.SysMsg;

/// <summary>A message of the runtime to a cell. It overtakes the messages of users and is processed by suspended actors too.</summary>
public interface ISystemMessage : INoSerializationVerificationNeeded;
