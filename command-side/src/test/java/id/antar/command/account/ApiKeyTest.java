package id.antar.command.account;

import static id.antar.command.Cast.NOON;
import static id.antar.command.Cast.at;

import id.antar.api.account.ApiKeyCommand;
import id.antar.api.account.ApiKeyCommand.IssueApiKey;
import id.antar.api.account.ApiKeyCommand.RevokeApiKey;
import id.antar.api.account.ApiKeyEvent;
import id.antar.api.account.ApiKeyEvent.ApiKeyIssued;
import id.antar.api.account.ApiKeyEvent.ApiKeyRevoked;
import id.antar.api.account.ApiKeyId;
import id.antar.api.account.ApiKeyRejection.ApiKeyAlreadyIssued;
import id.antar.api.account.ApiKeyRejection.NotForApiKeys;
import id.antar.api.account.ApiKeyRejection.UnknownApiKey;
import id.antar.api.account.Permission;
import id.antar.api.account.Scope;
import id.antar.api.message.Actor;
import id.antar.api.message.Actor.Role;
import id.antar.api.message.Receipt;
import id.antar.command.decider.History;
import id.antar.command.decider.TargetOf;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class ApiKeyTest {

  private static final ApiKeyId KEY = new ApiKeyId("0123456789abcdef");
  private static final Actor DORA = new Actor(Role.DEVELOPER, "dora");
  private static final List<Permission> KITCHEN = List.of(Permission.KITCHEN_RUN);
  private static final ApiKeyIssued ISSUED =
      new ApiKeyIssued(KEY, DORA, "till", KITCHEN, Scope.OWN, "hash", at(9), NOON);
  private static final ApiKeyRevoked REVOKED = new ApiKeyRevoked(KEY, at(1));

  private static IssueApiKey issue(Permission permission, String hash) {
    return new IssueApiKey(KEY, DORA, "till", List.of(permission), Scope.OWN, hash, at(9), NOON);
  }

  @Test
  void aKeyIsIssuedOnce() {
    given().when(issue(Permission.KITCHEN_RUN, "hash")).then(ISSUED);
    given(ISSUED).when(issue(Permission.KITCHEN_RUN, "hash")).thenNothing();
    given(ISSUED)
        .when(issue(Permission.KITCHEN_RUN, "other"))
        .thenRefused(new ApiKeyAlreadyIssued(KEY));
  }

  @Test
  void aKeyIsNotForWhatAPersonHasToDo() {
    given()
        .when(issue(Permission.KEYS_MANAGE, "hash"))
        .thenRefused(new NotForApiKeys(Permission.KEYS_MANAGE));
  }

  @Test
  void aKeyIsRevokedForGood() {
    given(ISSUED).when(new RevokeApiKey(KEY, at(1))).then(REVOKED);
    given(ISSUED, REVOKED).when(new RevokeApiKey(KEY, at(2))).thenNothing();
    given().when(new RevokeApiKey(KEY, at(1))).thenRefused(new UnknownApiKey(KEY));
  }

  @Test
  void itIsAnAggregate() {
    new AggregateTestFixture<>(ApiKey.class)
        .registerCommandTargetResolver(new TargetOf<>(ApiKeyCommand.class, ApiKeyCommand::keyId))
        .given(ISSUED)
        .when(new RevokeApiKey(KEY, at(1)))
        .expectEvents(REVOKED)
        .expectResultMessagePayload(Receipt.accepted());
  }

  private static History<ApiKeyState, ApiKeyCommand, ApiKeyEvent> given(ApiKeyEvent... events) {
    return new History<ApiKeyState, ApiKeyCommand, ApiKeyEvent>(
            new ApiKeyState.Unissued(), ApiKeyState::evolve, ApiKeyState::decide)
        .and(events);
  }
}
