package id.antar.load.town.world;

import id.antar.load.client.Account;
import id.antar.load.client.Accounts;
import id.antar.load.client.Actor;
import id.antar.load.client.MailFolder;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Where newcomers open their accounts: first all sign up, then each reads their mail, confirms
/// their e-mail and signs in. A few at once: an engine hashes passwords slowly, and on purpose.
public final class Reception implements Welcome {

  private static final int AT_ONCE = 8;

  private final Accounts accounts;
  private final @Nullable MailFolder mails;
  private final long seed;
  private final String run;
  private final Watcher watcher;

  /// Who wants to know how far it is.
  @FunctionalInterface
  public interface Watcher {
    void arrived(String role, int count, int of);
  }

  /// @param mails absent where the engine wants no e-mail confirmed
  public Reception(
      Accounts accounts, @Nullable MailFolder mails, long seed, String run, Watcher watcher) {
    this.accounts = accounts;
    this.mails = mails;
    this.seed = seed;
    this.run = run;
    this.watcher = watcher;
  }

  private record SignedUp<T>(Account account, Applicant<T> applicant) {}

  @Override
  public <T> List<T> admit(String role, int count, Applying<T> applying, Arriving<T> arriving)
      throws InterruptedException {
    List<SignedUp<T>> newcomers =
        Together.all(AT_ONCE, count, number -> signUp(role, number, applying));
    var arrived = new AtomicInteger();
    return Together.all(
        AT_ONCE,
        count,
        number -> {
          SignedUp<T> newcomer = newcomers.get(number);
          T person = newcomer.applicant().person().apply(enter(newcomer.account(), role));
          arriving.arrive(person);
          watcher.arrived(role, arrived.incrementAndGet(), count);
          return person;
        });
  }

  private <T> SignedUp<T> signUp(String role, int number, Applying<T> applying)
      throws InterruptedException {
    Applicant<T> applicant = applying.apply(number);
    Dice dice = Dice.of(seed, "password-" + role + "-" + number);
    Account account =
        new Account("%s-%s-%d@town.example".formatted(role, run, number), password(dice));
    accounts.signUp(account, role, dice.chance(0.5) ? "id" : "en", applicant.form());
    return new SignedUp<>(account, applicant);
  }

  private static String password(Dice dice) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      word.append(Integer.toString(1296 + dice.below(36 * 1296 - 1296), 36)).append(' ');
    }
    return word.toString().strip();
  }

  private Actor enter(Account account, String role) throws InterruptedException {
    if (mails != null) {
      accounts.confirm(account, mails.awaitToken(account.email()));
    }
    return accounts.enter(account, role);
  }
}
