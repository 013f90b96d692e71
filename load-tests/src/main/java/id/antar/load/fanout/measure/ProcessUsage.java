package id.antar.load.fanout.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What a process has used so far, as Linux counts it.
///
/// @param cpuMicros user and system time
/// @param residentKib memory that is in RAM
public record ProcessUsage(long cpuMicros, long residentKib) {

  private static final long MICROS_PER_TICK = 10_000;
  private static final long KIB_PER_PAGE = 4;
  private static final int USER_TIME = 11;
  private static final int SYSTEM_TIME = 12;
  private static final int RESIDENT_PAGES = 21;

  public static ProcessUsage of(long pid) {
    try {
      return parse(Files.readString(Path.of("/proc", Long.toString(pid), "stat")));
    } catch (IOException e) {
      throw new UncheckedIOException("There is no process " + pid + " to be seen in /proc.", e);
    }
  }

  /// All that it has started, and what they have.
  public static ProcessUsage ofChildren(long pid) {
    return ProcessHandle.of(pid).stream()
        .flatMap(ProcessHandle::descendants)
        .map(child -> findOf(child.pid()))
        .reduce(new ProcessUsage(0, 0), ProcessUsage::plus);
  }

  public ProcessUsage plus(ProcessUsage other) {
    return new ProcessUsage(cpuMicros + other.cpuMicros, residentKib + other.residentKib);
  }

  public ProcessUsage since(ProcessUsage before) {
    return new ProcessUsage(cpuMicros - before.cpuMicros, residentKib);
  }

  /// @param stat `/proc/<pid>/stat`; the name in brackets may have blanks
  static ProcessUsage parse(String stat) {
    List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).trim().split(" "));
    long ticks = Long.parseLong(fields.get(USER_TIME)) + Long.parseLong(fields.get(SYSTEM_TIME));
    return new ProcessUsage(
        ticks * MICROS_PER_TICK, Long.parseLong(fields.get(RESIDENT_PAGES)) * KIB_PER_PAGE);
  }

  private static ProcessUsage findOf(long pid) {
    try {
      return of(pid);
    } catch (UncheckedIOException _) {
      return new ProcessUsage(0, 0);
    }
  }
}
