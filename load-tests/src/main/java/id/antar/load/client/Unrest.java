package id.antar.load.client;

/// Whether parts of the engine are being struck on purpose. Meanwhile nobody is to blame for what
/// takes long or is refused for now; a wrong answer stays one.
public final class Unrest {

  private volatile boolean on;

  public void begin() {
    on = true;
  }

  public void end() {
    on = false;
  }

  public boolean isOn() {
    return on;
  }
}
