package id.antar.command.assignment;

import static id.antar.command.decider.Decision.reject;

import id.antar.api.assignment.AssignmentCommand;
import id.antar.api.assignment.AssignmentCommand.AbandonAssignment;
import id.antar.api.assignment.AssignmentCommand.AcceptOffer;
import id.antar.api.assignment.AssignmentCommand.AmendAssignment;
import id.antar.api.assignment.AssignmentCommand.ArriveAtDropoff;
import id.antar.api.assignment.AssignmentCommand.ArriveAtPickup;
import id.antar.api.assignment.AssignmentCommand.DeclineOffer;
import id.antar.api.assignment.AssignmentCommand.ExpireOffer;
import id.antar.api.assignment.AssignmentCommand.FailDropoff;
import id.antar.api.assignment.AssignmentCommand.OfferAssignment;
import id.antar.api.assignment.AssignmentCommand.RecordDropoff;
import id.antar.api.assignment.AssignmentCommand.RecordPickup;
import id.antar.api.assignment.AssignmentCommand.RecordReturn;
import id.antar.api.assignment.AssignmentCommand.ReleaseAssignment;
import id.antar.api.assignment.AssignmentCommand.WithdrawOrder;
import id.antar.api.assignment.AssignmentEvent;
import id.antar.api.assignment.AssignmentEvent.ArrivedAtDropoff;
import id.antar.api.assignment.AssignmentEvent.ArrivedAtPickup;
import id.antar.api.assignment.AssignmentEvent.AssignmentAbandoned;
import id.antar.api.assignment.AssignmentEvent.AssignmentAmended;
import id.antar.api.assignment.AssignmentEvent.AssignmentEnded;
import id.antar.api.assignment.AssignmentEvent.AssignmentOffered;
import id.antar.api.assignment.AssignmentEvent.DropoffFailed;
import id.antar.api.assignment.AssignmentEvent.DropoffRecorded;
import id.antar.api.assignment.AssignmentEvent.OfferAccepted;
import id.antar.api.assignment.AssignmentEvent.OfferDeclined;
import id.antar.api.assignment.AssignmentEvent.OfferExpired;
import id.antar.api.assignment.AssignmentEvent.OrderWithdrawn;
import id.antar.api.assignment.AssignmentEvent.OrdersReleased;
import id.antar.api.assignment.AssignmentEvent.PickupRecorded;
import id.antar.api.assignment.AssignmentEvent.ReturnRecorded;
import id.antar.api.assignment.AssignmentEvent.ReturnRequested;
import id.antar.api.assignment.AssignmentRejection.TooMuchCashInHand;
import id.antar.api.assignment.AssignmentRejection.UnknownAssignment;
import id.antar.api.order.OrderId;
import id.antar.command.decider.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Where one courier's trip stands, from the offer to its end.
sealed interface AssignmentState {

  record Unoffered() implements AssignmentState {}

  /// An assignment that exists.
  ///
  /// @param phase what has become of the offer
  /// @param legs how far each order is, in the order in which they came to the trip
  /// @param amendments all, so that none is made twice
  record Offered(
      AssignmentOffered offer,
      Phase phase,
      Map<OrderId, Leg> legs,
      List<AssignmentAmended> amendments)
      implements AssignmentState {
    public Offered {
      legs = Collections.unmodifiableMap(new LinkedHashMap<>(legs));
      amendments = List.copyOf(amendments);
    }

    Offered in(Phase next) {
      return new Offered(offer, next, legs, amendments);
    }

    Offered after(AssignmentAmended amendment) {
      var changed = new LinkedHashMap<>(legs);
      amendment.added().forEach(orderId -> changed.put(orderId, Leg.TO_PICK_UP));
      var all = new ArrayList<>(amendments);
      all.add(amendment);
      return new Offered(offer, phase, changed, all).with(amendment.removed(), Leg.WITHDRAWN);
    }

    Offered with(OrderId orderId, Leg leg) {
      var changed = new LinkedHashMap<>(legs);
      if (changed.replace(orderId, leg) == null) {
        throw new IllegalStateException(
            "Order " + orderId + " is not part of assignment " + offer.assignmentId() + ".");
      }
      return new Offered(offer, phase, changed, amendments);
    }

    Offered with(List<OrderId> orders, Leg leg) {
      Offered trip = this;
      for (OrderId orderId : orders) {
        trip = trip.with(orderId, leg);
      }
      return trip;
    }

    List<OrderId> ordersThatAre(Predicate<Leg> kind) {
      return legs.entrySet().stream()
          .filter(leg -> kind.test(leg.getValue()))
          .map(Map.Entry::getKey)
          .toList();
    }

    boolean isLastOpen(OrderId orderId) {
      return ordersThatAre(Leg::isOpen).equals(List.of(orderId));
    }
  }

  enum Phase {
    OPEN,
    ACCEPTED,
    DECLINED,
    EXPIRED,
    /// Nothing was left of it before an answer came.
    WITHDRAWN,
    ENDED,
    /// Its courier did not go on.
    ABANDONED
  }

  default Decision<AssignmentEvent> decide(AssignmentCommand command, Instant now) {
    return switch (this) {
      case Unoffered _ ->
          command instanceof OfferAssignment c
              ? Offering.offer(c)
              : reject(new UnknownAssignment(command.assignmentId()));
      case Offered trip ->
          switch (command) {
            case OfferAssignment c -> Offering.offerAgain(trip, c);
            case AcceptOffer c -> Answering.accept(trip, c, now);
            case DeclineOffer c -> Answering.decline(trip, c);
            case ExpireOffer c -> Answering.expire(trip, c);
            case ArriveAtPickup c -> Collecting.arrive(trip, c);
            case RecordPickup c -> Collecting.pickUp(trip, c);
            case ArriveAtDropoff c -> Delivering.arrive(trip, c);
            case RecordDropoff c -> Delivering.dropOff(trip, c);
            case FailDropoff c -> Delivering.fail(trip, c);
            case RecordReturn c -> Delivering.bringBack(trip, c);
            case WithdrawOrder c -> Withdrawing.withdraw(trip, c);
            case ReleaseAssignment c -> Withdrawing.release(trip, c);
            case AmendAssignment c -> Amending.amend(trip, c);
            case AbandonAssignment c -> Abandoning.abandon(trip, c);
          };
    };
  }

  /// As decided, unless what is left of the offer would bring its courier too much cash.
  default Decision<AssignmentEvent> accept(
      AcceptOffer c, Predicate<List<OrderId>> tooMuchCash, Instant now) {
    Decision<AssignmentEvent> decision = decide(c, now);
    return decision instanceof Decision.Accepted<AssignmentEvent> yes
            && yes.events().stream()
                .anyMatch(it -> it instanceof OfferAccepted e && tooMuchCash.test(e.orders()))
        ? reject(new TooMuchCashInHand(c.assignmentId()))
        : decision;
  }

  default AssignmentState evolve(AssignmentEvent event) {
    return switch (event) {
      case AssignmentOffered e -> offered(e);
      case OfferAccepted _ -> offered().in(Phase.ACCEPTED);
      case OfferDeclined _ -> offered().in(Phase.DECLINED);
      case OfferExpired _ -> offered().in(Phase.EXPIRED);
      case ArrivedAtPickup e -> offered().with(e.orderId(), Leg.AT_PICKUP);
      case PickupRecorded e -> offered().with(e.orderId(), Leg.CARRIED);
      case ArrivedAtDropoff e -> offered().with(e.orderId(), Leg.AT_DOOR);
      case DropoffRecorded e -> offered().with(e.orderId(), Leg.DROPPED_OFF);
      case DropoffFailed e -> offered().with(e.orderId(), Leg.TO_RETURN);
      case ReturnRequested e -> offered().with(e.orderId(), Leg.TO_RETURN);
      case ReturnRecorded e -> offered().with(e.orderId(), Leg.RETURNED);
      case OrderWithdrawn e -> offered().with(e.orderId(), Leg.WITHDRAWN);
      case OrdersReleased e -> offered().with(e.orders(), Leg.RELEASED);
      case AssignmentAmended e -> offered().after(e);
      case AssignmentAbandoned e ->
          offered()
              .with(e.released(), Leg.RELEASED)
              .with(e.stranded(), Leg.STRANDED)
              .in(Phase.ABANDONED);
      case AssignmentEnded _ -> offered().in(atTheEnd(offered().phase()));
    };
  }

  private static Phase atTheEnd(Phase phase) {
    return switch (phase) {
      case OPEN -> Phase.WITHDRAWN;
      case ABANDONED -> Phase.ABANDONED;
      case ACCEPTED, DECLINED, EXPIRED, WITHDRAWN, ENDED -> Phase.ENDED;
    };
  }

  private static Offered offered(AssignmentOffered offer) {
    var legs = new LinkedHashMap<OrderId, Leg>();
    offer.stops().forEach(stop -> legs.put(stop.orderId(), Leg.TO_PICK_UP));
    return new Offered(offer, Phase.OPEN, legs, List.of());
  }

  private Offered offered() {
    if (this instanceof Offered trip) {
      return trip;
    }
    throw new IllegalStateException("The assignment's events do not begin with AssignmentOffered.");
  }
}
