package id.antar.gateway.edge.page;

import id.antar.api.hash.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/// A page of three files of our own, that ask nobody but this gateway for anything and tell nobody
/// where they were opened.
public final class StaticPage {

  private static final int TAG_BYTES = 8;
  private static final Duration FRESH = Duration.ofMinutes(5);
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:;"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  /// Of all pages.
  private static final String COLOURS = read("page/page.css") + "\n";

  private StaticPage() {}

  /// @param name of the page's address, of its folder among the resources, and of its files
  public static RouterFunction<ServerResponse> routes(String name) {
    String path = "/" + name;
    return RouterFunctions.route()
        .GET(path, file(name, "html", MediaType.TEXT_HTML)::answer)
        .GET(path + path + ".css", file(name, "css", new MediaType("text", "css"))::answer)
        .GET(path + path + ".js", file(name, "js", new MediaType("text", "javascript"))::answer)
        .build();
  }

  private static File file(String page, String suffix, MediaType type) {
    String own = read(page + "/" + page + "." + suffix);
    byte[] content = (suffix.equals("css") ? COLOURS + own : own).getBytes(StandardCharsets.UTF_8);
    return new File(content, new MediaType(type, StandardCharsets.UTF_8), tag(content));
  }

  private static String read(String name) {
    try {
      return new ClassPathResource(name).getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The page lacks its file " + name + ".", e);
    }
  }

  private static String tag(byte[] content) {
    return '"' + HexFormat.of().formatHex(Sha256.of(content), 0, TAG_BYTES) + '"';
  }

  private record File(byte[] content, MediaType type, String tag) {

    /// Browsers take the policy of a 304 for that of the page they have kept.
    Mono<ServerResponse> answer(ServerRequest request) {
      guard(request.exchange().getResponse().getHeaders());
      return request.checkNotModified(tag).switchIfEmpty(Mono.defer(this::whole));
    }

    private Mono<ServerResponse> whole() {
      return ServerResponse.ok()
          .contentType(type)
          .eTag(tag)
          .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
          .bodyValue(content);
    }

    private static void guard(HttpHeaders headers) {
      headers.set("Content-Security-Policy", POLICY);
      headers.set("Referrer-Policy", "no-referrer");
      headers.set("X-Content-Type-Options", "nosniff");
      headers.set("X-Robots-Tag", "noindex");
      headers.set("Cross-Origin-Opener-Policy", "same-origin");
      headers.set("Cross-Origin-Resource-Policy", "same-origin");
    }
  }
}
