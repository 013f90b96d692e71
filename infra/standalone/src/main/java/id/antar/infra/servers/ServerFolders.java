package id.antar.infra.servers;

import id.antar.infra.work.Console;
import id.antar.infra.work.WorkFolder;
import java.nio.file.Path;

/// Where the servers come from and where they live.
///
/// @param archives the folder with the servers as they were published
/// @param home where they are unpacked to; may be shared by several work folders
record ServerFolders(WorkFolder work, Path archives, Path home) {
  Path unpack(String glob, String inside, Console console) {
    Path archive = Unpacking.archive(archives, glob);
    return Unpacking.unpack(
        archive,
        inside,
        home,
        it -> console.say("  Unpacking " + it.getFileName() + " (first run only)"));
  }
}
