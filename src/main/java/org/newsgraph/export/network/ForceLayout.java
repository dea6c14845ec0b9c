package org.newsgraph.export.network;

import java.util.Arrays;

/**
 * Places for vertices, so that a picture shows something before anybody has arranged it: who is
 * tied stands near. Forces as in ForceAtlas2 (Jacomy and others, PLOS ONE 9(6), 2014): vertices
 * repel each other by their degrees, edges attract by the logarithm of their weights, a weak
 * gravity keeps all together; far vertices repel as one, by a quadtree (Barnes and Hut). The same
 * network always gets the same places.
 */
final class ForceLayout {
  private static final double REPULSION = 40;

  /** How far from the middle those come to rest that nothing ties, for one vertex alone. */
  private static final double RADIUS = 60;

  private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

  /** How much work is done at most: vertices times rounds. */
  private static final long MOST_WORK = 3_000_000;

  private static final int MOST_ROUNDS = 300;
  private static final int FEWEST_ROUNDS = 30;

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
      // A sunflower: evenly spread, and the same every time.
      double radius = 20 * Math.sqrt(i + 0.5);
      x[i] = radius * Math.cos(i * GOLDEN_ANGLE);
      y[i] = radius * Math.sin(i * GOLDEN_ANGLE);
    }
    gravity = REPULSION * Arrays.stream(mass).sum() / (RADIUS * RADIUS * Math.max(1, size));
  }

  /** The places, x and y in turn. */
  static double[] of(Network network) {
    ForceLayout layout = new ForceLayout(network);
    int rounds =
        (int) Math.max(FEWEST_ROUNDS, Math.min(MOST_ROUNDS, MOST_WORK / Math.max(1, layout.size)));
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

  /** Moves all a little; less from round to round, so that it comes to rest. */
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
    double farthest = 4 + 2 * Math.sqrt(size) * heat;
    for (int i = 0; i < size; i++) {
      double force = Math.hypot(forceX[i], forceY[i]) + 1e-9;
      double move = Math.min(farthest, force / mass[i]) * (0.1 + 0.9 * heat);
      x[i] += forceX[i] / force * move;
      y[i] += forceY[i] / force * move;
    }
  }
}
