package id.antar.query.track;

import id.antar.api.geo.GeoPoint;
import id.antar.api.position.TrackQuery.TrackPoint;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// Points as text: of each number the difference to the one before, small ones in few bytes; six to
/// eight bytes for a point of a way. Times are in milliseconds, degrees in millionths.
final class Polyline {

  private static final double PER_DEGREE = 1e6;

  private Polyline() {}

  /// What is left of a place when it is written.
  static GeoPoint rounded(GeoPoint point) {
    return new GeoPoint(
        Math.rint(point.latitude() * PER_DEGREE) / PER_DEGREE,
        Math.rint(point.longitude() * PER_DEGREE) / PER_DEGREE);
  }

  static String write(List<TrackPoint> points) {
    var out = new ByteArrayOutputStream();
    long[] last = new long[4];
    for (TrackPoint point : points) {
      long[] next = numbers(point);
      for (int i = 0; i < next.length; i++) {
        writeSigned(next[i] - last[i], out);
      }
      last = next;
    }
    return Base64.getEncoder().withoutPadding().encodeToString(out.toByteArray());
  }

  static List<TrackPoint> read(String text) {
    ByteBuffer in = ByteBuffer.wrap(Base64.getDecoder().decode(text));
    var points = new ArrayList<TrackPoint>();
    long[] last = new long[4];
    while (in.hasRemaining()) {
      for (int i = 0; i < last.length; i++) {
        last[i] += readSigned(in);
      }
      points.add(point(last));
    }
    return points;
  }

  private static long[] numbers(TrackPoint point) {
    long received = point.receivedAt().toEpochMilli();
    return new long[] {
      received,
      received - point.occurredAt().toEpochMilli(),
      Math.round(point.point().latitude() * PER_DEGREE),
      Math.round(point.point().longitude() * PER_DEGREE)
    };
  }

  private static TrackPoint point(long[] numbers) {
    return new TrackPoint(
        Instant.ofEpochMilli(numbers[0]),
        Instant.ofEpochMilli(numbers[0] - numbers[1]),
        new GeoPoint(numbers[2] / PER_DEGREE, numbers[3] / PER_DEGREE));
  }

  /// Seven bits a byte, the lowest first; the sign is the lowest bit of all.
  private static void writeSigned(long value, ByteArrayOutputStream out) {
    long rest = value << 1 ^ value >> 63;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  private static long readSigned(ByteBuffer in) {
    long rest = 0;
    int shift = 0;
    byte next;
    do {
      next = in.get();
      rest |= (long) (next & 0x7f) << shift;
      shift += 7;
    } while (next < 0);
    return rest >>> 1 ^ -(rest & 1);
  }
}
