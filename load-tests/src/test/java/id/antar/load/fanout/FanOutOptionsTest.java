package id.antar.load.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.antar.load.fanout.peer.Peer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FanOutOptionsTest {

  @Test
  void nothingSaidIsTenThousandFollowersOfAThousandCouriers() {
    FanOutOptions options = FanOutOptions.parse();
    assertThat(options.mode()).isEqualTo(FanOutOptions.Mode.STEADY);
    assertThat(options.clients()).isEqualTo(10_000);
    assertThat(options.couriers()).isEqualTo(1_000);
    assertThat(options.rate()).isEqualTo(1);
    assertThat(options.maxP99Millis()).isEqualTo(100);
  }

  @Test
  void eachModeHasItsOwnCouriers() {
    assertThat(FanOutOptions.parse("--one-courier").couriers()).isEqualTo(1);
    assertThat(FanOutOptions.parse("--idle").couriers()).isEqualTo(100);
    assertThat(FanOutOptions.parse("--viewport", "200").couriers()).isEqualTo(50);
    assertThat(FanOutOptions.parse("--stall=20").stalled()).isEqualTo(20);
  }

  @Test
  void theEngineIsWhereOneSays() {
    var place =
        FanOutOptions.parse("--url", "http://localhost:1", "--pid=7", "--work", "w").engine();
    assertThat(EngineRun.find(place).pid()).isEqualTo(7);
    assertThat(EngineRun.find(place).tokenFile()).isEqualTo(Path.of("w/tokens.json"));
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> FanOutOptions.parse("--clients", "many"));
    assertThatIllegalArgumentException().isThrownBy(() -> FanOutOptions.parse("--clients"));
    assertThatIllegalArgumentException().isThrownBy(() -> FanOutOptions.parse("--clients", "0"));
    assertThatIllegalArgumentException().isThrownBy(() -> FanOutOptions.parse("--rate", "21"));
    assertThatIllegalArgumentException().isThrownBy(() -> FanOutOptions.parse("--knee", "--idle"));
    assertThatIllegalArgumentException().isThrownBy(() -> FanOutOptions.parse("--faster"));
    assertThatIllegalArgumentException().isThrownBy(() -> FanOutMain.requireFiles(10_000_000));
  }

  @Test
  void aComparisonHasItsOwnOptions() {
    PeerOptions usual = PeerOptions.parse();
    assertThat(usual.peers()).containsExactly(Peer.NCHAN, Peer.SIO, Peer.WS);
    assertThat(usual.sockets() / usual.topics() * usual.topics() * usual.rate()).isEqualTo(10_000);
    assertThat(PeerOptions.parse("--only", "ws,socket.io").peers())
        .containsExactly(Peer.WS, Peer.SIO);
    assertThat(PeerOptions.parse("--viewport").seen()).isEqualTo(50);
    assertThatIllegalArgumentException().isThrownBy(() -> PeerOptions.parse("--only", "redis"));
  }
}
