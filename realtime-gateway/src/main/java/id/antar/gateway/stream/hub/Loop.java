package id.antar.gateway.stream.hub;

/// The one thread on which a connection's line is written, shared by many.
public interface Loop {

  void execute(Runnable task);

  /// Within a few milliseconds, together with what else comes until then.
  void executeSoon(Runnable task);
}
