package id.antar.infra.mail;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import id.antar.command.mail.Mail;
import id.antar.command.mail.SendMail;
import java.time.InstantSource;
import org.springframework.transaction.support.TransactionOperations;

/// Puts mails where they are found when it is their turn, in the transaction at hand if there is
/// one.
final class StoredMails implements SendMail {
  private final SchedulerClient scheduler;
  private final OneTimeTask<Mail> task;
  private final TransactionOperations transactions;
  private final InstantSource clock;

  StoredMails(
      SchedulerClient scheduler,
      OneTimeTask<Mail> task,
      TransactionOperations transactions,
      InstantSource clock) {
    this.scheduler = scheduler;
    this.task = task;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public void send(String mailId, Mail mail) {
    var instance = task.instance(mailId, mail);
    transactions.executeWithoutResult(
        _ -> scheduler.scheduleIfNotExists(instance, clock.instant()));
  }
}
