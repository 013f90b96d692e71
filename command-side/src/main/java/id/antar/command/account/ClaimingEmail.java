package id.antar.command.account;

import id.antar.api.account.AccountId;
import id.antar.api.account.EmailCommand.ClaimEmail;
import id.antar.api.account.EmailCommand.ReleaseEmail;
import id.antar.api.message.Receipt;
import id.antar.command.decider.StreamId;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/// An e-mail belongs to the first who claims it, but not against whoever is known to read it: an
/// account that never confirmed it ends, within the same unit of work.
///
/// The e-mail is locked first and the account second, and nothing else locks the two.
final class ClaimingEmail {

  private final Repository<Email> emails;
  private final Repository<Account> accounts;

  ClaimingEmail(Repository<Email> emails, Repository<Account> accounts) {
    this.emails = emails;
    this.accounts = accounts;
  }

  @CommandHandler
  Receipt handle(ClaimEmail command) throws Exception {
    Aggregate<Email> email = emails.loadOrCreate(StreamId.of(command.emailKey()), Email::new);
    Optional<AccountId> owner =
        email
            .invoke(Email::owner)
            .filter(other -> command.proven() && !other.equals(command.accountId()));
    if (owner.isPresent() && makesWay(owner.get(), command)) {
      var release = new ReleaseEmail(command.emailKey(), owner.get(), command.occurredAt());
      var _ = email.invoke(it -> it.decide(release));
    }
    return email.invoke(it -> it.decide(command));
  }

  private boolean makesWay(AccountId owner, ClaimEmail command) throws Exception {
    return accounts
        .loadOrCreate(StreamId.of(owner), Account::new)
        .invoke(account -> account.makeWay(owner, command.occurredAt()));
  }
}
