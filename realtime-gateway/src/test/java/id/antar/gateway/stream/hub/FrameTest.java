package id.antar.gateway.stream.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameTest {

  private static final WebSocketDecoderConfig CLIENT =
      WebSocketDecoderConfig.newBuilder()
          .expectMaskedFrames(false)
          .maxFramePayloadLength(1 << 20)
          .build();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 125, 126, 127, 255, 256, 65_535, 65_536, 70_000})
  void aMessageOfAnyLengthIsReadByAnotherImplementation(int length) {
    String text = "x".repeat(length);
    Frame frame = Frame.lasting("order", text.getBytes(UTF_8), "1");

    var channel = new EmbeddedChannel(new WebSocket13FrameDecoder(CLIENT));
    channel.writeInbound(Unpooled.wrappedBuffer(frame.message(false)));
    WebSocketFrame read = channel.readInbound();

    assertThat(read).isInstanceOf(TextWebSocketFrame.class);
    assertThat(read.isFinalFragment()).isTrue();
    assertThat(((TextWebSocketFrame) read).text()).isEqualTo(text);
    assertThat(frame.text()).isEqualTo(text);
    read.release();
  }
}
