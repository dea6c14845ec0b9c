package org.newsgraph.export.network;

import java.util.Arrays;

/** Masses in the plane, put together in squares, so that far ones are felt as one. */
final class Quadtree {
  /** A square seen smaller than this, side to distance, is felt as one mass. */
  private static final double THETA = 1.2;

  /** Deeper, masses lie on one place. */
  private static final int DEEPEST = 24;

  private final double[] x;
  private final double[] y;
  private final double[] mass;

  /** Of each square: the four parts (0 for none), or the mass in it, as -1 - its number. */
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
    int room = 2 * x.length + 8;
    parts = new int[4 * room];
    sumX = new double[room];
    sumY = new double[room];
    sum = new double[room];
    double largest = 1;
    for (int i = 0; i < x.length; i++) {
      largest = Math.max(largest, Math.max(Math.abs(x[i]), Math.abs(y[i])));
    }
    side = 2 * largest;
    for (int i = 0; i < x.length; i++) {
      insert(i);
    }
  }

  private void insert(int one) {
    double centreX = 0;
    double centreY = 0;
    double half = side / 2;
    int square = 0;
    for (int depth = 0; ; depth++) {
      sumX[square] += x[one] * mass[one];
      sumY[square] += y[one] * mass[one];
      sum[square] += mass[one];
      int part = (x[one] < centreX ? 0 : 1) + (y[one] < centreY ? 0 : 2);
      int there = parts[4 * square + part];
      if (there == 0) {
        parts[4 * square + part] = -1 - one;
        return;
      }
      half /= 2;
      centreX += (part & 1) == 0 ? -half : half;
      centreY += (part & 2) == 0 ? -half : half;
      if (there < 0) {
        if (depth == DEEPEST) {
          // On the same place: nothing pushes them apart here, edges and others do.
          return;
        }
        int other = -1 - there;
        there = split(other, centreX, centreY);
        parts[4 * square + part] = there;
      }
      square = there;
    }
  }

  private int split(int other, double centreX, double centreY) {
    if (squares == sum.length) {
      parts = Arrays.copyOf(parts, 2 * parts.length);
      sumX = Arrays.copyOf(sumX, 2 * squares);
      sumY = Arrays.copyOf(sumY, 2 * squares);
      sum = Arrays.copyOf(sum, 2 * squares);
    }
    int square = squares++;
    sumX[square] = x[other] * mass[other];
    sumY[square] = y[other] * mass[other];
    sum[square] = mass[other];
    int part = (x[other] < centreX ? 0 : 1) + (y[other] < centreY ? 0 : 2);
    parts[4 * square + part] = -1 - other;
    return square;
  }

  /** How all others push this one away: the sum of mass by distance. The array is used again. */
  double[] repulsion(int one) {
    away[0] = 0;
    away[1] = 0;
    feel(one, 0, side);
    return away;
  }

  private void feel(int one, int square, double size) {
    for (int part = 0; part < 4; part++) {
      int there = parts[4 * square + part];
      if (there < 0 && there != -1 - one) {
        int other = -1 - there;
        push(x[one] - x[other], y[one] - y[other], mass[other]);
      } else if (there > 0) {
        double dx = x[one] - sumX[there] / sum[there];
        double dy = y[one] - sumY[there] / sum[there];
        if (size / 2 < THETA * Math.hypot(dx, dy)) {
          push(dx, dy, sum[there]);
        } else {
          feel(one, there, size / 2);
        }
      }
    }
  }

  private void push(double dx, double dy, double by) {
    double square = dx * dx + dy * dy + 0.01;
    away[0] += dx / square * by;
    away[1] += dy / square * by;
  }
}
