package org.newsgraph.export.network;

import java.util.Arrays;

/** A Barnes-Hut quadtree: masses in the plane, of which distant ones are treated as one mass. */
final class Quadtree {
  /** Maximum ratio of side to distance at which a square is treated as one mass. */
  private static final double THETA = 1.2;

  /** Depth at which masses count as being at the same position. */
  private static final int MAX_DEPTH = 24;

  private final double[] x;
  private final double[] y;
  private final double[] mass;

  /**
   * The four quadrants of each square: the number of a square, -1 - the number of a mass, or 0 if
   * empty.
   */
  private int[] parts;

  private double[] sumX;
  private double[] sumY;
  private double[] sum;
  private int squares = 1;
  private final double side;
  private final double[] away = new double[2];

  Quadtree(double[] x, double[] y, double[] mass) {
    this.x = x;
    this.y = y;
    this.mass = mass;
    int capacity = 2 * x.length + 8;
    parts = new int[4 * capacity];
    sumX = new double[capacity];
    sumY = new double[capacity];
    sum = new double[capacity];
    double largest = 1;
    for (int i = 0; i < x.length; i++) {
      largest = Math.max(largest, Math.max(Math.abs(x[i]), Math.abs(y[i])));
    }
    side = 2 * largest;
    for (int i = 0; i < x.length; i++) {
      insert(i);
    }
  }

  private void insert(int body) {
    double centreX = 0;
    double centreY = 0;
    double half = side / 2;
    int square = 0;
    for (int depth = 0; ; depth++) {
      sumX[square] += x[body] * mass[body];
      sumY[square] += y[body] * mass[body];
      sum[square] += mass[body];
      int part = (x[body] < centreX ? 0 : 1) + (y[body] < centreY ? 0 : 2);
      int child = parts[4 * square + part];
      if (child == 0) {
        parts[4 * square + part] = -1 - body;
        return;
      }
      half /= 2;
      centreX += (part & 1) == 0 ? -half : half;
      centreY += (part & 2) == 0 ? -half : half;
      if (child < 0) {
        if (depth == MAX_DEPTH) {
          // At the same position: the two do not repel each other; other forces separate them.
          return;
        }
        child = split(-1 - child, centreX, centreY);
        parts[4 * square + part] = child;
      }
      square = child;
    }
  }

  private int split(int body, double centreX, double centreY) {
    if (squares == sum.length) {
      parts = Arrays.copyOf(parts, 2 * parts.length);
      sumX = Arrays.copyOf(sumX, 2 * squares);
      sumY = Arrays.copyOf(sumY, 2 * squares);
      sum = Arrays.copyOf(sum, 2 * squares);
    }
    int square = squares++;
    sumX[square] = x[body] * mass[body];
    sumY[square] = y[body] * mass[body];
    sum[square] = mass[body];
    int part = (x[body] < centreX ? 0 : 1) + (y[body] < centreY ? 0 : 2);
    parts[4 * square + part] = -1 - body;
    return square;
  }

  /**
   * Returns the repulsion of a mass by all others as a vector: the sum of mass by distance. The
   * array is reused by the next call.
   */
  double[] repulsion(int body) {
    away[0] = 0;
    away[1] = 0;
    addRepulsion(body, 0, side);
    return away;
  }

  private void addRepulsion(int body, int square, double size) {
    for (int part = 0; part < 4; part++) {
      int child = parts[4 * square + part];
      if (child < 0 && child != -1 - body) {
        int other = -1 - child;
        push(x[body] - x[other], y[body] - y[other], mass[other]);
      } else if (child > 0) {
        double dx = x[body] - sumX[child] / sum[child];
        double dy = y[body] - sumY[child] / sum[child];
        if (size / 2 < THETA * Math.hypot(dx, dy)) {
          push(dx, dy, sum[child]);
        } else {
          addRepulsion(body, child, size / 2);
        }
      }
    }
  }

  private void push(double dx, double dy, double weight) {
    double square = dx * dx + dy * dy + 0.01;
    away[0] += dx / square * weight;
    away[1] += dy / square * weight;
  }
}
