package id.antar.infra.cli;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// What gzip has packed, as far as it can be unpacked: where it was cut off, it ends.
final class Unpacked extends FilterInputStream {
  private final Runnable onCutOff;
  private boolean ended;

  Unpacked(InputStream packed, Runnable onCutOff) throws IOException {
    super(packed);
    this.onCutOff = onCutOff;
    try {
      in = new GZIPInputStream(packed);
    } catch (EOFException | ZipException _) {
      cutOff();
    }
  }

  private int cutOff() {
    ended = true;
    onCutOff.run();
    return -1;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    try {
      return ended ? -1 : super.read(bytes, offset, length);
    } catch (EOFException | ZipException _) {
      return cutOff();
    }
  }
}
