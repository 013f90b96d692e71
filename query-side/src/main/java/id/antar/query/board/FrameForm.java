package id.antar.query.board;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.antar.api.person.SealedAt;
import id.antar.query.board.Board.Contents;
import id.antar.query.board.BoardFrames.Frame;
import id.antar.query.board.BoardLog.Marker;
import id.antar.query.projection.FetchPersonKeys;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;

/// How a key frame is written: JSON in which what is personal is sealed, packed by gzip.
final class FrameForm {

  private final JsonMapper json;
  private final FetchPersonKeys keys;

  FrameForm(JsonMapper json, FetchPersonKeys keys) {
    this.json = json;
    this.keys = keys;
  }

  Frame write(Marker marker, Contents contents) {
    byte[] plain = SealedAt.place(place(marker.position()), () -> json.writeValueAsBytes(contents));
    return new Frame(marker.position(), marker.recordedAt(), Board.REVISION, packed(plain));
  }

  Board read(Frame frame) {
    String plain = unpacked(frame.content());
    keys.fetchAllIn(List.of(plain));
    return Board.of(
        SealedAt.place(place(frame.position()), () -> json.readValue(plain, Contents.class)));
  }

  private static String place(long position) {
    return "row/board_frame/" + position;
  }

  private static byte[] packed(byte[] plain) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String unpacked(byte[] content) {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(content))) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
