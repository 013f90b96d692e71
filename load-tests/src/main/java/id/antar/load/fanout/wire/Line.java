package id.antar.load.fanout.wire;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// One WebSocket connection of the client. All but [#isOpen()] belongs to its loop's thread.
public final class Line implements FrameReader.Sink {

  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final int PONG = 10;
  private static final int TEXT = 1;

  private final SocketLoop loop;
  private final SocketChannel channel;
  private final LineListener listener;
  private final byte[] request;
  private volatile boolean open;
  private boolean closed;
  private byte @Nullable [] carried;
  private @Nullable ByteBuffer unsent;

  Line(SocketLoop loop, SocketChannel channel, Upgrade upgrade, LineListener listener) {
    this.loop = loop;
    this.channel = channel;
    this.listener = listener;
    this.request = upgrade.bytes();
  }

  public boolean isOpen() {
    return open;
  }

  public SocketLoop loop() {
    return loop;
  }

  /// Sends a text.
  public void say(byte[] text) {
    if (open) {
      send(ClientFrame.of(TEXT, text, 0, text.length, loop.out()));
    }
  }

  public void say(String text) {
    say(text.getBytes(StandardCharsets.UTF_8));
  }

  /// From now on nothing is read, as by a phone that has gone to sleep.
  public void stopReading() {
    interest(SelectionKey.OP_READ, false);
  }

  public void readAgain() {
    interest(SelectionKey.OP_READ, true);
  }

  /// Ends it without a word.
  public void cut() {
    end(LineListener.BROKEN, "cut");
  }

  void connected() {
    try {
      channel.finishConnect();
      interest(SelectionKey.OP_CONNECT, false);
      interest(SelectionKey.OP_READ, true);
      send(loop.out().clear().put(request).flip());
    } catch (IOException e) {
      end(LineListener.BROKEN, e.toString());
    }
  }

  void readable(ByteBuffer buffer) {
    try {
      buffer.clear();
      if (carried != null) {
        buffer.put(carried);
        carried = null;
      }
      if (channel.read(buffer) < 0) {
        throw new EOFException("The server closed the connection.");
      }
      take(buffer.flip());
    } catch (IOException | RuntimeException e) {
      end(LineListener.BROKEN, e.toString());
    }
  }

  void writable() {
    ByteBuffer rest = unsent;
    unsent = null;
    interest(SelectionKey.OP_WRITE, false);
    if (rest != null) {
      send(rest);
    }
  }

  @Override
  public void frame(int opcode, ByteBuffer bytes, int from, int to) {
    switch (opcode) {
      case CLOSE -> closedByServer(bytes, from, to);
      case PING -> send(ClientFrame.of(PONG, copy(bytes, from, to), 0, to - from, loop.out()));
      case PONG -> {}
      default -> listener.frame(this, bytes, from, to, loop.nowMicros());
    }
  }

  private void take(ByteBuffer in) throws IOException {
    if (!open && !closed) {
      if (!Handshake.isWhole(in)) {
        keep(in);
        return;
      }
      Handshake.requireSwitched(in);
      open = true;
      listener.opened(this);
    }
    FrameReader.read(in, this);
    keep(in);
  }

  private void keep(ByteBuffer in) {
    if (in.hasRemaining() && !closed) {
      carried = copy(in, in.position(), in.limit());
    }
  }

  private void closedByServer(ByteBuffer bytes, int from, int to) {
    boolean says = to - from >= 2;
    byte[] reason = says ? copy(bytes, from + 2, to) : new byte[0];
    end(says ? bytes.getShort(from) & 0xFFFF : 1005, new String(reason, StandardCharsets.UTF_8));
  }

  private void send(ByteBuffer out) {
    try {
      if (unsent == null) {
        channel.write(out);
      }
      if (out.hasRemaining()) {
        unsent = unsent == null ? copyOf(out) : joined(unsent, out);
        interest(SelectionKey.OP_WRITE, true);
      }
    } catch (IOException e) {
      end(LineListener.BROKEN, e.toString());
    }
  }

  private void end(int code, String reason) {
    if (!closed) {
      closed = true;
      open = false;
      loop.forget(channel);
      listener.closed(this, code, reason);
    }
  }

  private void interest(int operation, boolean on) {
    SelectionKey key = loop.keyOf(channel);
    if (key != null && key.isValid()) {
      var _ = on ? key.interestOpsOr(operation) : key.interestOpsAnd(~operation);
    }
  }

  private static byte[] copy(ByteBuffer bytes, int from, int to) {
    byte[] copy = new byte[to - from];
    bytes.get(from, copy);
    return copy;
  }

  private static ByteBuffer copyOf(ByteBuffer rest) {
    return ByteBuffer.allocate(rest.remaining()).put(rest).flip();
  }

  private static ByteBuffer joined(ByteBuffer first, ByteBuffer second) {
    return ByteBuffer.allocate(first.remaining() + second.remaining())
        .put(first)
        .put(second)
        .flip();
  }
}
