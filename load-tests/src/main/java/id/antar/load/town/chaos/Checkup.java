package id.antar.load.town.chaos;

import id.antar.load.client.Json;
import id.antar.load.town.chaos.Cluster.Member;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Looks at a process from outside: does it live, does it answer, does it lead?
final class Checkup {

  private static final Duration IMPATIENCE = Duration.ofSeconds(2);

  private static final Set<String> HEARS_POSITIONS = Set.of("gateway", "dispatch", "query");

  private static final Pattern LEADS =
      Pattern.compile("^antar_dispatch_tenure(\\{[^}]*})? 1(\\.0+)?\\s*$", Pattern.MULTILINE);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(IMPATIENCE)
          .build();

  /// Servers that the engine stands on need only live, but for Redis, which has to answer.
  ///
  /// @param hasRedis whether the engine has one, which those who need it have to hear
  boolean isWell(Member member, boolean hasRedis) {
    if (!member.isAlive()) {
      return false;
    }
    if ("redis".equals(member.url().getScheme())) {
      return answersPing(member.url());
    }
    return member.roles().isEmpty()
        || findText(member, "/health")
            .filter(health -> !needsRedis(member) || hears(health, !hasRedis))
            .isPresent();
  }

  /// Whether it hears as many processes as there are, itself included. One that is alone says
  /// nothing of others.
  boolean knows(Member member, int processes) {
    return member.roles().isEmpty()
        || findText(member, "/health").filter(health -> known(health, processes)).isPresent();
  }

  private static boolean known(String health, int processes) {
    try {
      JsonNode cluster = Json.MAPPER.readTree(health).path("components").path("cluster");
      return cluster.isMissingNode()
          || cluster.path("details").path("processes").size() == processes;
    } catch (JacksonException _) {
      return false;
    }
  }

  private static boolean needsRedis(Member member) {
    return member.roles().stream().anyMatch(HEARS_POSITIONS::contains);
  }

  /// A process without Redis is degraded, and its answer is 200 as ever.
  private static boolean hears(String health, boolean otherwise) {
    try {
      JsonNode redis = Json.MAPPER.readTree(health).path("components").path("redis");
      return redis.isMissingNode() ? otherwise : redis.path("status").asString("").equals("UP");
    } catch (JacksonException _) {
      return false;
    }
  }

  boolean leads(Member member) {
    return findText(member, "/metrics").filter(Checkup::saysThatItLeads).isPresent();
  }

  static boolean saysThatItLeads(String metrics) {
    return LEADS.matcher(metrics).find();
  }

  private Optional<String> findText(Member member, String path) {
    try {
      URI address = URI.create(member.url().toString().replaceAll("/+$", "") + path);
      var request = HttpRequest.newBuilder(address).timeout(IMPATIENCE).build();
      var response = client.send(request, BodyHandlers.ofString());
      return response.statusCode() == 200 ? Optional.of(response.body()) : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /// Whatever it says, it is awake.
  private static boolean answersPing(URI url) {
    int millis = (int) IMPATIENCE.toMillis();
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(url.getHost(), url.getPort()), millis);
      socket.setSoTimeout(millis);
      socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
      return socket.getInputStream().read() >= 0;
    } catch (IOException _) {
      return false;
    }
  }
}
