package id.antar.gateway.stream;

import id.antar.gateway.stream.hub.Connection;
import id.antar.gateway.stream.hub.Frame;
import id.antar.gateway.stream.hub.Line;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/// A connection's frames as a stream for one subscriber, who gets as many as it requests. Completes
/// when the gateway closes the connection.
final class FrameStream implements Line, Publisher<Frame>, Subscription {

  private final Executor loop;
  private @Nullable Connection connection;

  // The thread alone knows the following.
  private @Nullable Subscriber<? super Frame> subscriber;
  private long requested;

  private FrameStream(Executor loop) {
    this.loop = loop;
  }

  /// @param connect makes the connection whose frames these are
  static FrameStream open(Executor loop, Function<Line, Connection> connect) {
    var stream = new FrameStream(loop);
    stream.connection = connect.apply(stream);
    return stream;
  }

  Connection connection() {
    if (connection == null) {
      throw new IllegalStateException("The stream is not open yet.");
    }
    return connection;
  }

  @Override
  public boolean isWritable() {
    return subscriber != null && requested > 0;
  }

  @Override
  public void write(Frame frame) {
    if (subscriber != null) {
      requested--;
      subscriber.onNext(frame);
    }
  }

  @Override
  public void flush() {}

  @Override
  public void subscribe(Subscriber<? super Frame> newcomer) {
    loop.execute(() -> {
      boolean first = subscriber == null;
      if (first) {
        subscriber = newcomer;
      }
      newcomer.onSubscribe(this);
      if (first) {
        var _ = connection().closed().thenRun(() -> loop.execute(newcomer::onComplete));
      } else {
        newcomer.onError(new IllegalStateException("A frame stream has one subscriber."));
      }
    });
  }

  @Override
  public void request(long n) {
    loop.execute(() -> {
      requested = requested + n < 0 ? Long.MAX_VALUE : requested + n;
      connection().writable();
    });
  }

  @Override
  public void cancel() {
    loop.execute(() -> subscriber = null);
  }
}
