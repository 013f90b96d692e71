package id.antar.load.client;

import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One WebSocket connection from its handshake to its end, in whole texts.
final class Socket implements WebSocket.Listener {

  private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(45);
  private static final long SEND_SECONDS = 10;

  /// The engine's close codes for a token whose time is over, and for a session that was ended.
  private static final int TOKEN_OVER = 4001;

  private static final int ACCESS_ENDED = 4003;

  /// The engine is stopping.
  private static final int GOING_AWAY = 1001;

  /// How a connection ends that breaks, or is broken by this side.
  private static final int ABNORMAL = 1006;

  private final Consumer<String> onText;
  private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();
  private final StringBuilder text = new StringBuilder();
  private final ReentrantLock sending = new ReentrantLock();

  /// After the end nothing is handed on any more: what comes next comes over another connection.
  private final ReentrantLock hearing = new ReentrantLock();

  private volatile long heardNanos = System.nanoTime();
  private volatile int closeCode = ABNORMAL;

  Socket(Consumer<String> onText) {
    this.onText = onText;
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
    heardNanos = System.nanoTime();
    text.append(data);
    if (last) {
      String whole = text.toString();
      text.setLength(0);
      hand(whole);
    }
    socket.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
    closeCode = status;
    end();
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    end();
  }

  private void hand(String whole) {
    hearing.lock();
    try {
      if (!ended.isDone()) {
        onText.accept(whole);
      }
    } finally {
      hearing.unlock();
    }
  }

  private void end() {
    hearing.lock();
    try {
      ended.complete(null);
    } finally {
      hearing.unlock();
    }
  }

  /// @return whether it went out
  boolean send(WebSocket socket, String message) throws InterruptedException {
    sending.lockInterruptibly();
    try {
      if (socket.isOutputClosed()) {
        return false;
      }
      socket.sendText(message, true).get(SEND_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (ExecutionException | TimeoutException | IllegalStateException _) {
      socket.abort();
      end();
      return false;
    } finally {
      sending.unlock();
    }
  }

  /// Ends it without a word, as a phone does whose battery is empty.
  void cut(WebSocket socket) {
    socket.abort();
    end();
  }

  /// Whether the gateway has said that it is about to go.
  boolean isSentAway() {
    return closeCode == GOING_AWAY;
  }

  /// Whether it is the gateway that is gone, or going.
  boolean isGatewayGone() {
    return closeCode == GOING_AWAY || closeCode == ABNORMAL;
  }

  /// Whether it ended because its token or session did: one comes back with another token.
  boolean isTokenOver() {
    return closeCode == TOKEN_OVER || closeCode == ACCESS_ENDED;
  }

  /// Returns when the connection is over, or silent for so long that it must be.
  void awaitEnd(WebSocket socket) throws InterruptedException {
    while (true) {
      try {
        ended.get(5, TimeUnit.SECONDS);
        return;
      } catch (ExecutionException _) {
        return;
      } catch (TimeoutException _) {
        if (System.nanoTime() - heardNanos > SILENCE_NANOS) {
          cut(socket);
          return;
        }
      }
    }
  }
}
