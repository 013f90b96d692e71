package id.antar.infra.mode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.antar.infra.startup.EngineStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductionModeTest {
  @TempDir Path folder;

  private String refusal(String... more) {
    String[] arguments = {
      "--antar.mode=production", "--antar.work=" + folder.resolve("work"), "--antar.quiet=true"
    };
    var all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of(more));
    Throwable failure = catchThrowable(() -> EngineStart.run(all.toArray(String[]::new)).close());
    assertThat(failure).isNotNull();
    return EngineStart.reason(failure);
  }

  @Test
  void everythingThatIsWeakIsNamedAtOnceBeforeAnythingIsStarted() throws IOException {
    Files.createDirectories(folder.resolve("work"));
    Path key = Files.writeString(folder.resolve("work/master.key"), "x");
    Path tokens = Files.writeString(folder.resolve("work/token-key.json"), "{}");
    Path accounts = Files.writeString(folder.resolve("work/account.key"), "x");
    for (Path secret : new Path[] {key, tokens, accounts}) {
      Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r--r--"));
    }

    assertThat(
            refusal(
                "--antar.gateway.edge.allowed-origins=*",
                "--antar.gateway.public-url=http://antar.example",
                "--antar.mysql.url=mysql://antar:antar@127.0.0.1:3306/antar",
                "--antar.mysql.read-url=mysql://antar:copy@127.0.0.1:3306/antar",
                "--ANTAR_MYSQL_READURL=mysql://antar:other@127.0.0.1:3306/antar",
                "--antar.accounts.confirm-email=false",
                "--antar.oidc.issuer=http://login.example",
                "--antar.oidc.client-id=antar",
                "--antar.oidc.roles.staff=operator",
                "--antar.payment.some.server-key=short",
                "--ANTAR_PAYMENT_MIDTRANS_SERVERKEY=SB-short"))
        .contains(
            "too weak for antar.mode=production",
            "antar.gateway.issue-tokens",
            "antar.gateway.public-url is not an https address",
            "antar.gateway.edge.allowed-origins allows all",
            "master.key (rw-r--r--); make it 0600",
            "token-key.json (rw-r--r--); make it 0600",
            "account.key (rw-r--r--); make it 0600",
            "antar.mail.host is not set",
            "antar.accounts.confirm-email=false",
            "antar.oidc.issuer is not an https address",
            "antar.mysql.url is on the command line",
            "antar.mysql.url can be guessed",
            "antar.mysql.read-url can be guessed",
            "ANTAR_MYSQL_READURL can be guessed",
            "antar.payment.some.server-key can be guessed",
            "ANTAR_PAYMENT_MIDTRANS_SERVERKEY can be guessed",
            "antar.payment.provider or .methods: the sandbox moves no money")
        .doesNotContain("short;", "antar:antar", "antar:copy", "antar:other");
    assertThat(folder.resolve("work/lock")).doesNotExist();
  }

  @Test
  void mailsDoNotLeaveInTheClear() {
    assertThat(refusal("--antar.mail.host=mail.example", "--antar.mail.security=none"))
        .contains("antar.mail.security=none")
        .doesNotContain("antar.mail.host is not set");
  }

  @Test
  void inAClusterPositionsNeedARedisWhosePasswordCannotBeGuessed() {
    assertThat(refusal("--antar.cluster.name=town")).contains("antar.redis.url is not set");
    assertThat(refusal("--antar.cluster.name=town", "--antar.redis.url=redis://:short@redis:6379"))
        .contains("antar.redis.url is on the command line", "antar.redis.url can be guessed")
        .doesNotContain("antar.redis.url is not set", ":short");
  }

  @Test
  void aMasterKeyThatIsTooShortIsNamedAmongTheOthers() {
    assertThat(refusal("--ANTAR_MASTER_KEY=c2hvcnQ="))
        .contains("ANTAR_MASTER_KEY has 5 bytes, not 32", "antar.gateway.issue-tokens")
        .doesNotContain("c2hvcnQ=");
  }
}
