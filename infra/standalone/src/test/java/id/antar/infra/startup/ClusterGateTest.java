package id.antar.infra.startup;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.infra.role.Part;
import id.antar.infra.role.Role;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class ClusterGateTest {
  private final MockEnvironment environment =
      new MockEnvironment()
          .withProperty("antar.mysql.url", "mysql://antar:secret@127.0.0.1:3306/antar")
          .withProperty("antar.elasticsearch.url", "http://search:9200")
          .withProperty("ANTAR_MASTER_KEY", "master")
          .withProperty("ANTAR_ACCOUNT_KEY", "account")
          .withProperty("antar.log.signing-key", "signing");

  private void pass(Role... roles) {
    ClusterGate.pass(environment, new Part(false, Set.of(roles)));
  }

  @Test
  void whoIsAloneNeedsNothing() {
    ClusterGate.pass(new MockEnvironment(), new Part(true, Set.of(Role.values())));
  }

  @Test
  void whoHasEverythingPasses() {
    assertThatCode(() -> pass(Role.values())).doesNotThrowAnyException();
  }

  @Test
  void allThatIsMissingIsNamedAtOnce() {
    var bare = new MockEnvironment();

    assertThatThrownBy(() -> ClusterGate.pass(bare, new Part(false, Set.of(Role.values()))))
        .hasMessageContainingAll(
            "antar.cluster.name",
            "antar.mysql.url",
            "antar.elasticsearch.url",
            "ANTAR_MASTER_KEY",
            "ANTAR_ACCOUNT_KEY",
            "ANTAR_LOG_SIGNING_KEY");
  }

  @Test
  void aKeyMayBeInAFile() {
    environment.setProperty("ANTAR_MASTER_KEY", "");
    assertThatThrownBy(() -> pass(Role.GATEWAY)).hasMessageContaining("ANTAR_MASTER_KEY");

    environment.setProperty("ANTAR_MASTER_KEY_FILE", "/run/secrets/master-key");
    pass(Role.GATEWAY);
  }

  @Test
  void whoseDatabaseIsOnAnotherMachineSaysWhereItIsReached() {
    environment.setProperty("antar.mysql.url", "mysql://antar:secret@database:3306/antar");
    assertThatThrownBy(() -> pass(Role.GATEWAY)).hasMessageContaining("antar.cluster.address");

    environment.setProperty("antar.cluster.address", "10.0.0.7");
    pass(Role.GATEWAY);
  }

  @Test
  void whoSearchesNothingNeedsNoSearchServer() {
    environment.setProperty("antar.elasticsearch.url", "");

    pass(Role.GATEWAY, Role.COMMAND, Role.DISPATCH);
    assertThatThrownBy(() -> pass(Role.QUERY)).hasMessageContaining("antar.elasticsearch.url");
  }

  @Test
  void whoDoesNotChainTheLogNeedsNoKeyForIt() {
    environment.setProperty("antar.log.signing-key", "");

    pass(Role.QUERY);
    assertThatThrownBy(() -> pass(Role.COMMAND)).hasMessageContaining("antar.log.signing-key");

    environment.setProperty("antar.log.chained", "false");
    pass(Role.COMMAND);
  }

  @Test
  void oneMayRunTheDatabaseForTheOthersAtAPortThatTheyKnow() {
    environment.setProperty("antar.mysql.url", "");
    assertThatThrownBy(() -> pass(Role.COMMAND)).hasMessageContaining("antar.mysql.url");

    environment.setProperty("antar.mysql.port", "3307");
    pass(Role.COMMAND);
  }

  @Test
  void betweenWhomThereIsAnAxonServerTheyNeedItsAddressAndNoneOfTheirOwn() {
    environment.setProperty("antar.mysql.url", "mysql://antar:secret@database:3306/antar");
    environment.setProperty("antar.cluster.bus", "axon-server");
    assertThatThrownBy(() -> pass(Role.GATEWAY))
        .hasMessageContaining("antar.cluster.axon-server.servers")
        .message()
        .doesNotContain("antar.cluster.address");

    environment.setProperty("antar.cluster.axon-server.servers", "axon:8124");
    pass(Role.GATEWAY);
  }
}
