package id.antar.command.account;

import static id.antar.command.decider.Decision.accept;
import static id.antar.command.decider.Decision.reject;
import static id.antar.command.decider.Decision.satisfied;

import id.antar.api.account.ApiKeyCommand;
import id.antar.api.account.ApiKeyCommand.IssueApiKey;
import id.antar.api.account.ApiKeyCommand.RevokeApiKey;
import id.antar.api.account.ApiKeyEvent;
import id.antar.api.account.ApiKeyEvent.ApiKeyIssued;
import id.antar.api.account.ApiKeyEvent.ApiKeyRevoked;
import id.antar.api.account.ApiKeyRejection.ApiKeyAlreadyIssued;
import id.antar.api.account.ApiKeyRejection.NotForApiKeys;
import id.antar.api.account.ApiKeyRejection.UnknownApiKey;
import id.antar.api.account.Permission;
import id.antar.command.decider.Decision;
import java.util.Optional;
import java.util.function.Predicate;

/// An API key: issued once, revoked for good.
sealed interface ApiKeyState {

  record Unissued() implements ApiKeyState {}

  record Issued(ApiKeyIssued key, boolean revoked) implements ApiKeyState {}

  default Decision<ApiKeyEvent> decide(ApiKeyCommand command) {
    return switch (this) {
      case Unissued _ ->
          switch (command) {
            case IssueApiKey c -> issue(c);
            case RevokeApiKey c -> reject(new UnknownApiKey(c.keyId()));
          };
      case Issued(var key, var revoked) ->
          switch (command) {
            case IssueApiKey c ->
                c.secretHash().equals(key.secretHash())
                    ? satisfied()
                    : reject(new ApiKeyAlreadyIssued(c.keyId()));
            case RevokeApiKey c ->
                revoked ? satisfied() : accept(new ApiKeyRevoked(c.keyId(), c.occurredAt()));
          };
    };
  }

  private static Decision<ApiKeyEvent> issue(IssueApiKey c) {
    Optional<Permission> personal =
        c.permissions().stream().filter(Predicate.not(Permission::isForKeys)).findFirst();
    return personal.isPresent()
        ? reject(new NotForApiKeys(personal.get()))
        : accept(
            new ApiKeyIssued(
                c.keyId(),
                c.owner(),
                c.label(),
                c.permissions(),
                c.scope(),
                c.secretHash(),
                c.expiresAt(),
                c.occurredAt()));
  }

  default ApiKeyState evolve(ApiKeyEvent event) {
    return switch (event) {
      case ApiKeyIssued e -> new Issued(e, false);
      case ApiKeyRevoked _ -> {
        if (!(this instanceof Issued(var key, _))) {
          throw new IllegalStateException("The key's events do not begin with ApiKeyIssued.");
        }
        yield new Issued(key, true);
      }
    };
  }
}
