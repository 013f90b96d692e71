package id.antar.infra.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// `antar history`, `board`, `analytics` and `promises`: asks the engine of a work folder about
/// what was. If none is running there, one is started for the time of the command.
public final class HistoryTool {
  private HistoryTool() {}

  /// @return the status to exit with: 0 if it was answered, 1 if not, 2 if the arguments make no
  ///   sense
  public static int run(String... arguments) {
    try {
      var wish = HistoryWish.parse(arguments);
      var engine = List.of("--server.port=0", "--antar.quiet=true", "--antar.work=" + wish.work());
      return EngineAtHand.ask(
          Path.of(wish.work()),
          engine,
          (work, running) -> answer(wish, new HistoryClient(running.url(), wish.token(work))));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      return 2;
    }
  }

  private static int answer(HistoryWish wish, HistoryClient client)
      throws IOException, InterruptedException {
    return answered(wish, client) ? 0 : 1;
  }

  private static boolean answered(HistoryWish wish, HistoryClient client)
      throws IOException, InterruptedException {
    if (wish.isExport()) {
      return client.export(wish.body(), wish.file());
    }
    return client.print(wish.path(), wish.accepts(), wish.findUpload(), wish.findFile());
  }
}
