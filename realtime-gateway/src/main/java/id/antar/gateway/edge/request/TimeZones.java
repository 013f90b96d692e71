package id.antar.gateway.edge.request;

import id.antar.gateway.edge.problem.Problem;
import java.time.ZoneId;

/// Time zones by their names in the IANA database. An offset is none: it knows no summer time.
public final class TimeZones {

  private TimeZones() {}

  public static ZoneId of(String field, String text) {
    if (!ZoneId.getAvailableZoneIds().contains(text)) {
      String message = field + " is not one of the IANA database, such as Asia/Jakarta.";
      throw Problem.invalid("invalid-value", field, message).asException();
    }
    return ZoneId.of(text);
  }
}
