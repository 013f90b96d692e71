package id.antar.command.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The links of one kind that were mailed and may still be followed.
///
/// Whoever asks again is mailed the same link once more, and in the second half of its time a new
/// one beside it. So asking again and again, which anybody can, makes no link void and does not
/// fill a mailbox.
record Links(@Nullable Link latest, @Nullable Link former) {

  static final Links NONE = new Links(null, null);

  private static final Duration BETWEEN_MAILS = Duration.ofMinutes(1);
  private static final int MOST_MAILS = 3;

  /// @param mails how often it was sent
  record Link(String id, Instant expiresAt, Instant mailedAt, int mails) {

    boolean isOpen(Instant now) {
      return now.isBefore(expiresAt);
    }

    boolean isYoung(Duration lifetime, Instant now) {
      return now.isBefore(expiresAt.minus(lifetime.dividedBy(2)));
    }
  }

  /// What to mail now, unless that is too much.
  ///
  /// @param freshId of the next link, if there has to be one
  Optional<Link> next(String freshId, Duration lifetime, Instant now) {
    if (latest == null) {
      return Optional.of(new Link(freshId, now.plus(lifetime), now, 1));
    }
    if (now.isBefore(latest.mailedAt().plus(BETWEEN_MAILS))) {
      return Optional.empty();
    }
    if (!latest.isYoung(lifetime, now)) {
      return Optional.of(new Link(freshId, now.plus(lifetime), now, 1));
    }
    return Optional.of(latest).filter(link -> link.mails() < MOST_MAILS);
  }

  boolean haveOpen(String id, Instant now) {
    return Stream.of(Optional.ofNullable(latest), Optional.ofNullable(former))
        .flatMap(Optional::stream)
        .anyMatch(link -> link.id().equals(id) && link.isOpen(now));
  }

  Links and(String id, Instant expiresAt, Instant mailedAt) {
    return latest != null && latest.id().equals(id)
        ? new Links(new Link(id, expiresAt, mailedAt, latest.mails() + 1), former)
        : new Links(new Link(id, expiresAt, mailedAt, 1), latest);
  }
}
