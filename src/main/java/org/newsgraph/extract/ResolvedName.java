package org.newsgraph.extract;

/** Whose name it is, and what tells that. */
record ResolvedName(Entity entity, ResolutionReason why) {}
