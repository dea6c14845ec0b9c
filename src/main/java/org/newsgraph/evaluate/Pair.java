package org.newsgraph.evaluate;

import org.newsgraph.extract.Extraction;
import org.newsgraph.link.Linked;

/** An annotated article, what was extracted from it, and what that was linked to. */
record Pair(Gold gold, Linked linked) {
  Extraction found() {
    return linked.extraction();
  }
}
