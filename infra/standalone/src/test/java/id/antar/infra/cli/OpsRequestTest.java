package id.antar.infra.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class OpsRequestTest {
  @TempDir Path folder;

  private String sent(long since, String file) throws IOException {
    Path kept = Files.writeString(folder.resolve("kept.jsonl"), file);
    var body = JsonMapper.shared().readTree(OpsRequest.verifyLog(since, Optional.of(kept)).body());
    return StreamSupport.stream(body.path("checkpoints").spliterator(), false)
        .map(it -> it.path("number").asString())
        .collect(Collectors.joining(" "));
  }

  @Test
  void ofALongFileTheLastCheckpointsAreSentAndTheOneToBeginAt() throws IOException {
    String file =
        IntStream.rangeClosed(1, 1_200)
            .mapToObj("{\"number\":%d}\n"::formatted)
            .collect(Collectors.joining());

    assertThat(sent(0, file)).startsWith("1101 1102 ").endsWith(" 1200");
    assertThat(sent(7, file)).startsWith("7 1101 ").endsWith(" 1200");
    assertThat(sent(1_200, file)).startsWith("1101 ").endsWith(" 1200");
  }

  @Test
  void aLineThatWasCutOffIsNone() throws IOException {
    assertThat(sent(0, "{\"number\":1}\n\n{\"number\":2}\n{\"numb")).isEqualTo("1 2");
  }
}
