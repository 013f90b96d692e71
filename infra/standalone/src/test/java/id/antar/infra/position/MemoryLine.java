package id.antar.infra.position;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// A line that nobody else is on: what is said is heard at once, but for what it breaks at.
final class MemoryLine implements Line {

  /// What of couriers has gone through it.
  final List<BusMessage> said = new CopyOnWriteArrayList<>();

  /// How many more messages of couriers it throws at.
  final AtomicInteger throwing = new AtomicInteger();

  private final BusForm form = new BusForm();
  private volatile boolean open;
  private volatile Consumer<byte[]> ear = _ -> {};

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void open(Consumer<byte[]> ear) {
    this.ear = ear;
    open = true;
  }

  @Override
  public void cut() {
    open = false;
  }

  @Override
  public CompletionStage<Long> say(byte[] message) {
    BusMessage read = form.read(message);
    if (read.size() > 0) {
      if (throwing.getAndUpdate(it -> Math.max(0, it - 1)) > 0) {
        throw new IllegalStateException("The line breaks.");
      }
      said.add(read);
    }
    hear(message);
    return CompletableFuture.completedFuture(1L);
  }

  /// From anybody.
  void hear(byte[] message) {
    ear.accept(message);
  }

  @Override
  public void close() {
    open = false;
  }
}
