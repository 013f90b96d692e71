package id.antar.infra.cluster;

import java.util.concurrent.CompletableFuture;

/// How this process is one of those of its engine.
public interface Belonging extends AutoCloseable {

  /// From now on the others may ask of it what it handles.
  void join();

  /// From now on they ask it nothing more; it may still ask them.
  void leave();

  /// Once all that it has been asked until now has been answered.
  CompletableFuture<Void> answered();

  boolean isJoined();

  @Override
  void close();
}
