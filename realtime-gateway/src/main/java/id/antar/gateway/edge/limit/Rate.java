package id.antar.gateway.edge.limit;

import java.time.Duration;
import java.time.format.DateTimeParseException;

/// So many requests within any window of so long. Written `100/PT1M`.
///
/// @param window whole seconds
public record Rate(int requests, Duration window) {

  private static final int MOST = 1_000_000;
  private static final Duration LONGEST = Duration.ofDays(1);

  public Rate {
    if (requests < 1 || requests > MOST) {
      throw new IllegalArgumentException("requests (" + requests + ") are not 1 to " + MOST + ".");
    }
    if (window.toSeconds() < 1 || window.toNanosPart() > 0 || window.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "window (" + window + ") is not whole seconds up to " + LONGEST + ".");
    }
  }

  public static Rate valueOf(String text) {
    String[] parts = text.split("/", -1);
    try {
      if (parts.length == 2) {
        return new Rate(Integer.parseInt(parts[0].strip()), Duration.parse(parts[1].strip()));
      }
    } catch (NumberFormatException | DateTimeParseException _) {
      // Said below.
    }
    throw new IllegalArgumentException(
        "The rate " + text + " is not requests and a window, such as 100/PT1M.");
  }

  int windowMillis() {
    return (int) window.toMillis();
  }
}
