package id.antar.gateway.stream.place;

import id.antar.api.position.LiveUpdate.CourierPosition;
import id.antar.gateway.edge.json.WireJson;
import id.antar.gateway.stream.hub.Topic;
import java.time.Instant;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/// Positions as JSON text, written piece by piece: there are thousands a second.
final class PositionJson {

  private static final double MILLIONTHS = 1e6;
  private static final double TENTHS = 10;

  private final WireJson json;

  PositionJson(WireJson json) {
    this.json = json;
  }

  byte[] position(Topic topic, Sighting sighting, Instant now) {
    return json.writeObject(out -> {
      out.writeStringProperty("type", "position");
      out.writeStringProperty("topic", topic.toString());
      if (!topic.isForRecipient()) {
        writeName(out, sighting);
      }
      writePlace(out, sighting);
      out.writeNumberProperty("sequence", sighting.fix().sequence());
      out.writeStringProperty("occurredAt", sighting.fix().occurredAt().toString());
      writeAge(out, sighting, now);
    });
  }

  byte[] positions(PositionsTold told) {
    return json.writeObject(out -> {
      out.writeStringProperty("type", "positions");
      if (told.cell() == 0) {
        out.writeStringProperty("topic", told.topic().toString());
      } else {
        out.writeStringProperty("cell", Long.toHexString(told.cell()));
      }
      out.writeStringProperty("at", told.at().toString());
      if (told.whole()) {
        out.writeBooleanProperty("whole", true);
      }
      writeAll(out, told);
    });
  }

  byte[] density(Topic topic, int resolution, Instant at, Map<Long, Integer> couriers) {
    return json.writeObject(out -> {
      out.writeStringProperty("type", "density");
      out.writeStringProperty("topic", topic.toString());
      out.writeNumberProperty("resolution", resolution);
      out.writeStringProperty("at", at.toString());
      out.writeArrayPropertyStart("cells");
      couriers.forEach((cell, count) -> {
        out.writeStartObject();
        out.writeStringProperty("cell", Long.toHexString(cell));
        out.writeNumberProperty("couriers", count);
        out.writeEndObject();
      });
      out.writeEndArray();
    });
  }

  private static void writeAll(JsonGenerator out, PositionsTold told) {
    out.writeArrayPropertyStart("positions");
    for (PositionsTold.Told each : told.positions()) {
      out.writeStartObject();
      writeName(out, each.sighting());
      writePlace(out, each.sighting());
      writeAge(out, each.sighting(), told.at());
      out.writeEndObject();
    }
    out.writeEndArray();
    if (!told.gone().isEmpty()) {
      out.writeArrayPropertyStart("gone");
      told.gone().forEach(each -> out.writeString(each.courierId().value()));
      out.writeEndArray();
    }
  }

  private static void writeName(JsonGenerator out, Sighting sighting) {
    out.writeStringProperty("courierId", sighting.fix().courierId().value());
  }

  private static void writePlace(JsonGenerator out, Sighting sighting) {
    CourierPosition fix = sighting.fix();
    out.writeNumberProperty("latitude", rounded(fix.point().latitude(), MILLIONTHS));
    out.writeNumberProperty("longitude", rounded(fix.point().longitude(), MILLIONTHS));
    if (fix.headingDegrees() != null) {
      out.writeNumberProperty("heading", rounded(fix.headingDegrees(), TENTHS));
    }
    if (fix.speedMetresPerSecond() != null) {
      out.writeNumberProperty("speed", rounded(fix.speedMetresPerSecond(), TENTHS));
    }
  }

  private static void writeAge(JsonGenerator out, Sighting sighting, Instant now) {
    out.writeNumberProperty("ageMillis", sighting.ageMillis(now));
    if (sighting.stale()) {
      out.writeBooleanProperty("stale", true);
    }
  }

  private static double rounded(double value, double parts) {
    return Math.rint(value * parts) / parts;
  }
}
