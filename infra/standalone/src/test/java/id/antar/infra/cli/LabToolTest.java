package id.antar.infra.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.antar.infra.cli.LabTool.Wish;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabToolTest {
  private static final String FROM = "2026-11-21T11:00:00Z";
  private static final String TO = "2026-11-21T14:00:00Z";

  @TempDir Path folder;
  private Path policy;

  @BeforeEach
  void aPolicy() throws IOException {
    policy = file("mine.yaml", "# mine\nbasedOn: standard\nlead: 90\n");
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void aPolicyFileBecomesTheRequest() {
    Wish wish = parse("--from", FROM, "--to=" + TO, "--policy", policy.toString(), "--seeds", "5");

    assertThat(wish.request().body())
        .isEqualTo(
            "{\"from\":\"%s\",\"to\":\"%s\",\"policy\":{\"basedOn\":\"standard\",\"lead\":90},\"seeds\":5}"
                .formatted(FROM, TO));
  }

  @Test
  void jsonIsAPolicyFileToo() throws IOException {
    Path json = file("mine.json", "{\"basedOn\":\"greedy\"}");

    assertThat(parse("--from", FROM, "--to", TO, "--policy", json.toString()).request().body())
        .contains("\"policy\":{\"basedOn\":\"greedy\"}");
  }

  @Test
  void whatIsMissingOrWrongIsSaid() throws IOException {
    String file = policy.toString();
    Path list = file("list.yaml", "- a\n- b\n");
    refused("lab needs --to.", "--from", FROM, "--policy", file);
    refused("--from (noon) is not a time", "--from", "noon", "--to", TO, "--policy", file);
    refused("--seeds (x) is not a number", "--seeds", "x");
    refused("--to needs a value.", "--to");
    refused("Unknown option --best.", "--best", "1");
    refused("cannot be read", "--policy", folder.resolve("none.yaml").toString());
    refused("is not a list of names and values", "--policy", list.toString());
  }

  private static void refused(String why, String... arguments) {
    assertThatThrownBy(() -> parse(arguments))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  private static Wish parse(String... arguments) {
    return Wish.parse(arguments);
  }
}
