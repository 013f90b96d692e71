package id.antar.gateway.road;

import org.springframework.http.CacheControl;
import org.springframework.web.server.ServerWebExchange;

/// What a client may keep of a map, by the map's version.
final class MapCopy {

  private MapCopy() {}

  static String tag(String mapVersion) {
    return '"' + mapVersion + '"';
  }

  /// Whether the client has nothing, or something of another map; else it is told how long what it
  /// has is good.
  static boolean isOutdated(ServerWebExchange exchange, String mapVersion, CacheControl kept) {
    if (!exchange.checkNotModified(tag(mapVersion))) {
      return true;
    }
    exchange.getResponse().getHeaders().setCacheControl(kept);
    return false;
  }
}
