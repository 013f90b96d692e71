package id.antar.command.account;

import id.antar.api.account.AccountCommand.CloseAccount;
import id.antar.api.account.AccountId;
import id.antar.api.account.ApiKeyCommand.RevokeApiKey;
import id.antar.api.account.ApiKeyId;
import id.antar.api.message.Actor;
import id.antar.api.person.PersonEvent.PersonForgotten;
import id.antar.api.time.EngineClock;
import id.antar.command.process.Reacting;
import id.antar.command.process.Reaction;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/// Whoever is forgotten has no account any more, and no key: the sessions end, and the e-mail is
/// free.
@ProcessingGroup(AccountConfiguration.GROUP)
@DisallowReplay
final class WhenPersonForgottenThenEndTheirAccess {

  private final Reacting reacting;
  private final FindApiKeys keys;
  private final EngineClock realTime;

  /// @param realTime by which accounts and sessions live
  WhenPersonForgottenThenEndTheirAccess(Reacting reacting, FindApiKeys keys, EngineClock realTime) {
    this.reacting = reacting;
    this.keys = keys;
    this.realTime = realTime;
  }

  @EventHandler
  void on(PersonForgotten event) {
    event
        .personId()
        .findAccount()
        .ifPresent(
            owner -> reacting.carryOut(react(event, owner, keys.of(owner), realTime.instant())));
  }

  static List<Reaction> react(
      PersonForgotten e, Actor owner, Collection<ApiKeyId> keys, Instant now) {
    var closing = new CloseAccount(new AccountId(owner.id()), owner.role(), now);
    return Stream.concat(
            Stream.of(closing), keys.stream().map(key -> new RevokeApiKey(key, e.occurredAt())))
        .map(Reaction::of)
        .toList();
  }
}
