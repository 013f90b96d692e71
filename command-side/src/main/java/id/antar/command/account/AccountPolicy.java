package id.antar.command.account;

import java.time.Duration;

/// How long things hold, and how many there may be. All in real time.
///
/// @param confirmation how long a link that confirms an e-mail is good
/// @param unconfirmed how long an account may be without its e-mail being confirmed
/// @param reset how long a link that sets a new password is good
/// @param sessions that an account may have at once
/// @param failures of signing in that are recorded of an account in an hour
/// @param wrongCodes of the second factor after which a device that is not known has to wait
/// @param pause how long the wrong codes count
/// @param grace how long the same client may ask again for the answer to a refresh
public record AccountPolicy(
    Duration confirmation,
    Duration unconfirmed,
    Duration reset,
    int sessions,
    int failures,
    int wrongCodes,
    Duration pause,
    Duration grace) {

  public static AccountPolicy standard() {
    return new AccountPolicy(
        Duration.ofDays(2),
        Duration.ofDays(14),
        Duration.ofHours(1),
        20,
        10,
        10,
        Duration.ofMinutes(15),
        Duration.ofSeconds(10));
  }
}
