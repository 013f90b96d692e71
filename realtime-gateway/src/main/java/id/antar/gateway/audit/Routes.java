package id.antar.gateway.audit;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// Names the route that a request is for, also when it is refused before it gets there.
final class Routes {

  private static final String NONE = "no route";
  private static final PathPattern STREAM = PathPatternParser.defaultInstance.parse("/v1/stream");

  private final Supplier<Stream<RequestMappingHandlerMapping>> mappings;
  private volatile @Nullable List<PathPattern> patterns;

  Routes(Supplier<Stream<RequestMappingHandlerMapping>> mappings) {
    this.mappings = mappings;
  }

  String of(ServerWebExchange exchange) {
    PathPattern found = exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    return found != null
        ? found.getPatternString()
        : of(exchange.getRequest().getPath().pathWithinApplication());
  }

  private String of(PathContainer path) {
    for (PathPattern pattern : patterns()) {
      if (pattern.matches(path)) {
        return pattern.getPatternString();
      }
    }
    return NONE;
  }

  /// The most specific first.
  private List<PathPattern> patterns() {
    List<PathPattern> known = patterns;
    if (known == null) {
      known = Stream.concat(Stream.of(STREAM), mapped()).sorted().toList();
      patterns = known;
    }
    return known;
  }

  private Stream<PathPattern> mapped() {
    return mappings
        .get()
        .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
        .flatMap(route -> route.getPatternsCondition().getPatterns().stream());
  }
}
