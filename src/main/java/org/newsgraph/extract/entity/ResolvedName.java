package org.newsgraph.extract.entity;

import org.newsgraph.extract.Entity;
import org.newsgraph.extract.ResolutionReason;

/**
 * The entity that a name refers to, and the evidence for it.
 *
 * @param entity the entity
 * @param why evidence that the name refers to the entity
 */
record ResolvedName(Entity entity, ResolutionReason why) {}
