package id.antar.command.account;

import java.time.Duration;
import java.time.Instant;

/// How often something happened since a time.
record Tally(Instant since, int count) {

  static final Tally NONE = new Tally(Instant.EPOCH, 0);

  int within(Duration window, Instant now) {
    return now.isBefore(since.plus(window)) ? count : 0;
  }

  Tally and(Instant at, Duration window) {
    int before = within(window, at);
    return new Tally(before == 0 ? at : since, before + 1);
  }
}
