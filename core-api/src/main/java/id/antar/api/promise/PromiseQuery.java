package id.antar.api.promise;

import id.antar.api.analytics.Span;
import id.antar.api.analytics.Whose;
import id.antar.api.message.Query;
import id.antar.api.order.OrderId;
import id.antar.api.promise.Promise.Kind;
import id.antar.api.promise.Promise.Source;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Questions about what was promised and what became of it.
public sealed interface PromiseQuery<R> extends Query<R> {

  record GetPromises(OrderId orderId) implements PromiseQuery<OrderPromises> {
    @Override
    public Class<OrderPromises> answer() {
      return OrderPromises.class;
    }
  }

  /// Of the orders that were placed in the span and delivered.
  record GetPromiseReport(GroupBy by, Span span, Whose whose)
      implements PromiseQuery<PromiseReport> {
    @Override
    public Class<PromiseReport> answer() {
      return PromiseReport.class;
    }
  }

  enum GroupBy {
    ALL,
    CELL,
    MERCHANT,
    /// The hour of the day when an order was placed.
    HOUR
  }

  /// @param promises in the order in which they were shown
  /// @param lateness absent until it is delivered, and where nothing was promised
  record OrderPromises(
      OrderId orderId,
      List<Kept> promises,
      Milestones milestones,
      @Nullable Instant readyAt,
      @Nullable Instant pickedUpAt,
      @Nullable Instant deliveredAt,
      @Nullable Lateness lateness) {
    public OrderPromises {
      promises = List.copyOf(promises);
    }
  }

  /// @param horizonSeconds how far ahead it was promised
  /// @param actualAt when it happened; absent until then
  /// @param errorSeconds how much later that was than promised
  record Kept(
      Kind kind,
      Instant shownAt,
      Instant promisedFor,
      Source source,
      long horizonSeconds,
      @Nullable Instant actualAt,
      @Nullable Long errorSeconds) {}

  /// @param lastDoorBeforePickup what the door was promised last before the pickup
  /// @param firstDoorAfterPickup and first after it
  record Milestones(
      @Nullable Kept firstReady,
      @Nullable Kept firstPickup,
      @Nullable Kept firstDoor,
      @Nullable Kept lastDoorBeforePickup,
      @Nullable Kept firstDoorAfterPickup) {}

  record PromiseReport(List<Group> groups) {
    public PromiseReport {
      groups = List.copyOf(groups);
    }
  }

  /// @param key of the cell, merchant or hour; absent for all together
  /// @param lateness absent where no door was promised
  record Group(
      @Nullable String key,
      long orders,
      @Nullable MeanLateness lateness,
      List<Calibration> calibration) {
    public Group {
      calibration = List.copyOf(calibration);
    }
  }

  /// Means in seconds, over all orders of which a door was promised; the parts sum to the whole but
  /// for rounding of the last digit.
  ///
  /// @param onTime the share that came when promised or sooner
  record MeanLateness(
      long orders,
      double onTime,
      double total,
      double waitingForAssignment,
      double firstMile,
      double kitchen,
      double lastMile) {}

  /// How promises of one kind, source and horizon held. An error is how much later than promised it
  /// happened, in seconds.
  ///
  /// @param fromMinutes the least horizon
  /// @param toMinutes the horizon before which it ends; absent for the last
  /// @param bias the mean error
  /// @param meanAbsoluteError how far off it was, on either side
  /// @param p10 one in ten errors is at most this; between it and `p90` lie 80 of 100
  /// @param within2Minutes the share that was off by no more, on either side
  record Calibration(
      Kind kind,
      Source source,
      int fromMinutes,
      @Nullable Integer toMinutes,
      long promises,
      double bias,
      double meanAbsoluteError,
      double p10,
      double p50,
      double p90,
      double within2Minutes,
      double within5Minutes,
      double within10Minutes) {}
}
