package id.antar.infra.position;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// How a [BusMessage] is written: the sender's name, an end of line, and JSON. Who has sent it sees
/// that at the beginning and need not read it.
final class BusForm {

  private static final byte END = '\n';

  private final JsonMapper json =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  byte[] write(String sender, BusMessage message) {
    byte[] name = sender.getBytes(UTF_8);
    byte[] text = json.writeValueAsBytes(message);
    byte[] all = Arrays.copyOf(name, name.length + 1 + text.length);
    all[name.length] = END;
    System.arraycopy(text, 0, all, name.length + 1, text.length);
    return all;
  }

  String sender(byte[] written) {
    return new String(written, 0, end(written), UTF_8);
  }

  /// Whoever else has sent it, and whatever it is.
  boolean isFrom(String sender, byte[] written) {
    byte[] name = sender.getBytes(UTF_8);
    return written.length > name.length
        && written[name.length] == END
        && Arrays.equals(written, 0, name.length, name, 0, name.length);
  }

  /// Throws if it is none.
  BusMessage read(byte[] written) {
    int from = end(written) + 1;
    return json.readValue(written, from, written.length - from, BusMessage.class);
  }

  private static int end(byte[] written) {
    for (int i = 0; i < written.length; i++) {
      if (written[i] == END) {
        return i;
      }
    }
    throw new IllegalArgumentException("It does not say who has sent it.");
  }
}
