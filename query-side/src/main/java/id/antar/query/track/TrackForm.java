package id.antar.query.track;

import id.antar.api.courier.CourierId;
import id.antar.api.person.Personal;
import id.antar.api.person.SealedAt;
import id.antar.api.position.TrackQuery.TrackPoint;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// How a piece of a way is written: its points are personal to the courier.
public final class TrackForm {

  private final JsonMapper json;

  public TrackForm(JsonMapper json) {
    this.json = json;
  }

  private record Written(Personal<String> points) {}

  public String write(TrackPiece piece) {
    var personal = Personal.of(piece.courierId().personId(), Polyline.write(piece.points()));
    return SealedAt.place(
        place(piece.courierId(), piece.beginsAt()),
        () -> json.writeValueAsString(new Written(personal)));
  }

  /// Nothing once the courier is forgotten.
  public List<TrackPoint> read(CourierId courierId, Instant beginsAt, String written) {
    Written opened =
        SealedAt.place(place(courierId, beginsAt), () -> json.readValue(written, Written.class));
    return opened.points().find().map(Polyline::read).orElse(List.of());
  }

  private static String place(CourierId courierId, Instant beginsAt) {
    return "row/courier_track/" + courierId + "/" + beginsAt.toEpochMilli();
  }
}
