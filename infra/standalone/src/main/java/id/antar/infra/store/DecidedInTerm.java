package id.antar.infra.store;

import id.antar.api.dispatch.DispatchTerm;
import id.antar.api.message.MetaKeys;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/// The dispatcher's term that the command at hand was decided in. It goes no further than to this
/// command's own events: what others do about them is up to them.
final class DecidedInTerm {

  private DecidedInTerm() {}

  static @Nullable DispatchTerm of(UnitOfWork<?> work) {
    return work.getMessage() instanceof CommandMessage<?> command
            && command.getMetaData().get(MetaKeys.DISPATCH_TERM) instanceof String text
        ? DispatchTerm.parse(text)
        : null;
  }
}
