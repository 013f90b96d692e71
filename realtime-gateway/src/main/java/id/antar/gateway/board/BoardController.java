package id.antar.gateway.board;

import id.antar.api.account.Permission;
import id.antar.api.audit.AuditCommand.Look;
import id.antar.api.board.BoardAnswer;
import id.antar.api.board.BoardAnswer.Changed;
import id.antar.api.board.BoardAnswer.Found;
import id.antar.api.board.BoardQuery.GetBoard;
import id.antar.api.board.BoardQuery.ListBoardChanges;
import id.antar.api.dispatch.ZoneId;
import id.antar.api.hash.Sha256;
import id.antar.api.time.EngineClock;
import id.antar.gateway.audit.Looks;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.json.WireJson;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.edge.request.Valid;
import id.antar.gateway.identity.Requires;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// The whole board of this engine's zone, now or at a moment.
@RestController
final class BoardController {

  private static final int MOST_CHANGES = 500;

  private final Engine engine;
  private final EngineClock clock;
  private final ZoneId here;
  private final WireJson json;
  private final Looks looks;

  BoardController(Engine engine, EngineClock clock, ZoneId here, WireJson json, Looks looks) {
    this.engine = engine;
    this.clock = clock;
    this.here = here;
    this.json = json;
    this.looks = looks;
  }

  @GetMapping("/v1/board")
  @Requires(Permission.BOARD_FOLLOW)
  Mono<ResponseEntity<BoardShown>> board(
      Caller caller,
      @RequestParam(required = false) @Nullable ZoneId zone,
      @RequestParam(required = false) @Nullable Long position,
      @RequestParam(required = false) @Nullable Instant at) {
    requireHere(zone);
    var query = new GetBoard(place("position", position), at, now());
    boolean past = position != null || at != null;
    return noted(past, "board position=%s at=%s".formatted(position, at), caller)
        .then(engine.ask(query).map(answer -> shown(answer, caller, past)));
  }

  private ResponseEntity<BoardShown> shown(BoardAnswer answer, Caller caller, boolean past) {
    if (!(answer instanceof Found(var board))) {
      throw BoardProblems.of(answer).asException();
    }
    var shown = BoardShown.of(board, here, caller.may(Permission.WHEREABOUTS_READ));
    return past
        ? ResponseEntity.ok()
            .cacheControl(CacheControl.noCache().cachePrivate())
            .eTag("W/\"" + Sha256.hex(json.write(shown)) + "\"")
            .body(shown)
        : ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(shown);
  }

  @GetMapping("/v1/board/changes")
  @Requires(Permission.BOARD_FOLLOW)
  Mono<ChangesShown> changes(
      Caller caller,
      @RequestParam(required = false) @Nullable ZoneId zone,
      @RequestParam long after,
      @RequestParam(required = false) @Nullable Integer limit) {
    requireHere(zone);
    int most = Valid.limit(limit, MOST_CHANGES);
    Long from = place("after", after);
    var query = new ListBoardChanges(from == null ? 0 : from, most, now());
    return noted(true, "changes after=%d limit=%d".formatted(after, most), caller)
        .then(engine.ask(query).map(answer -> changed(answer, caller)));
  }

  private static ChangesShown changed(BoardAnswer answer, Caller caller) {
    if (!(answer instanceof Changed changed)) {
      throw BoardProblems.of(answer).asException();
    }
    return ChangesShown.of(changed, caller.may(Permission.WHEREABOUTS_READ));
  }

  /// Only who may see where people were sees something personal.
  private Mono<Void> noted(boolean past, String filter, Caller caller) {
    return past && caller.may(Permission.WHEREABOUTS_READ)
        ? looks.note(Look.BOARD, filter, caller)
        : Mono.empty();
  }

  private void requireHere(@Nullable ZoneId zone) {
    if (zone != null && !zone.equals(here)) {
      throw Problem.of(404, "unknown-zone", "There is no zone " + zone + " here.").asException();
    }
  }

  private static @Nullable Long place(String name, @Nullable Long place) {
    if (place != null && place < 0) {
      String message = name + " (" + place + ") is negative.";
      throw Problem.invalid("invalid-value", name, message).asException();
    }
    return place;
  }

  /// As precise as what is recorded.
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
