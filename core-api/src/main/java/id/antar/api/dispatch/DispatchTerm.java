package id.antar.api.dispatch;

/// One dispatcher's time as the one who plans a zone. Whoever takes a zone over begins a new term
/// with a higher number; what an earlier one still wants to do is refused by the event store.
public record DispatchTerm(ZoneId zone, long number) {

  /// Such as `5@main`.
  @Override
  public String toString() {
    return number + "@" + zone.value();
  }

  public static DispatchTerm parse(String text) {
    int at = text.indexOf('@');
    if (at < 1) {
      throw new IllegalArgumentException("Not a dispatcher's term: " + text);
    }
    return new DispatchTerm(
        new ZoneId(text.substring(at + 1)), Long.parseLong(text.substring(0, at)));
  }
}
