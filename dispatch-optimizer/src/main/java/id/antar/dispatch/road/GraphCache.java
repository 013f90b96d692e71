package id.antar.dispatch.road;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.graphhopper.GraphHopper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Prepared graphs on disk, a folder per map version. A graph is built in a folder of its own and
/// moved into place when it is whole, so what a killed import leaves behind is never read; the next
/// import removes it. One process imports at a time.
final class GraphCache {

  private static final Logger LOG = LoggerFactory.getLogger(GraphCache.class);
  private static final String GRAPHHOPPER = "11.0";
  private static final String UNFINISHED = ".unfinished-";

  private final Path folder;

  GraphCache(Path folder) {
    this.folder = folder;
  }

  /// The version of a map: what is in the file, how it is used and by which router.
  static String versionOf(Path mapFile) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(GRAPHHOPPER.getBytes(UTF_8));
      digest.update(RoadProfiles.ENCODED_VALUES.getBytes(UTF_8));
      digest.update(RoadProfiles.all().toString().getBytes(UTF_8));
      try (InputStream in = new DigestInputStream(Files.newInputStream(mapFile), digest)) {
        var _ = in.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    } catch (IOException e) {
      throw new MapUnusable(
          "The map file " + mapFile + " cannot be read: " + e + ". Maybe check its permissions.",
          e);
    }
  }

  GraphHopper open(Path mapFile, String version) {
    try {
      Path graph = Files.createDirectories(folder).resolve(version);
      synchronized (GraphCache.class) {
        try (var channel =
                FileChannel.open(
                    folder.resolve("import.lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            var _ = channel.lock()) {
          return loadOrImport(mapFile, graph);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The map's work folder " + folder + " cannot be used. Maybe the disk is full.", e);
    }
  }

  private GraphHopper loadOrImport(Path mapFile, Path graph) throws IOException {
    removeUnfinished();
    if (Files.isDirectory(graph)) {
      GraphHopper prepared = load(graph);
      if (prepared != null) {
        return prepared;
      }
      remove(graph);
    }
    Path unfinished = Files.createTempDirectory(folder, graph.getFileName() + UNFINISHED);
    importMap(mapFile, unfinished);
    var _ = Files.move(unfinished, graph, StandardCopyOption.ATOMIC_MOVE);
    GraphHopper imported = load(graph);
    if (imported == null) {
      throw new IllegalStateException("The graph in " + graph + " was written but does not load.");
    }
    return imported;
  }

  /// Null when the folder holds no whole graph.
  private static @Nullable GraphHopper load(Path graph) {
    GraphHopper hopper = configured(graph).setAllowWrites(false);
    try {
      if (hopper.load()) {
        return hopper;
      }
    } catch (RuntimeException e) {
      LOG.warn(
          "The prepared graph in {} is damaged and will be built anew: {}", graph, e.toString());
    }
    hopper.close();
    return null;
  }

  private static void importMap(Path mapFile, Path target) {
    allowOldProtobuf();
    GraphHopper hopper = configured(target).setOSMFile(mapFile.toString());
    try {
      var _ = hopper.importOrLoad();
      if (hopper.getBaseGraph().getEdges() == 0) {
        throw new MapUnusable("The map file " + mapFile + " has no roads in it.");
      }
    } catch (MapUnusable e) {
      throw e;
    } catch (RuntimeException e) {
      throw new MapUnusable(
          ("The map file %s cannot be read as OpenStreetMap data (%s). Maybe it was downloaded only"
               + " in part, or has no roads in it: fetch an .osm.pbf, .osm.gz or .osm file anew.")
              .formatted(mapFile, e.getMessage()),
          e);
    } finally {
      hopper.close();
    }
  }

  /// The OSM reader's generated code is older than what later protobuf runtimes accept unasked.
  private static void allowOldProtobuf() {
    String key = "com.google.protobuf.use_unsafe_pre22_gencode";
    if (System.getProperty(key) == null) {
      var _ = System.setProperty(key, "true");
    }
  }

  private static GraphHopper configured(Path graph) {
    var hopper = new GraphHopper();
    hopper
        .setGraphHopperLocation(graph.toString())
        .setEncodedValuesString(RoadProfiles.ENCODED_VALUES)
        .setProfiles(RoadProfiles.all());
    hopper.getCHPreparationHandler().setCHProfiles(RoadProfiles.contracted());
    return hopper;
  }

  private void removeUnfinished() throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "*" + UNFINISHED + "*")) {
      for (Path unfinished : left) {
        remove(unfinished);
      }
    }
  }

  private static void remove(Path folder) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> tree = Files.walk(folder)) {
      deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.delete(path);
    }
  }
}
