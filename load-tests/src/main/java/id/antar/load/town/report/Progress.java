package id.antar.load.town.report;

import java.io.PrintStream;
import java.util.Locale;

/// What the terminal shows while the town lives: one line that is written anew, or, where nobody
/// watches a terminal, a line now and then.
public final class Progress {

  private static final String BACK_AND_CLEAR = "\r\u001b[2K";

  private final PrintStream out;
  private final boolean terminal;
  private boolean lineIsOpen;

  public Progress(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /// How things stand.
  public record Standing(
      String time,
      int wanted,
      int placed,
      int confirmed,
      int onDelivery,
      int delivered,
      int cancelled,
      int busy,
      int idle) {

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%s  placed %d/%d | waiting %d  confirmed %d  on delivery %d  delivered %d  cancelled %d"
              + " | couriers %d busy, %d idle",
          time,
          placed,
          wanted,
          placed - confirmed - onDelivery - delivered - cancelled,
          confirmed,
          onDelivery,
          delivered,
          cancelled,
          busy,
          idle);
    }
  }

  /// Seconds between two showings.
  public double seconds() {
    return terminal ? 0.25 : 5;
  }

  public synchronized void show(Standing standing) {
    show(standing.toString());
  }

  /// Newcomers have come, one after the other.
  public synchronized void arrived(String role, int count, int of) {
    if (terminal || count == of) {
      show("%d of %d %ss have signed up and in".formatted(count, of, role));
    }
    if (terminal && count == of) {
      out.println();
      lineIsOpen = false;
    }
  }

  private void show(String line) {
    if (terminal) {
      out.print(BACK_AND_CLEAR + line);
      out.flush();
      lineIsOpen = true;
    } else {
      out.println(line);
    }
  }

  /// Something that stays.
  public synchronized void say(String message) {
    if (lineIsOpen) {
      out.println();
      lineIsOpen = false;
    }
    out.println(message);
  }
}
