package id.antar.command.account;

import id.antar.api.account.AccountCommand;
import id.antar.api.account.AccountEvent;
import id.antar.api.account.EmailCommand;
import id.antar.api.account.EmailEvent;
import id.antar.api.account.InvitationCommand;
import id.antar.api.account.InvitationEvent;
import id.antar.api.account.SessionCommand;
import id.antar.api.account.SessionEvent;
import id.antar.api.message.Actor;
import id.antar.api.person.PersonEvent;
import id.antar.api.person.PersonId;
import id.antar.api.time.EngineClock;
import id.antar.command.decider.AggregateModule;
import id.antar.command.mail.SendMail;
import id.antar.command.process.ProcessModule;
import id.antar.command.process.Reacting;
import id.antar.command.timeout.ScheduleTimeout;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
public class AccountConfiguration {

  static final String GROUP = "process.account";
  static final String MAIL_GROUP = "process.mail";

  @Bean
  ConfigurerModule accountAggregate() {
    return AggregateModule.uncached(Account.class, AccountCommand.class);
  }

  @Bean
  ConfigurerModule emailAggregate() {
    return AggregateModule.uncached(Email.class, EmailCommand.class);
  }

  @Bean
  ConfigurerModule invitationAggregate() {
    return AggregateModule.uncached(Invitation.class, InvitationCommand.class);
  }

  @Bean
  ConfigurerModule sessionAggregate() {
    return AggregateModule.uncached(Session.class, SessionCommand.class);
  }

  @Bean
  ConfigurerModule refreshingSession() {
    return configurer ->
        configurer.registerCommandHandler(c ->
            new RefreshingSession(
                c.repository(Account.class),
                c.repository(Session.class),
                AccountPolicy.standard().grace()));
  }

  @Bean
  ConfigurerModule claimingEmail() {
    return configurer ->
        configurer.registerCommandHandler(
            c -> new ClaimingEmail(c.repository(Email.class), c.repository(Account.class)));
  }

  @Bean
  ConfigurerModule accountProcess(
      EngineClock clock,
      ObjectProvider<FindApiKeys> keys,
      ObjectProvider<ScheduleTimeout> timeouts,
      @Value("${antar.accounts.confirm-email:true}") boolean confirming) {
    return ProcessModule.of(
        GROUP,
        AccountConfiguration::accountOf,
        c -> new WhenAccountOpenedThenClaimItsEmail(reacting(c)),
        c -> new WhenEmailClaimedThenAdmitItsAccount(reacting(c)),
        c -> new WhenAccountAdmittedThenRegisterItsOwner(reacting(c), clock),
        c -> new WhenAccountClosedThenReleaseItsEmail(reacting(c)),
        c -> new WhenInvitationAcceptedThenOpenAnAccount(reacting(c)),
        c -> new WhenUnconfirmedAccountEndedThenForgetItsOpener(reacting(c)),
        _ ->
            new WhenSomebodyMayNotStayThenSetTheirEnd(
                timeouts.getObject(), clock, AccountPolicy.standard(), confirming),
        c -> new WhenSessionFamilyRevokedThenEndTheSession(reacting(c)),
        c ->
            new WhenPersonForgottenThenEndTheirAccess(
                reacting(c), keys.getObject(), EngineClock.real()));
  }

  @Bean
  ConfigurerModule mailProcess(ObjectProvider<SendMail> mails) {
    return ProcessModule.of(
        MAIL_GROUP,
        AccountConfiguration::accountOf,
        _ -> new WhenAnAccountChangesThenTellItsOwner(mails.getObject()));
  }

  /// An account's facts are handled one after the other.
  static @Nullable Object accountOf(EventMessage<?> event) {
    return switch (event.getPayload()) {
      case AccountEvent e -> e.accountId().value();
      case SessionEvent e -> e.accountId().value();
      case EmailEvent e -> accountOf(e);
      case InvitationEvent e -> e.invitationId().value();
      case PersonEvent e -> accountOf(e.personId());
      default -> null;
    };
  }

  private static String accountOf(PersonId person) {
    return person.findAccount().map(Actor::id).orElseGet(person::value);
  }

  private static String accountOf(EmailEvent event) {
    return switch (event) {
      case EmailEvent.EmailClaimed e -> e.accountId().value();
      case EmailEvent.EmailClaimRefused e -> e.accountId().value();
      case EmailEvent.EmailReleased e -> e.accountId().value();
    };
  }

  private static Reacting reacting(org.axonframework.config.Configuration axon) {
    return new Reacting(axon.commandGateway(), "account");
  }
}
