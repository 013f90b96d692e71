package id.antar.infra.cli;

import static java.net.http.HttpResponse.BodyHandlers.ofString;

import id.antar.api.account.Language;
import id.antar.api.account.Mailbox;
import id.antar.api.message.Actor;
import id.antar.api.message.Actor.Role;
import id.antar.gateway.identity.TokenIssuer;
import id.antar.infra.work.EngineFile.Engine;
import id.antar.infra.work.WorkFolder;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// `antar accounts invite-admin E-MAIL`: there is nobody yet who could invite the first admin.
/// Whoever can read the key of tokens on this machine may; the audit log knows them as
/// `admin:console`.
public final class AccountsTool {
  private static final Duration TOKEN = Duration.ofMinutes(1);
  private static final Actor CONSOLE = new Actor(Role.ADMIN, "console");
  private static final String WORK = "--antar.work=";
  private static final String KEYS = "--antar.gateway.key-file=";
  private static final JsonMapper JSON = JsonMapper.shared();

  private AccountsTool() {}

  /// @return the status to exit with: 0 if the invitation was sent, 1 if not, 2 if the arguments
  ///   make no sense
  public static int run(String... arguments) {
    List<String> options =
        Arrays.stream(arguments).skip(1).filter(it -> it.startsWith("--antar.")).toList();
    List<String> words =
        Arrays.stream(arguments).skip(1).filter(it -> !it.startsWith("--antar.")).toList();
    if (words.size() != 2 || !words.getFirst().equals("invite-admin")) {
      System.err.println("accounts needs to know whom to invite: invite-admin E-MAIL.");
      return 2;
    }
    try {
      return invite(new Mailbox(words.getLast(), Language.EN), options);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      return 2;
    }
  }

  private static int invite(Mailbox mailbox, List<String> options) {
    var engine = new ArrayList<>(List.of("--server.port=0", "--antar.quiet=true"));
    engine.addAll(options);
    Path folder = Path.of(EngineAtHand.folder(find(WORK, options).orElse(null)));
    return EngineAtHand.ask(
        folder, engine, (work, running) -> invite(mailbox, keys(work, options), running));
  }

  private static Path keys(WorkFolder work, List<String> options) {
    return find(KEYS, options).map(Path::of).orElseGet(() -> work.path("token-key.json"));
  }

  private static Optional<String> find(String option, List<String> options) {
    return options.stream()
        .filter(it -> it.startsWith(option))
        .map(it -> it.substring(option.length()))
        .findFirst();
  }

  private static int invite(Mailbox mailbox, Path keys, Engine engine)
      throws IOException, InterruptedException {
    String token = TokenIssuer.by(keys, Clock.systemUTC()).issue(CONSOLE, TOKEN).value();
    var request =
        HttpRequest.newBuilder(engine.url().resolve("/v1/auth/invitations"))
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    JSON.writeValueAsString(Map.of("email", mailbox.email(), "role", "admin"))))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      return report(http.send(request, ofString()));
    }
  }

  private static int report(HttpResponse<String> answer) {
    if (answer.statusCode() != 201) {
      System.err.println("The engine answered " + answer.statusCode() + ": " + answer.body());
      return 1;
    }
    String until = JSON.readTree(answer.body()).path("expiresAt").asString();
    System.out.println(
        "Invited. The mail leaves while an engine runs here, and is good until " + until + ".");
    return 0;
  }
}
