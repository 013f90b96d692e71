package id.antar.infra.startup;

import id.antar.api.message.Actor;
import id.antar.api.message.Actor.Role;
import id.antar.api.mode.Mode;
import id.antar.api.time.EngineClock;
import id.antar.gateway.identity.TokenIssuer;
import id.antar.infra.work.Console;
import id.antar.infra.work.EngineFile;
import id.antar.infra.work.EngineFile.Engine;
import id.antar.infra.work.WorkFolder;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import tools.jackson.databind.json.JsonMapper;

/// Tells people and programs where the engine is, once it is ready.
final class Welcome implements ApplicationListener<ApplicationReadyEvent>, DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(Welcome.class);
  private static final Duration TOKEN_LIFETIME = Duration.ofDays(30);

  /// They are of no session that could be ended, so in production they end soon by themselves.
  private static final Duration LIFETIME_IN_PRODUCTION = Duration.ofDays(2);

  private static final int RENEWED_EACH_HOURS = 24;

  private final WorkFolder work;
  private final Console console;
  private final EngineProperties properties;
  private final EngineClock clock;
  private final ObjectProvider<TokenIssuer> tokens;
  private final ScheduledExecutorService renewal =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("tokens").factory());

  Welcome(
      WorkFolder work,
      Console console,
      EngineProperties properties,
      EngineClock clock,
      ObjectProvider<TokenIssuer> tokens) {
    this.work = work;
    this.console = console;
    this.properties = properties;
    this.clock = clock;
    this.tokens = tokens;
  }

  @Override
  public void onApplicationEvent(ApplicationReadyEvent event) {
    int port =
        event
            .getApplicationContext()
            .getEnvironment()
            .getProperty("local.server.port", Integer.class, 0);
    URI url = URI.create("http://localhost:" + port);
    Map<String, String> issued = issue();
    work.writeSecret("tokens.json", pretty(issued));
    var _ =
        renewal.scheduleAtFixedRate(
            this::renew, RENEWED_EACH_HOURS, RENEWED_EACH_HOURS, TimeUnit.HOURS);
    EngineFile.at(work)
        .write(
            new Engine(
                ProcessHandle.current().pid(), port, url, version(), Clock.systemUTC().instant()));
    greet(url, issued);
  }

  /// However long the engine runs, its commands find a token that is good.
  private void renew() {
    try {
      work.writeSecret("tokens.json", pretty(issue()));
    } catch (RuntimeException e) {
      log.warn("The tokens of the work folder could not be renewed.", e);
    }
  }

  private Map<String, String> issue() {
    var issued = new LinkedHashMap<String, String>();
    TokenIssuer issuer = tokens.getIfAvailable();
    if (issuer == null) {
      return issued;
    }
    // For the commands that ask this engine for work, on this machine.
    issued.put("operator", issue(issuer, Role.OPERATOR, "operator"));
    if (properties.mode() == Mode.DEVELOPMENT) {
      issued.put("admin", issue(issuer, Role.ADMIN, "admin"));
      issued.put("analyst", issue(issuer, Role.ANALYST, "analyst"));
      issued.put("customer", issue(issuer, Role.CUSTOMER, "customer-1"));
      issued.put("merchant", issue(issuer, Role.MERCHANT, "merchant-1"));
      issued.put("courier", issue(issuer, Role.COURIER, "courier-1"));
    }
    return issued;
  }

  private String issue(TokenIssuer issuer, Role role, String id) {
    Duration lifetime =
        switch (properties.mode()) {
          case DEVELOPMENT -> TOKEN_LIFETIME;
          case PRODUCTION -> LIFETIME_IN_PRODUCTION;
        };
    return issuer.issue(new Actor(role, id), lifetime).value();
  }

  private static String pretty(Map<String, String> tokens) {
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(tokens) + "\n";
  }

  private void greet(URI url, Map<String, String> issued) {
    long seconds = ManagementFactory.getRuntimeMXBean().getUptime() / 1000;
    console.say("Antar is ready (" + seconds + " s).");
    console.say("  Console        " + url + "/console" + entry(issued));
    console.say("  API            " + url + "/v1");
    console.say("  Documentation  " + url + "/v1/docs");
    console.say("  Health         " + url + "/health");
    if (clock.speed() != 1) {
      console.say(
          "  Clock          %s, %.4g times as fast as life"
              .formatted(clock.instant(), clock.speed()));
    }
    boolean show = properties.showTokens() && properties.mode() == Mode.DEVELOPMENT;
    if (show && !issued.isEmpty()) {
      console.say("Development tokens, also in " + work.path("tokens.json") + ":");
      issued.forEach((role, token) -> console.say("  %-9s %s".formatted(role, token)));
    }
    console.say("Ctrl-C stops it.");
  }

  /// In development the console lets the operator in without an account.
  private String entry(Map<String, String> issued) {
    @Nullable String token = issued.get("operator");
    return properties.mode() == Mode.DEVELOPMENT && token != null ? "#token=" + token : "";
  }

  static String version() {
    String version = Welcome.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  @Override
  public void destroy() {
    renewal.shutdownNow();
    EngineFile.at(work).delete();
  }
}
