package id.antar.gateway.console;

import id.antar.api.hash.Sha256;
import id.antar.api.mode.Mode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/// One page for every address of the console: which part of it is shown, it reads from the address
/// itself. It is asked for anew each time, and names the files that belong to it.
final class ConsolePage {

  static final String FILES = "/console/assets/";

  private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; connect-src"
          + " 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors"
          + " 'none'";

  private final String content;
  private final String tag;

  private ConsolePage(String content) {
    this.content = content;
    this.tag = '"' + Sha256.hex(content) + '"';
  }

  static RouterFunction<ServerResponse> routes(Mode mode) {
    return RouterFunctions.route(isPage(), new ConsolePage(page(read(), mode))::answer);
  }

  /// Says that it is an engine for development that serves it: then, and only then, the page takes
  /// a token from its address, by which everybody else could be made to work under another's name.
  static String page(String built, Mode mode) {
    return mode == Mode.DEVELOPMENT
        ? built.replace("<head>", "<head><meta name=\"antar-mode\" content=\"development\">")
        : built;
  }

  private static RequestPredicate isPage() {
    return RequestPredicates.GET("/console")
        .or(RequestPredicates.GET("/console/**"))
        .and(RequestPredicates.path(FILES + "**").negate());
  }

  private static String read() {
    try {
      return new ClassPathResource("console/index.html").getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The console lacks its page. Maybe it was not built.", e);
    }
  }

  /// Browsers take the policy of a 304 for that of the page they have kept.
  private Mono<ServerResponse> answer(ServerRequest request) {
    HttpHeaders headers = request.exchange().getResponse().getHeaders();
    headers.set("Content-Security-Policy", POLICY);
    return request.checkNotModified(tag).switchIfEmpty(Mono.defer(this::whole));
  }

  private Mono<ServerResponse> whole() {
    return ServerResponse.ok()
        .contentType(HTML)
        .eTag(tag)
        .cacheControl(CacheControl.noCache())
        .header("X-Robots-Tag", "noindex")
        .bodyValue(content);
  }
}
