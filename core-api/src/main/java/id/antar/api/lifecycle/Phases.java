package id.antar.api.lifecycle;

/// The order in which a process stops, the first one first. Starting goes the other way.
///
/// Between [#LOOPS] and [#COMMANDS] the web server ends what is under way and closes its port;
/// after [#DISCONNECT] the event processors end and the handlers of messages go. These are Spring
/// Boot's phases and Axon's.
public final class Phases {

  /// It says that it is about to go, and takes nothing new from outside.
  public static final int DRAIN = Integer.MAX_VALUE;

  /// Streams are told to go on elsewhere.
  public static final int STREAMS = DRAIN - 100;

  /// Other processes send it no more commands and queries; it may still send them some.
  public static final int LEAVE = DRAIN - 200;

  /// What works of its own accord comes to its end.
  public static final int LOOPS = DRAIN - 300;

  /// Commands under way come to theirs.
  public static final int COMMANDS = DRAIN - 2_500;

  /// It can send nothing more to other processes.
  public static final int DISCONNECT = DRAIN - 2_600;

  private Phases() {}
}
