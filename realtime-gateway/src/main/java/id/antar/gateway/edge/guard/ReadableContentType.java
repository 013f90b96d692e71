package id.antar.gateway.edge.guard;

import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;

/// A content type that nobody can read is none. The framework answers most of them itself, but some
/// (a quote that is never closed) break it before there is anything to answer with.
final class ReadableContentType implements HttpHandlerDecoratorFactory {

  @Override
  public HttpHandler apply(HttpHandler handler) {
    return (request, response) ->
        handler.handle(
            isReadable(request)
                ? request
                : request.mutate().headers(it -> it.remove(HttpHeaders.CONTENT_TYPE)).build(),
            response);
  }

  private static boolean isReadable(ServerHttpRequest request) {
    try {
      var _ = request.getHeaders().getContentType();
      return true;
    } catch (InvalidMediaTypeException e) {
      return true;
    } catch (IndexOutOfBoundsException e) {
      return false;
    }
  }
}
