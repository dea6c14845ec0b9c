package org.newsgraph.extract;

/** Whose name it is, and what tells that. */
record Resolved(Entity entity, Why why) {}
