package id.antar.api.dispatch;

/// One dispatcher's time as the one who plans a zone. Whoever takes a zone over begins a new term
/// with a higher number; what an earlier one still wants to do is refused by the event store.
public record DispatchTerm(ZoneId zone, long number) {

  public DispatchTerm {
    if (number < 1) {
      throw new IllegalArgumentException("A dispatcher's term begins with 1: " + number);
    }
  }

  /// Such as `5@main`.
  @Override
  public String toString() {
    return number + "@" + zone.value();
  }

  public static DispatchTerm parse(String text) {
    int at = text.indexOf('@');
    try {
      return new DispatchTerm(
          new ZoneId(text.substring(at + 1)), Long.parseLong(text.substring(0, Math.max(0, at))));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("Not a dispatcher's term: " + text, e);
    }
  }
}
