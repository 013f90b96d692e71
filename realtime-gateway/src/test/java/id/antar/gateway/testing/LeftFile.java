package id.antar.gateway.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.antar.api.ops.JobFiles;
import id.antar.api.ops.JobId;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/// Every job has left the same file, of two pieces and a bit.
public final class LeftFile implements JobFiles {

  public static final String TEXT = "a,b\n" + "1,2\n".repeat(PIECE / 2);

  private final byte[] bytes = TEXT.getBytes(UTF_8);

  @Override
  public OptionalLong length(JobId jobId) {
    return OptionalLong.of(bytes.length);
  }

  @Override
  public Optional<byte[]> piece(JobId jobId, long number) {
    int from = Math.toIntExact(number * PIECE);
    return Optional.of(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PIECE)));
  }
}
