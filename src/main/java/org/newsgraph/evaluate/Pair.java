package org.newsgraph.evaluate;

import org.newsgraph.extract.Extraction;

/** An annotated article and what was extracted from it. */
record Pair(Gold gold, Extraction found) {}
