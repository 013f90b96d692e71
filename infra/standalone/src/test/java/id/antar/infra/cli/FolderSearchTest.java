package id.antar.infra.cli;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.antar.infra.cli.FolderSearch.Finding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderSearchTest {
  private static final String TEXT = "Zoë Quillfeather";

  @TempDir private Path folder;

  private List<Finding> found() throws IOException {
    return new FolderSearch(List.of(TEXT)).in(folder).findings();
  }

  private void file(byte[] bytes) throws IOException {
    Files.write(Files.createDirectories(folder.resolve("deep/down")).resolve("file"), bytes);
  }

  @Test
  void whatIsNotThereIsNotFound() throws IOException {
    file("Zoe Quillfeather".getBytes(UTF_8));

    assertThat(found()).isEmpty();
  }

  @Test
  void aTextIsFoundInEveryForm() throws IOException {
    byte[] plain = TEXT.getBytes(UTF_8);
    for (byte[] form :
        List.of(
            plain,
            "zoë quillfeather".getBytes(UTF_8),
            TEXT.getBytes(UTF_16LE),
            TEXT.getBytes(UTF_16BE),
            "Zo\\u00eb Quillfeather".getBytes(UTF_8),
            HexFormat.of().formatHex(plain).getBytes(UTF_8),
            HexFormat.of().withUpperCase().formatHex(plain).getBytes(UTF_8))) {
      file(form);

      assertThat(found()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "ab", "abc", "abcd"})
  void aTextIsFoundWithinWhatIsInBase64(String before) throws IOException {
    file(Base64.getEncoder().encode((before + TEXT + " and more").getBytes(UTF_8)));

    assertThat(found()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {-20, -17, -9, -1, 0, 1})
  void aTextIsFoundOnceAcrossTheBorderOfTwoReads(int offset) throws IOException {
    int at = (1 << 22) + offset;
    file((" ".repeat(at) + TEXT + " ".repeat(1 << 22)).getBytes(UTF_8));

    assertThat(found()).extracting(Finding::offset).containsExactly((long) at);
  }

  @Test
  void whatIsPackedIsUnpacked() throws IOException {
    try (var out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("old.log.gz")))) {
      out.write(TEXT.getBytes(UTF_8));
    }

    assertThat(found()).hasSize(1);
  }

  @Test
  void whatWasCutOffWhileItWasPackedIsUnpackedAsFarAsItGoesAndNamed() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(TEXT.getBytes(UTF_8));
      new Random(1).ints(100_000).forEach(it -> write(out, it));
    }
    byte[] half = Arrays.copyOf(packed.toByteArray(), packed.size() / 2);
    Path cut = Files.write(folder.resolve("cut.log.gz"), half);
    Path empty = Files.write(folder.resolve("empty.log.gz"), new byte[0]);

    FolderSearch.Result result = new FolderSearch(List.of(TEXT)).in(folder);

    assertThat(result.findings()).hasSize(1);
    assertThat(result.cutOff()).containsExactlyInAnyOrder(cut, empty);
  }

  private static void write(GZIPOutputStream out, int value) {
    try {
      out.write(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
