package id.antar.infra.mail;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import id.antar.api.account.Mailbox;
import id.antar.api.person.PersonId;
import id.antar.command.mail.Mail;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends a mail, and again when that fails: soon at first, then every few minutes, for about a day.
/// Whoever was forgotten meanwhile is not written to.
final class Delivery {
  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final int MOST_DOUBLINGS = 8;
  private static final int MOST_FAILURES = 170;

  /// Each attempt counts.
  private static final String METER = "antar.mails";

  private static final String OUTCOME = "outcome";

  private final Letters letters;
  private final Post post;
  private final ForgottenMails forgotten;
  private final InstantSource clock;
  private final Counter sent;
  private final Counter failed;
  private final Counter givenUp;

  Delivery(
      Letters letters,
      Post post,
      ForgottenMails forgotten,
      InstantSource clock,
      MeterRegistry meters) {
    this.letters = letters;
    this.post = post;
    this.forgotten = forgotten;
    this.clock = clock;
    this.sent = meters.counter(METER, OUTCOME, "sent");
    this.failed = meters.counter(METER, OUTCOME, "failed");
    this.givenUp = meters.counter(METER, OUTCOME, "given-up");
  }

  OneTimeTask<Mail> task() {
    return Tasks.oneTime("mail", Mail.class)
        .onFailure(this::tryLater)
        .onDeadExecutionRevive()
        .execute((instance, _) -> send(instance.getId(), instance.getData()));
  }

  private void send(String mailId, Mail mail) {
    Optional<Mailbox> to = mail.to().find();
    if (to.isEmpty()) {
      return;
    }
    try {
      PersonId person = mail.to().person();
      post.take(person, mailId, letters.write(mailId, mail, to.get()));
      forgotten.removeIfForgotten(person);
      sent.increment();
    } catch (MessagingException | IOException | RuntimeException e) {
      failed.increment();
      // The server's words may repeat the address.
      LOG.warn("Mail {} ({}) was not sent: {}", mailId, mail.kind(), e.getClass().getName());
      throw new IllegalStateException("Mail " + mailId + " was not sent.");
    }
  }

  private void tryLater(ExecutionComplete failed, ExecutionOperations<Mail> operations) {
    int failures = failed.getExecution().consecutiveFailures;
    if (failures >= MOST_FAILURES) {
      givenUp.increment();
      LOG.error("Mail {} is given up.", failed.getExecution().taskInstance.getId());
      operations.stop();
      return;
    }
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
    operations.reschedule(failed, clock.instant().plus(pause));
  }
}
