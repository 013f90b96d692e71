package id.antar.dispatch.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.antar.api.dispatch.DispatchEvent.DispatchDecided;
import id.antar.api.ops.JobProgress;
import id.antar.dispatch.plan.DispatchPlanner;
import id.antar.dispatch.plan.PlanJson;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/// Plans every recorded decision again and compares byte for byte, from the first event to the one
/// that was the last when the run began. Only decisions are deserialised.
public final class DecisionVerifier {

  private static final int PATIENCE_SECONDS = 5;

  private final StreamableMessageSource<TrackedEventMessage<?>> events;

  public DecisionVerifier(StreamableMessageSource<TrackedEventMessage<?>> events) {
    this.events = events;
  }

  public void run(JobProgress progress) {
    @Nullable TrackingToken head = events.createHeadToken();
    @Nullable TrackingToken tail = events.createTailToken();
    long end = position(head);
    long begin = position(tail);
    progress.total(Math.max(0, end - begin));
    var tally = new Tally();
    try (BlockingStream<TrackedEventMessage<?>> stream = events.openStream(tail)) {
      long position = begin;
      while (position < end && stream.hasNextAvailable(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        TrackedEventMessage<?> event = stream.nextAvailable();
        long reached = position(event.trackingToken());
        verify(event, progress, tally);
        progress.advance(Math.max(0, Math.min(reached, end) - position));
        position = reached;
      }
      if (position < end) {
        progress.finding("Events after position " + position + " of " + end + " did not come.");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      progress.finding("Interrupted.");
    }
    tally.tell(progress);
  }

  private static long position(@Nullable TrackingToken token) {
    return token == null ? -1 : token.position().orElse(-1);
  }

  private static void verify(TrackedEventMessage<?> event, JobProgress progress, Tally tally) {
    if (event.getPayloadType().equals(DispatchDecided.class)) {
      try {
        verify((DispatchDecided) event.getPayload(), progress, tally);
      } catch (RuntimeException e) {
        tally.different++;
        progress.finding("Event " + event.getIdentifier() + " cannot be planned again: " + e);
      }
    }
  }

  private static void verify(DispatchDecided decision, JobProgress progress, Tally tally) {
    tally.count(decision);
    if (!decision.plannerVersion().equals(DispatchPlanner.VERSION)) {
      tally.otherPlanner++;
      return;
    }
    String plan = PlanJson.unpack(decision.plan());
    int iterations = PlanJson.readPlan(plan).iterations();
    String again = PlanJson.replan(PlanJson.unpack(decision.problem()), iterations);
    if (again.equals(plan)) {
      tally.same++;
    } else {
      tally.different++;
      progress.finding(
          "Decision %s: planned again, it differs from character %d on: recorded «%s», now «%s»."
              .formatted(
                  decision.decisionId(),
                  firstDifference(plan, again),
                  around(plan, firstDifference(plan, again)),
                  around(again, firstDifference(plan, again))));
    }
  }

  private static int firstDifference(String one, String other) {
    int i = 0;
    while (i < Math.min(one.length(), other.length()) && one.charAt(i) == other.charAt(i)) {
      i++;
    }
    return i;
  }

  private static String around(String text, int at) {
    return text.substring(Math.max(0, at - 20), Math.min(text.length(), at + 40));
  }

  private static final class Tally {
    private long decisions;
    private long same;
    private long different;
    private long otherPlanner;
    private long offers;
    private long bytes;
    private long largest;

    void count(DispatchDecided decision) {
      long size =
          decision.problem().getBytes(UTF_8).length + decision.plan().getBytes(UTF_8).length;
      decisions++;
      offers += decision.choices().size();
      bytes += size;
      largest = Math.max(largest, size);
    }

    void tell(JobProgress progress) {
      progress.summary(
          "%d decisions with %d offers: %d the same, %d different, %d of another planner version"
              .formatted(decisions, offers, same, different, otherPlanner));
      progress.summary(
          "bytes per decision: mean %d, largest %d"
              .formatted(decisions == 0 ? 0 : bytes / decisions, largest));
    }
  }
}
