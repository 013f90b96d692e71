package id.antar.command.account;

import static id.antar.command.decider.Decision.accept;
import static id.antar.command.decider.Decision.reject;
import static id.antar.command.decider.Decision.satisfied;

import id.antar.api.account.AccountRejection.InvitationOver;
import id.antar.api.account.InvitationCommand;
import id.antar.api.account.InvitationCommand.AcceptInvitation;
import id.antar.api.account.InvitationCommand.SendInvitation;
import id.antar.api.account.InvitationEvent;
import id.antar.api.account.InvitationEvent.InvitationAccepted;
import id.antar.api.account.InvitationEvent.InvitationSent;
import id.antar.command.decider.Decision;

/// An invitation, which is good once.
sealed interface InvitationState {

  record Unsent() implements InvitationState {}

  record Sent(InvitationSent sent) implements InvitationState {}

  record Used() implements InvitationState {}

  default Decision<InvitationEvent> decide(InvitationCommand command) {
    return switch (command) {
      case SendInvitation c -> this instanceof Unsent ? accept(sent(c)) : satisfied();
      case AcceptInvitation c ->
          this instanceof Sent(var sent) && c.occurredAt().isBefore(sent.expiresAt())
              ? accept(accepted(sent, c))
              : reject(new InvitationOver());
    };
  }

  default InvitationState evolve(InvitationEvent event) {
    return switch (event) {
      case InvitationSent e -> new Sent(e);
      case InvitationAccepted _ -> new Used();
    };
  }

  private static InvitationSent sent(SendInvitation c) {
    return new InvitationSent(
        c.invitationId(),
        c.role(),
        c.scope(),
        c.emailKey(),
        c.mailbox(),
        c.invitedBy(),
        c.expiresAt(),
        c.occurredAt());
  }

  private static InvitationAccepted accepted(InvitationSent sent, AcceptInvitation c) {
    return new InvitationAccepted(
        sent.invitationId(),
        c.accountId(),
        sent.role(),
        sent.scope(),
        sent.emailKey(),
        sent.mailbox(),
        c.passwordHash(),
        c.occurredAt());
  }
}
