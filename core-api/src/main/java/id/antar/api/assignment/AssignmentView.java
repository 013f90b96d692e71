package id.antar.api.assignment;

import id.antar.api.courier.CourierId;
import id.antar.api.dispatch.DecisionId;
import id.antar.api.message.Query;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One assignment as its courier sees it.
///
/// @param decisionId the one that made the stops what they are, by the offer or an amendment
public record AssignmentView(
    AssignmentId assignmentId,
    CourierId courierId,
    DecisionId decisionId,
    State state,
    List<StopView> stops,
    Instant offeredAt,
    Instant expiresAt,
    @Nullable Instant answeredAt,
    @Nullable Instant endedAt,
    @Nullable String reason,
    Instant changedAt) {

  public AssignmentView {
    stops = List.copyOf(stops);
  }

  public enum State {
    OFFERED,
    ACCEPTED,
    DECLINED,
    EXPIRED,
    /// Off before it was accepted.
    WITHDRAWN,
    ENDED
  }

  /// @param arrivedAt when the courier stood there
  /// @param doneAt when the order was handed over
  /// @param withdrawn the stop is no longer to be visited
  public record StopView(
      Stop stop, @Nullable Instant arrivedAt, @Nullable Instant doneAt, boolean withdrawn) {}

  public record GetAssignment(AssignmentId assignmentId) implements Query<AssignmentView> {
    @Override
    public Class<AssignmentView> answer() {
      return AssignmentView.class;
    }
  }

  /// A courier's assignments that wait for an answer or are under way.
  public record ListOpenAssignments(CourierId courierId) implements Query<OpenAssignments> {
    @Override
    public Class<OpenAssignments> answer() {
      return OpenAssignments.class;
    }
  }

  /// All that was ever offered to a courier, the latest first.
  ///
  /// @param cursor the `nextCursor` of the page before
  public record ListOffers(CourierId courierId, @Nullable String cursor, int limit)
      implements Query<OfferPage> {
    @Override
    public Class<OfferPage> answer() {
      return OfferPage.class;
    }
  }

  public record OfferPage(List<AssignmentView> offers, @Nullable String nextCursor) {
    public OfferPage {
      offers = List.copyOf(offers);
    }
  }

  public record OpenAssignments(List<AssignmentView> assignments) {
    public OpenAssignments {
      assignments = List.copyOf(assignments);
    }
  }
}
