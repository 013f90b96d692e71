package id.antar.load.fanout.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/// One thread that holds many lines. Nothing is kept per line but what has arrived of an incomplete
/// frame; all lines are read into the same buffer.
public final class SocketLoop implements AutoCloseable {

  private static final int READ_BYTES = 1 << 20;
  private static final int WRITE_BYTES = 1 << 17;
  private static final long LONGEST_WAIT_MICROS = 50_000;

  /// Something that is to be done at times.
  public interface Ticker {
    /// Does what is due.
    ///
    /// @return microseconds until it wants to be called again
    long tick(long nowMicros);
  }

  private final Selector selector;
  private final ByteBuffer in = ByteBuffer.allocateDirect(READ_BYTES);
  private final ByteBuffer out = ByteBuffer.allocateDirect(WRITE_BYTES);
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final Thread thread;
  private volatile boolean stopped;
  private Ticker ticker = _ -> LONGEST_WAIT_MICROS;
  private long nowMicros = MicroClock.now();

  public SocketLoop(String name) {
    try {
      selector = Selector.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    thread = Thread.ofPlatform().name(name).daemon().start(this::run);
  }

  /// Begins to connect; the listener hears how it went.
  ///
  /// @param receiveBuffer bytes that the system holds for this line, 0 for as it pleases
  public Line connect(
      InetSocketAddress to, Upgrade upgrade, LineListener listener, int receiveBuffer) {
    try {
      SocketChannel channel = SocketChannel.open();
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      if (receiveBuffer > 0) {
        channel.setOption(StandardSocketOptions.SO_RCVBUF, receiveBuffer);
      }
      Line line = new Line(this, channel, upgrade, listener);
      execute(() -> begin(channel, line, to));
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException("One connection more is not possible.", e);
    }
  }

  /// Runs it on the loop's thread.
  public void execute(Runnable task) {
    tasks.add(task);
    selector.wakeup();
  }

  /// Runs it on the loop's thread and waits for it.
  public void join(Runnable task) {
    CompletableFuture.runAsync(task, this::execute).join();
  }

  /// From now on the ticker is asked, and no other.
  public void tickBy(Ticker next) {
    join(() -> ticker = next);
  }

  @Override
  public void close() {
    stopped = true;
    selector.wakeup();
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  long nowMicros() {
    return nowMicros;
  }

  ByteBuffer out() {
    return out;
  }

  @Nullable SelectionKey keyOf(SocketChannel channel) {
    return channel.keyFor(selector);
  }

  void forget(SocketChannel channel) {
    try {
      channel.close();
    } catch (IOException _) {
      // It is gone either way.
    }
  }

  private void begin(SocketChannel channel, Line line, InetSocketAddress to) {
    try {
      channel.register(selector, SelectionKey.OP_CONNECT, line);
      if (channel.connect(to)) {
        line.connected();
      }
    } catch (IOException _) {
      line.cut();
    }
  }

  private void run() {
    try (selector) {
      while (!stopped) {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
          task.run();
        }
        long wait = Math.min(ticker.tick(MicroClock.now()), LONGEST_WAIT_MICROS);
        if (wait >= 1000) {
          selector.select(this::serve, wait / 1000);
        } else {
          selector.selectNow(this::serve);
        }
      }
      selector.keys().forEach(key -> ((Line) key.attachment()).cut());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve(SelectionKey key) {
    Line line = (Line) key.attachment();
    nowMicros = MicroClock.now();
    if (key.isValid() && key.isConnectable()) {
      line.connected();
    }
    if (key.isValid() && key.isReadable()) {
      line.readable(in);
    }
    if (key.isValid() && key.isWritable()) {
      line.writable();
    }
  }
}
