package id.antar.command.account;

import id.antar.api.account.AccountCommand.EndUnconfirmedAccount;
import id.antar.api.account.AccountEvent.AccountDeclined;
import id.antar.api.account.AccountEvent.AccountOpened;
import id.antar.api.account.InvitationEvent.InvitationSent;
import id.antar.api.person.PersonId;
import id.antar.api.time.EngineClock;
import id.antar.command.timeout.ScheduleTimeout;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/// Nothing of somebody is kept for long who has no account: whose sign-up was declined, who does
/// not confirm their e-mail, who does not answer an invitation. The last mail to them may still be
/// on its way, which is tried for a day.
@ProcessingGroup(AccountConfiguration.GROUP)
@DisallowReplay
final class WhenSomebodyMayNotStayThenSetTheirEnd {

  private static final Duration MAIL = Duration.ofDays(2);

  private final ScheduleTimeout timeouts;
  private final EngineClock clock;
  private final AccountPolicy policy;
  private final boolean confirming;

  /// @param confirming whether an e-mail has to be confirmed at all
  WhenSomebodyMayNotStayThenSetTheirEnd(
      ScheduleTimeout timeouts, EngineClock clock, AccountPolicy policy, boolean confirming) {
    this.timeouts = timeouts;
    this.clock = clock;
    this.policy = policy;
    this.confirming = confirming;
  }

  @EventHandler
  void on(AccountOpened event) {
    if (confirming && !event.confirmed()) {
      Instant at = event.occurredAt().plus(policy.unconfirmed());
      schedule(
          "account:" + event.accountId() + ":unconfirmed",
          policy.unconfirmed(),
          new EndUnconfirmedAccount(event.accountId(), at));
    }
  }

  @EventHandler
  void on(AccountDeclined event) {
    forget(event.mailbox().person(), MAIL, event.occurredAt());
  }

  @EventHandler
  void on(InvitationSent event) {
    Duration good = Duration.between(event.occurredAt(), event.expiresAt());
    forget(event.mailbox().person(), good.plus(MAIL), event.occurredAt());
  }

  private void forget(PersonId person, Duration after, Instant from) {
    schedule("person:" + person + ":left", after, Leftovers.forget(person, from.plus(after)));
  }

  /// After so much real time, whatever the speed of the engine's clock.
  private void schedule(String id, Duration after, Object command) {
    var span = Duration.ofMillis((long) (after.toMillis() * clock.speed()));
    timeouts.schedule(id, clock.instant().plus(span), command);
  }
}
