package id.antar.infra.cli;

import id.antar.infra.cli.FolderSearch.Finding;
import id.antar.infra.cli.FolderSearch.Result;
import id.antar.infra.work.EngineFile;
import id.antar.infra.work.WorkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `antar forget-check`: looks for texts in everything that a stopped engine has left in its work
/// folder. It does not repeat what it finds.
public final class ForgetCheck {
  private ForgetCheck() {}

  /// @return 0 if nothing was found, 1 if something was, 2 if the arguments make no sense
  public static int run(String... arguments) {
    try {
      return run(Wish.parse(arguments));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      return 2;
    } catch (IOException e) {
      System.err.println("It did not work: " + e);
      return 1;
    }
  }

  record Wish(Path work, List<String> texts) {
    static Wish parse(String... arguments) {
      Path work = Path.of(".antar");
      var texts = new ArrayList<String>();
      for (String argument : arguments) {
        if (argument.startsWith("--antar.work=")) {
          work = Path.of(argument.substring("--antar.work=".length()));
        } else {
          texts.add(argument);
        }
      }
      if (texts.isEmpty() || !Files.isDirectory(work)) {
        throw new IllegalArgumentException(
            texts.isEmpty() ? "There is nothing to look for." : "There is no folder " + work + ".");
      }
      return new Wish(work, List.copyOf(texts));
    }
  }

  private static int run(Wish wish) throws IOException {
    WorkFolder work = WorkFolder.at(wish.work());
    if (EngineFile.at(work).find().isPresent()) {
      throw new IllegalArgumentException("An engine runs in " + work.root() + ": stop it first.");
    }
    Result result = new FolderSearch(wish.texts()).in(work.root());
    result.findings().forEach(it -> report(wish, it));
    result
        .cutOff()
        .forEach(it -> System.out.printf("  ? %s is cut off, and was searched up to there%n", it));
    System.out.printf(
        "%d files, %d MB: %s%n",
        result.files(),
        result.bytes() >> 20,
        result.findings().isEmpty()
            ? "nothing was found."
            : result.findings().size() + " places were found.");
    return result.findings().isEmpty() ? 0 : 1;
  }

  private static void report(Wish wish, Finding found) {
    System.out.printf(
        "  ! text %d in %s at %d, as %s%n",
        wish.texts().indexOf(found.text()) + 1, found.file(), found.offset(), found.form());
  }
}
