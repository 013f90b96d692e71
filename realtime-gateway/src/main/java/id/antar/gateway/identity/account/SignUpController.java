package id.antar.gateway.identity.account;

import id.antar.api.account.AccountCommand.ConfirmEmail;
import id.antar.api.account.AccountCommand.OpenAccount;
import id.antar.api.account.AccountCommand.RequestEmailConfirmation;
import id.antar.api.account.AccountId;
import id.antar.api.account.AccountRejection.InvalidMailToken;
import id.antar.api.account.Language;
import id.antar.api.account.MailToken;
import id.antar.api.account.MailToken.Purpose;
import id.antar.api.account.Mailbox;
import id.antar.api.account.Registration;
import id.antar.api.account.Scope;
import id.antar.api.courier.CourierProfile;
import id.antar.api.geo.Vehicle;
import id.antar.api.message.Actor;
import id.antar.api.message.Actor.Role;
import id.antar.api.message.Ids;
import id.antar.api.person.Contact;
import id.antar.api.person.PersonId;
import id.antar.api.person.Personal;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Done;
import id.antar.gateway.edge.request.Valid;
import id.antar.gateway.identity.password.Passwords;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Anybody may have an account. Whether the e-mail has one already is found out later, and told by
/// mail to whoever reads it.
@RestController
final class SignUpController {

  private final Accounts accounts;
  private final Passwords passwords;
  private final PasswordCheck check;
  private final Allowance signUps;

  /// @param signUps with one e-mail: what is more is answered alike, and dropped
  SignUpController(Accounts accounts, Passwords passwords, PasswordCheck check, Allowance signUps) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.check = check;
    this.signUps = signUps;
  }

  /// @param role customer, courier or merchant
  /// @param name with `phone`, and of a courier `vehicle` and `capacity`, registers them as well
  record SignUp(
      Role role,
      String email,
      String password,
      @Nullable Language language,
      @Nullable String name,
      @Nullable String phone,
      @Nullable Vehicle vehicle,
      @Nullable String licensePlate,
      @Nullable Integer capacity) {

    Role requireRole() {
      return switch (role) {
        case CUSTOMER, COURIER, MERCHANT -> role;
        default ->
            throw Problem.invalid(
                    "invalid-value", "role", "role is not customer, courier or merchant.")
                .asException();
      };
    }

    @Nullable Registration registration() {
      if (name == null || phone == null || role == Role.MERCHANT) {
        return null;
      }
      String plate = Objects.requireNonNullElse(licensePlate, "");
      if (role == Role.CUSTOMER) {
        Valid.of(Contact.class, "", () -> new Contact(name, phone));
        return new Registration(name, phone, null, "", 0);
      }
      if (vehicle == null || capacity == null) {
        return null;
      }
      Valid.value("name", () -> new CourierProfile(name, phone, plate));
      return new Registration(name, phone, vehicle, plate, capacity);
    }

    @Override
    public String toString() {
      return "SignUp[" + role + "]";
    }
  }

  /// @param token from the mail
  /// @param password of the sign-up: a link alone would bless somebody else's
  record Confirmation(String token, String password) {
    @Override
    public String toString() {
      return "Confirmation[]";
    }
  }

  record Asking(String email) {
    @Override
    public String toString() {
      return "Asking[]";
    }
  }

  @PostMapping("/v1/auth/sign-up")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Mono<Done> signUp(ServerWebExchange exchange, @RequestBody SignUp body) {
    Mailbox mailbox = Accounts.mailbox(body.email(), body.language());
    Passwords.require("password", body.password(), mailbox);
    Role role = body.requireRole();
    Registration registration = body.registration();
    var id = new AccountId(Ids.random());
    Actor owner = id.as(role);
    boolean enough = !signUps.take(accounts.keyOf(mailbox).value());
    return passwords
        .hash(body.password())
        .filter(_ -> !enough)
        .map(hash -> command(id, role, mailbox, hash, registration))
        .flatMap(command -> accounts.send(command, accounts.caller(exchange, owner)))
        .thenReturn(Done.DONE);
  }

  private OpenAccount command(
      AccountId id, Role role, Mailbox mailbox, String hash, @Nullable Registration registration) {
    PersonId person = PersonId.of(id.as(role));
    return new OpenAccount(
        id,
        role,
        Scope.OWN,
        accounts.keyOf(mailbox),
        Personal.of(person, mailbox),
        Personal.of(person, hash),
        registration == null ? null : Personal.of(person, registration),
        false,
        accounts.now());
  }

  @PostMapping("/v1/auth/email-confirmation")
  Mono<Done> confirm(ServerWebExchange exchange, @RequestBody Confirmation body) {
    MailToken token =
        MailToken.open(body.token(), Purpose.EMAIL_CONFIRMATION, accounts.fingerprints())
            .orElseThrow(() -> Problem.of(new InvalidMailToken()).asException());
    return accounts
        .await(new AccountId(token.subject()))
        .filter(account -> !account.passwordHash().isForgotten())
        .switchIfEmpty(Mono.error(() -> Problem.of(new InvalidMailToken()).asException()))
        .flatMap(account -> check.by(account, "confirmation", body.password()))
        .flatMap(account ->
            accounts.send(
                new ConfirmEmail(
                    account.accountId(),
                    account.passwordVersion(),
                    token.request(),
                    accounts.now()),
                accounts.caller(exchange, Accounts.owner(account)),
                new InvalidMailToken()))
        .thenReturn(Done.DONE);
  }

  @PostMapping("/v1/auth/email-confirmation/request")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Mono<Done> requestConfirmation(ServerWebExchange exchange, @RequestBody Asking body) {
    return accounts.askForMail(
        exchange,
        body.email(),
        id -> new RequestEmailConfirmation(id, Ids.random(), accounts.now()));
  }
}
