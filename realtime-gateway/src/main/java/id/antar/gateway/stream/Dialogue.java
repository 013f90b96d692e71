package id.antar.gateway.stream;

import id.antar.api.account.Permission;
import id.antar.api.message.Actor.Role;
import id.antar.gateway.audit.RefusedAccess;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.problem.ProblemOf;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.position.PositionIntake;
import id.antar.gateway.position.PositionReport;
import id.antar.gateway.stream.ClientFrames.ClientFrame;
import id.antar.gateway.stream.hub.Connection;
import id.antar.gateway.stream.hub.Topic;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/// Does what a client says on its stream. What cannot be done is answered with a problem and never
/// closes the connection.
final class Dialogue {

  private static final Logger log = LoggerFactory.getLogger(Dialogue.class);

  private final ClientFrames reader;
  private final Subscriptions subscriptions;
  private final PositionIntake positions;
  private final Frames frames;
  private final RefusedAccess refusals;

  Dialogue(
      ClientFrames reader,
      Subscriptions subscriptions,
      PositionIntake positions,
      Frames frames,
      RefusedAccess refusals) {
    this.refusals = refusals;
    this.reader = reader;
    this.subscriptions = subscriptions;
    this.positions = positions;
    this.frames = frames;
  }

  Mono<Void> take(byte[] bytes, Connection connection, Caller caller) {
    try {
      return switch (reader.read(bytes)) {
        case ClientFrame.Subscribe(Topic topic, var resume) ->
            subscriptions
                .subscribe(connection, caller, topic, resume)
                .onErrorResume(failure -> refuse(connection, caller, failure, topic));
        case ClientFrame.Unsubscribe(Topic topic) ->
            Mono.fromRunnable(() -> subscriptions.unsubscribe(connection, caller, topic));
        case ClientFrame.Position(var report) ->
            Mono.fromRunnable(() -> takePosition(report, connection, caller));
        case ClientFrame.Ping() -> Mono.fromRunnable(() -> connection.send(frames.pong()));
      };
    } catch (RuntimeException e) {
      return refuse(connection, caller, e, null);
    }
  }

  private void takePosition(PositionReport report, Connection connection, Caller caller) {
    var problem =
        caller.is(Role.COURIER) && caller.may(Permission.COURIERS_TRACK)
            ? positions.take(caller.asCourier(), report)
            : Optional.of(Problem.forbidden("Only couriers have positions."));
    problem.ifPresent(p -> {
      refusals.noteTopic(caller, "position", p);
      connection.send(frames.problem(p, null));
    });
  }

  private Mono<Void> refuse(
      Connection connection, Caller caller, Throwable failure, @Nullable Topic topic) {
    Problem problem = ProblemOf.failure(failure);
    if (topic != null) {
      refusals.noteTopic(caller, kind(topic), problem);
    }
    if (problem.status() >= 500) {
      log.warn("stream of {} topic={} failed", connection.actor(), topic, failure);
    }
    connection.send(frames.problem(problem, topic == null ? null : topic.toString()));
    return Mono.empty();
  }

  private static String kind(Topic topic) {
    return topic.toString().replaceFirst(":.*", "");
  }
}
