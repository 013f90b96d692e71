package id.antar.load.town.life;

import id.antar.load.client.Frame;
import id.antar.load.client.StreamClient;
import org.jspecify.annotations.Nullable;

/// An operator who looks at the board all day: every fact of the town comes by here.
public final class BoardWatch implements StreamClient.Listener {

  private final World world;
  private @Nullable StreamClient stream;

  public BoardWatch(World world) {
    this.world = world;
  }

  public void begin() throws InterruptedException {
    stream = world.streams().open(world.operator(), this);
    stream.subscribe("board");
  }

  public void end() {
    if (stream != null) {
      stream.close();
    }
  }

  @Override
  public void onFrame(Frame frame) {
    // It is what the stream's log is for.
  }

  @Override
  public void onRefused(String topic, String why) {
    world.incidents().report("operator may not follow", topic + ": " + why);
  }
}
