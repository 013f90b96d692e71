package id.antar.infra.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/// Looks for texts in every file of a folder, whatever the file is, in every form in which a text
/// may lie there. Files packed by gzip are unpacked; what other programs have packed is not.
public final class FolderSearch {
  private static final int CHUNK = 1 << 22;

  private final List<TextForm> forms;
  private final int longest;

  /// First pairs of bytes of what is looked for: nearly every place can be passed over by them.
  private final BitSet pairs = new BitSet(1 << 16);

  public FolderSearch(List<String> texts) {
    forms = texts.stream().flatMap(TextForm::of).toList();
    longest = forms.stream().mapToInt(form -> form.bytes().length).max().orElse(0);
    forms.forEach(form -> pairs.set(pair(form.bytes(), 0)));
  }

  /// @param form how it is written there, such as `UTF-16LE`
  /// @param offset in the file, unpacked
  public record Finding(Path file, String text, String form, long offset) {}

  /// @param bytes all that was read
  /// @param cutOff packed files of which a part could not be unpacked
  public record Result(List<Finding> findings, long files, long bytes, List<Path> cutOff) {}

  public Result in(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    var findings = new ArrayList<Finding>();
    var cutOff = new ArrayList<Path>();
    long bytes = 0;
    for (Path file : files) {
      bytes += search(file, findings, cutOff);
    }
    return new Result(findings, files.size(), bytes, cutOff);
  }

  private long search(Path file, List<Finding> findings, List<Path> cutOff) throws IOException {
    try (InputStream in = open(file, cutOff)) {
      var buffer = new byte[CHUNK + longest];
      long start = 0;
      int kept = 0;
      for (int read = in.readNBytes(buffer, 0, CHUNK); read > 0; ) {
        int length = kept + read;
        search(file, buffer, kept, length, start, findings);
        kept = Math.min(longest, length);
        System.arraycopy(buffer, length - kept, buffer, 0, kept);
        start += length - kept;
        read = in.readNBytes(buffer, kept, CHUNK);
      }
      return start + kept;
    } catch (NoSuchFileException _) {
      // A server that runs there has deleted it since the folder was listed.
      return 0;
    }
  }

  private static InputStream open(Path file, List<Path> cutOff) throws IOException {
    var in = new BufferedInputStream(Files.newInputStream(file));
    return file.toString().endsWith(".gz") ? new Unpacked(in, () -> cutOff.add(file)) : in;
  }

  /// @param known so many bytes at the beginning were searched before, as far as they went
  private void search(
      Path file, byte[] bytes, int known, int length, long start, List<Finding> findings) {
    for (int at = 0; at + 1 < length; at++) {
      if (pairs.get(pair(bytes, at))) {
        for (TextForm form : forms) {
          if (form.isAt(bytes, at, length) && at + form.bytes().length > known) {
            findings.add(new Finding(file, form.text(), form.name(), start + at));
          }
        }
      }
    }
  }

  private static int pair(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
  }
}
