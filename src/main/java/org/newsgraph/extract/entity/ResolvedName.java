package org.newsgraph.extract.entity;

import org.newsgraph.extract.Entity;
import org.newsgraph.extract.ResolutionReason;

/** Whose name it is, and what tells that. */
record ResolvedName(Entity entity, ResolutionReason why) {}
