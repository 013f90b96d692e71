package id.antar.load.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The storm, made small, over an engine of its own: wallets go to the sandbox, all else to a
/// stand-in for Midtrans.
class WebhookStormIT {

  private static final Path WORK = Path.of("target/it/webhooks").toAbsolutePath();
  private static final Path JAR =
      Path.of("../infra/standalone/target/antar.jar").toAbsolutePath().normalize();
  private static final Duration START = Duration.ofMinutes(3);

  private static Process engine;
  private static int standInPort;

  @BeforeAll
  static void start() throws IOException {
    standInPort = freePort();
    Files.createDirectories(WORK);
    Files.deleteIfExists(WORK.resolve("engine.json"));
    engine =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx700m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dcom.google.protobuf.use_unsafe_pre22_gencode=true",
                "-Ddisable-axoniq-console-message=true",
                "-jar",
                JAR.toString(),
                "--server.port=0",
                "--antar.work=" + WORK,
                "--antar.quiet=true",
                "--antar.payment.provider=midtrans",
                "--antar.payment.methods.e-wallet=sandbox",
                "--antar.payment.midtrans.url=http://localhost:" + standInPort + "/midtrans",
                "--antar.payment.midtrans.server-key=standin-key")
            .redirectErrorStream(true)
            .redirectOutput(WORK.resolve("out.txt").toFile())
            .start();
    awaitUp();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /// The engine writes where it is once it is there.
  private static void awaitUp() {
    await()
        .atMost(START)
        .until(() -> {
          assertThat(engine.isAlive()).as("the engine runs").isTrue();
          return Files.exists(WORK.resolve("engine.json"));
        });
  }

  @AfterAll
  static void stop() throws InterruptedException {
    engine.destroy();
    engine.waitFor(60, TimeUnit.SECONDS);
  }

  private static String url() throws IOException {
    return Files.readString(WORK.resolve("engine.json"))
        .replaceAll("(?s).*\"url\" *: *\"([^\"]*)\".*", "$1");
  }

  private static void expectToHold(String provider) throws Exception {
    var out = new ByteArrayOutputStream();
    int status =
        WebhookMain.run(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            List.of(
                    "--payments",
                    "100",
                    "--deliveries",
                    "1000",
                    "--seed",
                    "1",
                    "--provider",
                    provider,
                    "--port",
                    Integer.toString(standInPort),
                    "--url",
                    url(),
                    "--token-file",
                    WORK.resolve("tokens.json").toString())
                .toArray(String[]::new));
    assertThat(status).as(out.toString(StandardCharsets.UTF_8)).isZero();
  }

  @Test
  void everyPaymentOfTheSandboxIsRight() throws Exception {
    expectToHold("sandbox");
  }

  @Test
  void everyPaymentOfMidtransIsRight() throws Exception {
    expectToHold("midtrans");
  }
}
