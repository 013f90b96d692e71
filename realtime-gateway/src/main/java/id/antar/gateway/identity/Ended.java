package id.antar.gateway.identity;

import id.antar.api.message.Actor;
import id.antar.api.message.Actor.Role;
import id.antar.api.person.PersonId;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Grant;
import java.util.ArrayList;
import java.util.List;

/// What somebody came in by, and what can be over before its time.
sealed interface Ended {

  record OfSession(String sessionId) implements Ended {}

  record OfKey(String keyId) implements Ended {}

  /// All keys that this account's owner has. Its sessions are ended one by one.
  record OfKeys(String accountId) implements Ended {}

  /// Whatever it is that this person came in by.
  record OfPerson(PersonId person) implements Ended {}

  /// The end of each is the end of what this caller may do.
  static List<Ended> concerning(Caller caller) {
    return concerning(caller.actor(), caller.grant());
  }

  static List<Ended> concerning(Actor actor, Grant grant) {
    var ends = new ArrayList<Ended>();
    if (grant.sessionId() != null) {
      ends.add(new OfSession(grant.sessionId()));
    }
    if (grant.keyId() != null) {
      ends.add(new OfKey(grant.keyId()));
      ends.add(new OfKeys(actor.id()));
    }
    if (actor.role() != Role.RECIPIENT) {
      ends.add(new OfPerson(PersonId.of(actor)));
    }
    return ends;
  }
}
