package id.antar.gateway.stream;

import id.antar.gateway.stream.hub.Connection;
import id.antar.gateway.stream.hub.Frame;
import id.antar.gateway.stream.hub.Line;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.handler.ssl.SslHandler;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Writes whole, ready-made WebSocket messages to a channel, past the handlers that would frame
/// each of them anew. Encryption, where there is any, stays between it and the network.
final class WebSocketLine extends ChannelInboundHandlerAdapter implements Line {

  private static final String NAME = "antar.line";

  /// What may wait in the process and in the system for one client, beside its backlog.
  private static final WriteBufferWaterMark WAITING = new WriteBufferWaterMark(8 * 1024, 32 * 1024);

  private static final int SYSTEM_BUFFER_BYTES = 32 * 1024;

  /// A phone that is gone without a word is given up after so long.
  private static final int UNACKNOWLEDGED_MILLIS = 30_000;

  private final boolean binary;
  private @Nullable ChannelHandlerContext context;
  private @Nullable Connection connection;

  private WebSocketLine(boolean binary) {
    this.binary = binary;
  }

  /// On the channel's thread.
  static Connection open(Channel channel, boolean binary, Function<Line, Connection> connect) {
    var line = new WebSocketLine(binary);
    configure(channel);
    var encryption = channel.pipeline().context(SslHandler.class);
    if (encryption == null) {
      channel.pipeline().addFirst(NAME, line);
    } else {
      channel.pipeline().addAfter(encryption.name(), NAME, line);
    }
    Connection connection = connect.apply(line);
    line.connection = connection;
    return connection;
  }

  private static void configure(Channel channel) {
    channel.config().setWriteBufferWaterMark(WAITING);
    channel.config().setOption(ChannelOption.SO_SNDBUF, SYSTEM_BUFFER_BYTES);
    if (channel instanceof EpollSocketChannel) {
      channel.config().setOption(EpollChannelOption.TCP_USER_TIMEOUT, UNACKNOWLEDGED_MILLIS);
    }
  }

  @Override
  public boolean isWritable() {
    return context != null && context.channel().isWritable();
  }

  @Override
  public void write(Frame frame) {
    ChannelHandlerContext to = context;
    if (to != null) {
      to.write(SharedBytes.of(frame, binary, to.alloc()), to.voidPromise());
    }
  }

  @Override
  public void flush() {
    if (context != null) {
      context.flush();
    }
  }

  @Override
  public void handlerAdded(ChannelHandlerContext added) {
    context = added;
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext removed) {
    context = null;
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    if (connection != null && ctx.channel().isWritable()) {
      connection.writable();
    }
    ctx.fireChannelWritabilityChanged();
  }
}
