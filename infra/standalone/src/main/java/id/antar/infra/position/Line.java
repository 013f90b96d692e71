package id.antar.infra.position;

import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/// What is said into it all hear who have opened it, the speaker too.
interface Line extends AutoCloseable {

  boolean isOpen();

  /// Takes some seconds if nobody answers; throws if there is no connection now.
  ///
  /// @param ear told of each message on a thread that must not be held up
  void open(Consumer<byte[]> ear);

  void cut();

  /// Fails if it did not go out.
  CompletionStage<Long> say(byte[] message);

  @Override
  void close();
}
