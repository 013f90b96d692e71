package id.antar.load.fanout.crowd;

import id.antar.load.fanout.server.Talk;
import id.antar.load.fanout.wire.Line;
import id.antar.load.fanout.wire.LineListener;
import id.antar.load.fanout.wire.Upgrade;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/// A client at the end of a line: first it talks its way in, then it hears.
abstract class Party implements LineListener {

  /// Longer than what a server that lives asks for in between.
  private static final int SMALL_TALK = 2;

  private final Talk talk;
  private final CompletableFuture<Line> ready = new CompletableFuture<>();
  private boolean in;

  Party(Talk talk) {
    this.talk = talk;
  }

  /// Completes once messages reach it; fails with the reason why they never will.
  final CompletableFuture<Line> ready() {
    return ready;
  }

  final Upgrade upgrade() {
    return talk.upgrade();
  }

  abstract void heard(ByteBuffer bytes, int from, int to, long nowMicros);

  abstract void gone(int code, String reason);

  @Override
  public final void opened(Line line) {
    if (talk.hello() != null) {
      line.say(talk.hello());
    }
    if (talk.ready().isEmpty()) {
      enter(line);
    }
  }

  @Override
  public final void frame(Line line, ByteBuffer bytes, int from, int to, long nowMicros) {
    if (!in || to - from <= SMALL_TALK) {
      converse(line, text(bytes, from, to));
    } else {
      heard(bytes, from, to, nowMicros);
    }
  }

  @Override
  public final void closed(Line line, int code, String reason) {
    boolean early =
        ready.completeExceptionally(new IllegalStateException("Closed: " + code + " " + reason));
    if (!early) {
      gone(code, reason);
    }
  }

  static String text(ByteBuffer bytes, int from, int to) {
    byte[] text = new byte[to - from];
    bytes.get(from, text);
    return new String(text, StandardCharsets.UTF_8);
  }

  private void converse(Line line, String heard) {
    talk.findAnswer(heard).ifPresent(line::say);
    if (!in && heard.startsWith(talk.ready())) {
      enter(line);
    } else if (heard.startsWith("{\"type\":\"problem\"")) {
      ready.completeExceptionally(new IllegalStateException("Refused: " + heard));
    }
  }

  private void enter(Line line) {
    in = true;
    ready.complete(line);
  }
}
