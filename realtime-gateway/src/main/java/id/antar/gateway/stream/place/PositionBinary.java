package id.antar.gateway.stream.place;

import id.antar.api.order.OrderId;
import id.antar.api.position.LiveUpdate.CourierPosition;
import java.time.Instant;

/// Positions as bytes, laid out as described under "The binary form" of the streams' protocol.
final class PositionBinary {

  private static final int POSITION = 1;
  private static final int POSITIONS = 2;
  private static final int ALL_POSITIONS = 3;

  private static final int HAS_HEADING = 1;
  private static final int HAS_SPEED = 2;
  private static final int STALE = 4;
  private static final int NAMED = 8;
  private static final int GONE = 16;

  private static final int HEADER = 24;
  private static final int USUAL_RECORD = 18;
  private static final int USUAL_NAME = 40;
  private static final double PER_DEGREE = 1e6;
  private static final double CIRCLE = 256 / 360.0;
  private static final int MOST_SPEED = 255;

  private PositionBinary() {}

  static byte[] position(OrderId order, String name, Sighting sighting, Instant now) {
    var out = new Bytes(HEADER + USUAL_RECORD + 2 * USUAL_NAME);
    out.writeByte(POSITION);
    out.writeText(order.value());
    out.writeText(name);
    out.writeLong(now.toEpochMilli());
    out.writeByte(flags(sighting));
    writeFix(out, sighting, now);
    return out.toArray();
  }

  static byte[] positions(PositionsTold told) {
    int count = told.positions().size() + told.gone().size();
    var out = new Bytes(HEADER + USUAL_RECORD * count);
    out.writeByte(told.whole() ? ALL_POSITIONS : POSITIONS);
    out.writeLong(told.cell());
    out.writeLong(told.at().toEpochMilli());
    out.writeVarint(count);
    for (PositionsTold.Told each : told.positions()) {
      write(out, each.sighting(), each.named(), told.at());
    }
    for (Sighting each : told.gone()) {
      out.writeVarint(each.number());
      out.writeByte(GONE);
    }
    return out.toArray();
  }

  private static void write(Bytes out, Sighting sighting, boolean named, Instant now) {
    out.writeVarint(sighting.number());
    out.writeByte(flags(sighting) | (named ? NAMED : 0));
    if (named) {
      out.writeText(sighting.courierId().value());
    }
    writeFix(out, sighting, now);
  }

  private static int flags(Sighting sighting) {
    return (sighting.fix().headingDegrees() == null ? 0 : HAS_HEADING)
        | (sighting.fix().speedMetresPerSecond() == null ? 0 : HAS_SPEED)
        | (sighting.stale() ? STALE : 0);
  }

  private static void writeFix(Bytes out, Sighting sighting, Instant now) {
    CourierPosition fix = sighting.fix();
    out.writeInt((int) Math.rint(fix.point().latitude() * PER_DEGREE));
    out.writeInt((int) Math.rint(fix.point().longitude() * PER_DEGREE));
    if (fix.headingDegrees() != null) {
      out.writeByte((int) Math.rint(fix.headingDegrees() * CIRCLE));
    }
    if (fix.speedMetresPerSecond() != null) {
      out.writeByte((int) Math.min(MOST_SPEED, Math.rint(fix.speedMetresPerSecond() * 2)));
    }
    out.writeVarint(sighting.ageMillis(now));
  }
}
