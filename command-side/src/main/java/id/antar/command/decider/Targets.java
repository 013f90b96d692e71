package id.antar.command.decider;

import id.antar.api.account.AccountCommand;
import id.antar.api.account.ApiKeyCommand;
import id.antar.api.account.EmailCommand;
import id.antar.api.account.InvitationCommand;
import id.antar.api.account.SessionCommand;
import id.antar.api.alert.AlertCommand;
import id.antar.api.assignment.AssignmentCommand;
import id.antar.api.chat.ChatCommand;
import id.antar.api.courier.CourierCommand;
import id.antar.api.customer.CustomerCommand;
import id.antar.api.dispatch.DispatchCommand;
import id.antar.api.dispatch.PolicyCommand;
import id.antar.api.merchant.MerchantCommand;
import id.antar.api.order.OrderCommand;
import id.antar.api.payment.PaymentCommand;
import id.antar.api.payout.PayoutCommand;
import id.antar.api.person.PersonCommand;
import id.antar.api.review.ReviewCommand;
import java.util.List;
import java.util.Optional;

/// Which aggregate a command is for, family by family: what finds the aggregate in this process
/// also finds the process that has it in memory.
public final class Targets {

  private static final List<TargetOf<?>> ALL =
      List.of(
          new TargetOf<>(OrderCommand.class, OrderCommand::orderId),
          new TargetOf<>(PaymentCommand.class, PaymentCommand::paymentId),
          new TargetOf<>(AssignmentCommand.class, AssignmentCommand::assignmentId),
          new TargetOf<>(CourierCommand.class, CourierCommand::courierId),
          new TargetOf<>(MerchantCommand.class, MerchantCommand::merchantId),
          new TargetOf<>(CustomerCommand.class, CustomerCommand::customerId),
          new TargetOf<>(ApiKeyCommand.class, ApiKeyCommand::keyId),
          new TargetOf<>(AccountCommand.class, AccountCommand::accountId),
          new TargetOf<>(SessionCommand.class, SessionCommand::sessionId),
          new TargetOf<>(EmailCommand.class, EmailCommand::emailKey),
          new TargetOf<>(InvitationCommand.class, InvitationCommand::invitationId),
          new TargetOf<>(DispatchCommand.class, DispatchCommand::decisionId),
          new TargetOf<>(PolicyCommand.class, PolicyCommand::zoneId),
          new TargetOf<>(PayoutCommand.class, PayoutCommand::payoutId),
          new TargetOf<>(PersonCommand.class, PersonCommand::personId),
          new TargetOf<>(ReviewCommand.class, ReviewCommand::reviewId),
          new TargetOf<>(AlertCommand.class, AlertCommand::alertId),
          new TargetOf<>(ChatCommand.class, ChatCommand::conversationId));

  private Targets() {}

  static TargetOf<?> of(Class<?> family) {
    return ALL.stream()
        .filter(it -> it.family() == family)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(family + " is for no aggregate."));
  }

  /// Under what name the events of the aggregate are stored, if the command is for one.
  public static Optional<String> find(Object command) {
    return ALL.stream()
        .filter(it -> it.family().isInstance(command))
        .findFirst()
        .map(it -> it.idOf(command));
  }
}
