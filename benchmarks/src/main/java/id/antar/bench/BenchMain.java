package id.antar.bench;

import org.openjdk.jmh.Main;

/// Runs the benchmarks: `java -jar benchmarks.jar [JMH's options] [name]`.
public final class BenchMain {

  private BenchMain() {}

  public static void main(String[] args) throws Exception {
    Main.main(args);
  }
}
