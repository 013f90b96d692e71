package id.antar.gateway.position;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.antar.api.account.Permission;
import id.antar.api.courier.CourierId;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.identity.Keyless;
import id.antar.gateway.identity.Requires;
import java.util.List;
import java.util.SortedMap;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Positions by REST, one or, from a phone that was offline, many with their own times.
@RestController
final class PositionController {

  private static final int MOST_AT_ONCE = 100;

  private final PositionIntake intake;

  PositionController(PositionIntake intake) {
    this.intake = intake;
  }

  record Batch(List<PositionReport> positions) {
    Batch {
      if (positions.isEmpty() || positions.size() > MOST_AT_ONCE) {
        throw new IllegalArgumentException(
            "positions (" + positions.size() + ") are not 1 to " + MOST_AT_ONCE + ".");
      }
      positions = List.copyOf(positions);
    }
  }

  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Taken(int accepted, List<Refused> refused) {}

  record Refused(int index, long sequence, String code, String detail) {
    static Refused of(int index, PositionReport report, Problem problem) {
      return new Refused(index, report.sequence(), problem.code(), problem.detail());
    }
  }

  @PostMapping("/v1/couriers/{id}/positions")
  @Requires(Permission.COURIERS_TRACK)
  @Keyless
  @ResponseStatus(HttpStatus.ACCEPTED)
  Mono<Taken> take(Caller caller, @PathVariable CourierId id, @RequestBody Batch body) {
    if (!caller.is(id)) {
      return Mono.error(Problem.forbidden("This is another courier.").asException());
    }
    return Mono.fromCallable(() -> takeAll(id, body.positions()));
  }

  /// If none can be taken the answer is the first one's problem.
  private Taken takeAll(CourierId courier, List<PositionReport> reports) {
    SortedMap<Integer, Problem> problems = intake.takeAll(courier, reports);
    if (problems.size() == reports.size()) {
      throw within(problems.firstKey(), problems.firstEntry().getValue()).asException();
    }
    List<Refused> refused =
        problems.entrySet().stream()
            .map(each -> Refused.of(each.getKey(), reports.get(each.getKey()), each.getValue()))
            .toList();
    return new Taken(reports.size() - refused.size(), refused);
  }

  private static Problem within(int index, Problem problem) {
    return problem.with(
        problem.errors().stream()
            .map(e -> new Problem.FieldError("positions[" + index + "]." + e.field(), e.message()))
            .toList());
  }
}
