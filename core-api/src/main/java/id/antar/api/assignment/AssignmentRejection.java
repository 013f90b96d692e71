package id.antar.api.assignment;

import id.antar.api.message.Rejection;
import id.antar.api.order.OrderId;

/// Why an assignment command is refused.
public sealed interface AssignmentRejection extends Rejection {

  record UnknownAssignment(AssignmentId assignmentId) implements AssignmentRejection, NotFound {}

  record AlreadyOffered(AssignmentId assignmentId) implements AssignmentRejection {}

  /// The offer went to another courier. Reported like an unknown one.
  record NotYourAssignment(AssignmentId assignmentId) implements AssignmentRejection, NotFound {
    @Override
    public String code() {
      return "unknown-assignment";
    }
  }

  record OfferIsExpired(AssignmentId assignmentId) implements AssignmentRejection {}

  record OfferIsClosed(AssignmentId assignmentId, String answer) implements AssignmentRejection {}

  /// Cash came in while the offer was open.
  record TooMuchCashInHand(AssignmentId assignmentId) implements AssignmentRejection {}

  record NotAccepted(AssignmentId assignmentId) implements AssignmentRejection {}

  record AssignmentIsOver(AssignmentId assignmentId) implements AssignmentRejection {}

  record NotInThisAssignment(AssignmentId assignmentId, OrderId orderId)
      implements AssignmentRejection, NotFound {}

  /// An order is dropped off, failed or returned only by someone who has picked it up.
  record NotPickedUp(AssignmentId assignmentId, OrderId orderId) implements AssignmentRejection {}

  /// What a courier fetches at a merchant's is settled on arrival there: an amendment may move the
  /// order, not take it away.
  record AlreadyAtPickup(AssignmentId assignmentId, OrderId orderId)
      implements AssignmentRejection {}

  record AlreadyPickedUp(AssignmentId assignmentId, OrderId orderId)
      implements AssignmentRejection {}

  record NotToBeReturned(AssignmentId assignmentId, OrderId orderId)
      implements AssignmentRejection {}

  /// It is on its way back to the merchant.
  record ToBeReturned(AssignmentId assignmentId, OrderId orderId) implements AssignmentRejection {}

  record StopsNotCarriable(AssignmentId assignmentId, String why)
      implements AssignmentRejection, Invalid {
    @Override
    public String field() {
      return "stops";
    }
  }

  @Override
  default String detail() {
    return switch (this) {
      case UnknownAssignment(var assignmentId) -> "There is no assignment " + assignmentId + ".";
      case AlreadyOffered(var assignmentId) ->
          "Assignment " + assignmentId + " was offered before with another content.";
      case NotYourAssignment(var assignmentId) -> "There is no assignment " + assignmentId + ".";
      case OfferIsExpired(var assignmentId) -> "The offer " + assignmentId + " has expired.";
      case OfferIsClosed(var assignmentId, var answer) ->
          "The offer " + assignmentId + " is closed: " + answer + ".";
      case TooMuchCashInHand(var assignmentId) ->
          "Offer " + assignmentId + " is to be paid in cash; hand in first what you have in hand.";
      case NotAccepted(var assignmentId) -> "Assignment " + assignmentId + " is not accepted.";
      case AssignmentIsOver(var assignmentId) -> "Assignment " + assignmentId + " is over.";
      case NotInThisAssignment(var assignmentId, var orderId) ->
          "Order " + orderId + " is not part of assignment " + assignmentId + ".";
      case NotPickedUp(_, var orderId) -> "Order " + orderId + " is not picked up.";
      case AlreadyAtPickup(_, var orderId) ->
          "The courier is at the pickup of order " + orderId + " already.";
      case AlreadyPickedUp(_, var orderId) -> "Order " + orderId + " is picked up already.";
      case NotToBeReturned(_, var orderId) -> "Order " + orderId + " is not to be returned.";
      case ToBeReturned(_, var orderId) ->
          "Order " + orderId + " is to be returned to the merchant.";
      case StopsNotCarriable(var assignmentId, var why) ->
          "The stops of assignment " + assignmentId + " cannot be carried out: " + why + ".";
    };
  }
}
