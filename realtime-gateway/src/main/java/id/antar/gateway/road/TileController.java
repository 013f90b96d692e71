package id.antar.gateway.road;

import id.antar.api.account.Permission;
import id.antar.api.road.RoadQuery.GetMap;
import id.antar.api.road.RoadQuery.GetTile;
import id.antar.api.road.RoadQuery.TileView;
import id.antar.gateway.edge.engine.Engine;
import id.antar.gateway.edge.problem.Problem;
import id.antar.gateway.edge.request.Caller;
import id.antar.gateway.identity.Requires;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// The streets as vector tiles, for maps that are drawn by whoever looks at them.
@RestController
final class TileController {

  private static final MediaType VECTOR_TILE =
      MediaType.parseMediaType("application/vnd.mapbox-vector-tile");

  private static final Duration FRESH = Duration.ofDays(30);

  private final Engine engine;

  TileController(Engine engine) {
    this.engine = engine;
  }

  @GetMapping("/v1/map/tiles.json")
  Mono<TileJson> description() {
    return engine.ask(new GetMap()).map(TileJson::of);
  }

  /// Answered with nothing if the client has it already.
  @GetMapping("/v1/map/tiles/{z}/{x}/{y}.mvt")
  @Requires(Permission.MAP_READ)
  Mono<ResponseEntity<byte[]>> tile(
      Caller caller,
      @PathVariable int z,
      @PathVariable int x,
      @PathVariable int y,
      @RequestParam @Nullable String v,
      ServerWebExchange exchange) {
    return engine
        .ask(new GetMap())
        .filter(it -> MapCopy.isOutdated(exchange, it.mapVersion(), kept(v, it.mapVersion())))
        .flatMap(_ -> engine.ask(new GetTile(z, x, y)).switchIfEmpty(noTile(z, x, y)))
        .map(tile -> cacheable(tile, v));
  }

  private static ResponseEntity<byte[]> cacheable(TileView tile, @Nullable String asked) {
    return ResponseEntity.ok()
        .eTag(MapCopy.tag(tile.mapVersion()))
        .cacheControl(kept(asked, tile.mapVersion()))
        .contentType(VECTOR_TILE)
        .header(HttpHeaders.CONTENT_ENCODING, "gzip")
        .body(Base64.getDecoder().decode(tile.zipped()));
  }

  /// Under an address that does not name the map, another map's tile may be there tomorrow.
  private static CacheControl kept(@Nullable String asked, String mapVersion) {
    return mapVersion.equals(asked)
        ? CacheControl.maxAge(FRESH).cachePrivate()
        : CacheControl.noCache().cachePrivate();
  }

  private static Mono<TileView> noTile(int z, int x, int y) {
    String message = "The map has no tile %d/%d/%d.".formatted(z, x, y);
    return Mono.error(() -> Problem.of(404, "no-such-tile", message).asException());
  }
}
