package id.antar.api.assignment;

import id.antar.api.message.Rejection;
import id.antar.api.order.OrderId;

/// Why an assignment command is refused.
public sealed interface AssignmentRejection extends Rejection {

  record UnknownAssignment(AssignmentId assignmentId) implements AssignmentRejection {
    @Override
    public String detail() {
      return "There is no assignment " + assignmentId + ".";
    }

    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }
  }

  record AlreadyOffered(AssignmentId assignmentId) implements AssignmentRejection {
    @Override
    public String detail() {
      return "Assignment " + assignmentId + " was offered before with another content.";
    }
  }

  /// The offer went to another courier. Reported like an unknown one.
  record NotYourAssignment(AssignmentId assignmentId) implements AssignmentRejection {
    @Override
    public String detail() {
      return "There is no assignment " + assignmentId + ".";
    }

    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }

    @Override
    public String code() {
      return "unknown-assignment";
    }
  }

  record OfferIsExpired(AssignmentId assignmentId) implements AssignmentRejection {
    @Override
    public String detail() {
      return "The offer " + assignmentId + " has expired.";
    }
  }

  record OfferIsClosed(AssignmentId assignmentId, String answer) implements AssignmentRejection {
    @Override
    public String detail() {
      return "The offer " + assignmentId + " is closed: " + answer + ".";
    }
  }

  record NotAccepted(AssignmentId assignmentId) implements AssignmentRejection {
    @Override
    public String detail() {
      return "Assignment " + assignmentId + " is not accepted.";
    }
  }

  record AssignmentIsOver(AssignmentId assignmentId) implements AssignmentRejection {
    @Override
    public String detail() {
      return "Assignment " + assignmentId + " is over.";
    }
  }

  record NotInThisAssignment(AssignmentId assignmentId, OrderId orderId)
      implements AssignmentRejection {
    @Override
    public String detail() {
      return "Order " + orderId + " is not part of assignment " + assignmentId + ".";
    }

    @Override
    public Kind kind() {
      return Kind.NOT_FOUND;
    }
  }

  /// An order is dropped off, failed or returned only by someone who has picked it up.
  record NotPickedUp(AssignmentId assignmentId, OrderId orderId) implements AssignmentRejection {
    @Override
    public String detail() {
      return "Order " + orderId + " is not picked up.";
    }
  }

  /// What a courier fetches at a merchant's is settled on arrival there: an amendment may move the
  /// order, not take it away.
  record AlreadyAtPickup(AssignmentId assignmentId, OrderId orderId)
      implements AssignmentRejection {
    @Override
    public String detail() {
      return "The courier is at the pickup of order " + orderId + " already.";
    }
  }

  record AlreadyPickedUp(AssignmentId assignmentId, OrderId orderId)
      implements AssignmentRejection {
    @Override
    public String detail() {
      return "Order " + orderId + " is picked up already.";
    }
  }

  record NotToBeReturned(AssignmentId assignmentId, OrderId orderId)
      implements AssignmentRejection {
    @Override
    public String detail() {
      return "Order " + orderId + " is not to be returned.";
    }
  }

  /// It is on its way back to the merchant.
  record ToBeReturned(AssignmentId assignmentId, OrderId orderId) implements AssignmentRejection {
    @Override
    public String detail() {
      return "Order " + orderId + " is to be returned to the merchant.";
    }
  }

  record StopsNotCarriable(AssignmentId assignmentId, String why) implements AssignmentRejection {
    @Override
    public String detail() {
      return "The stops of assignment " + assignmentId + " cannot be carried out: " + why + ".";
    }

    @Override
    public Kind kind() {
      return Kind.INVALID;
    }

    @Override
    public String field() {
      return "stops";
    }
  }
}
