package id.antar.dispatch.plan;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jgrapht.alg.matching.KuhnMunkresMinimalWeightBipartitePerfectMatching;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;

/// Assigns rows to columns so that the sum of gains is greatest; a row or a column may stay alone.
/// Kuhn and Munkres (1957) as JGraphT has it: cubic in the larger side, padded to a square.
final class Matching {

  static final int ALONE = -1;

  private Matching() {}

  /// @param gains what each row gains with each column; 0 or less: they do not go together. Exact
  ///   as long as no gain exceeds 2^52
  /// @return each row's column, or [#ALONE]
  static int[] greatestGain(long[][] gains, int columns) {
    int rows = gains.length;
    int[] columnOf = new int[rows];
    Arrays.fill(columnOf, ALONE);
    int size = Math.max(rows, columns);
    if (rows == 0 || columns == 0) {
      return columnOf;
    }
    var graph = completeGraph(gains, columns, size);
    var matching =
        new KuhnMunkresMinimalWeightBipartitePerfectMatching<>(
                graph, vertices(0, size), vertices(size, 2 * size))
            .getMatching();
    for (DefaultWeightedEdge edge : matching.getEdges()) {
      int row = Math.min(graph.getEdgeSource(edge), graph.getEdgeTarget(edge));
      int column = Math.max(graph.getEdgeSource(edge), graph.getEdgeTarget(edge)) - size;
      if (row < rows && column < columns && gains[row][column] > 0) {
        columnOf[row] = column;
      }
    }
    return columnOf;
  }

  private static SimpleWeightedGraph<Integer, DefaultWeightedEdge> completeGraph(
      long[][] gains, int columns, int size) {
    long greatest = 0;
    for (long[] row : gains) {
      for (long gain : row) {
        greatest = Math.max(greatest, gain);
      }
    }
    var graph = new SimpleWeightedGraph<Integer, DefaultWeightedEdge>(DefaultWeightedEdge.class);
    vertices(0, 2 * size).forEach(graph::addVertex);
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        long gain = row < gains.length && column < columns ? Math.max(0, gains[row][column]) : 0;
        graph.setEdgeWeight(graph.addEdge(row, size + column), greatest - gain);
      }
    }
    return graph;
  }

  private static Set<Integer> vertices(int from, int to) {
    return IntStream.range(from, to).boxed().collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
