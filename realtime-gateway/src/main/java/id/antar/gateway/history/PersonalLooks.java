package id.antar.gateway.history;

import id.antar.api.account.Permission;
import id.antar.api.audit.AuditCommand.Look;
import id.antar.gateway.audit.Looks;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// What is personal in the past is shown to who asks for it, may see it, and is written down for
/// it.
final class PersonalLooks {

  private final Looks looks;

  PersonalLooks(Looks looks) {
    this.looks = looks;
  }

  /// Whether it is to be shown, once that is noted.
  ///
  /// @param filter what is looked at
  Mono<Boolean> shown(@Nullable Boolean asked, Look look, String filter, Caller caller) {
    if (!Boolean.TRUE.equals(asked)) {
      return Mono.just(false);
    }
    if (!caller.may(Permission.HISTORY_READ_PERSONAL)) {
      return Mono.error(
          Problem.forbidden("What is personal needs history:read-personal.").asException());
    }
    return looks.note(look, filter, caller).thenReturn(true);
  }
}
