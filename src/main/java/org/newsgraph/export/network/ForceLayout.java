package org.newsgraph.export.network;

import java.util.Arrays;

/**
 * A force-directed layout that places connected vertices near each other, so that a network is
 * readable before the user arranges it. The forces are those of ForceAtlas2 (Jacomy et al., PLOS
 * ONE 9(6), 2014): vertices repel each other by their degrees, edges attract by the logarithm of
 * their weights, and a weak gravity keeps all vertices together. The repulsion of distant vertices
 * is approximated with a quadtree (Barnes and Hut). The layout is deterministic.
 */
final class ForceLayout {
  private static final double REPULSION = 40;

  /** Distance from the centre at which an isolated vertex comes to rest in a minimal network. */
  private static final double RADIUS = 60;

  private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

  /** Maximum number of vertices times rounds, subject to {@link #MIN_ROUNDS}. */
  private static final long MAX_WORK = 3_000_000;

  private static final int MAX_ROUNDS = 300;
  private static final int MIN_ROUNDS = 30;

  private final int size;
  private final int[] from;
  private final int[] to;
  private final float[] pull;
  private final double[] mass;
  private final double[] x;
  private final double[] y;
  private final double[] forceX;
  private final double[] forceY;
  private final double gravity;

  private ForceLayout(Network network) {
    size = network.vertices().size();
    int edges = network.edgeCount();
    from = new int[edges];
    to = new int[edges];
    pull = new float[edges];
    int[] at = {0};
    network.forEachEdge(
        edge -> {
          from[at[0]] = edge.from();
          to[at[0]] = edge.to();
          pull[at[0]++] = (float) (1 + Math.log(edge.weight()));
        });
    mass = new double[size];
    x = new double[size];
    y = new double[size];
    forceX = new double[size];
    forceY = new double[size];
    for (int i = 0; i < size; i++) {
      mass[i] = 1 + network.degree(i);
      // Start on a sunflower spiral, which is evenly spread and deterministic.
      double radius = 20 * Math.sqrt(i + 0.5);
      x[i] = radius * Math.cos(i * GOLDEN_ANGLE);
      y[i] = radius * Math.sin(i * GOLDEN_ANGLE);
    }
    gravity = REPULSION * Arrays.stream(mass).sum() / (RADIUS * RADIUS * Math.max(1, size));
  }

  /** Returns the coordinates of the vertices, x and y in turn. */
  static double[] of(Network network) {
    ForceLayout layout = new ForceLayout(network);
    int rounds =
        (int) Math.max(MIN_ROUNDS, Math.min(MAX_ROUNDS, MAX_WORK / Math.max(1, layout.size)));
    for (int round = 0; round < rounds; round++) {
      layout.step(1 - (double) round / rounds);
    }
    double[] places = new double[2 * layout.size];
    for (int i = 0; i < layout.size; i++) {
      places[2 * i] = layout.x[i];
      places[2 * i + 1] = layout.y[i];
    }
    return places;
  }

  /**
   * Moves all vertices by one step.
   *
   * @param heat factor of the maximum distance, which falls from 1 to 0 over the rounds
   */
  private void step(double heat) {
    Arrays.fill(forceX, 0);
    Arrays.fill(forceY, 0);
    Quadtree tree = new Quadtree(x, y, mass);
    for (int i = 0; i < size; i++) {
      double[] away = tree.repulsion(i);
      forceX[i] += mass[i] * (REPULSION * away[0] - gravity * x[i]);
      forceY[i] += mass[i] * (REPULSION * away[1] - gravity * y[i]);
    }
    for (int e = 0; e < from.length; e++) {
      double dx = (x[to[e]] - x[from[e]]) * pull[e];
      double dy = (y[to[e]] - y[from[e]]) * pull[e];
      forceX[from[e]] += dx;
      forceY[from[e]] += dy;
      forceX[to[e]] -= dx;
      forceY[to[e]] -= dy;
    }
    double maxMove = 4 + 2 * Math.sqrt(size) * heat;
    for (int i = 0; i < size; i++) {
      double force = Math.hypot(forceX[i], forceY[i]) + 1e-9;
      double move = Math.min(maxMove, force / mass[i]) * (0.1 + 0.9 * heat);
      x[i] += forceX[i] / force * move;
      y[i] += forceY[i] / force * move;
    }
  }
}
