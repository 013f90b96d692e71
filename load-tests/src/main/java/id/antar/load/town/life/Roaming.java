package id.antar.load.town.life;

import id.antar.load.client.StreamClient;
import id.antar.load.town.world.Dice;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Phones change networks: where the engine has several gateways, one stream after the other goes
/// on at another one, with its cursors, and must miss nothing.
public final class Roaming {

  private static final Duration PAUSE_REAL = Duration.ofSeconds(2);

  private static final int BOARD_EVERY = 5;

  /// Of the streams that are open.
  private static final double SHARE = 0.02;

  private final World world;
  private final Dice dice;

  public Roaming(World world) {
    this.world = world;
    this.dice = world.dice("roaming");
  }

  /// Goes on for as long as the town lives.
  public void roam() throws InterruptedException {
    for (int turn = 1; world.streams().canMove(); turn++) {
      TimeUnit.NANOSECONDS.sleep(PAUSE_REAL.toNanos());
      List<StreamClient> open = world.streams().list();
      moveSome(open);
      if (turn % BOARD_EVERY == 0) {
        open.stream().filter(stream -> stream.follows("board")).forEach(StreamClient::move);
      }
    }
  }

  private void moveSome(List<StreamClient> open) {
    int count = Math.max(1, (int) (open.size() * SHARE));
    for (int i = 0; i < count && !open.isEmpty(); i++) {
      dice.pick(open).move();
    }
  }
}
