package id.antar.api.geo;

/// Where a courier is to go: the point on the map, the words a person reads, and a note for the
/// door.
public record Address(GeoPoint point, String text, String note) {

  public Address {
    if (text.length() > 300 || note.length() > 500) {
      throw new IllegalArgumentException(
          "text ("
              + text.length()
              + " characters) may have 300, note ("
              + note.length()
              + ") 500.");
    }
  }
}
