/**
 * Entities by their names: {@link org.newsgraph.query.entity.EntityLookup} finds the entities that
 * a name or an IRI refers to, {@link org.newsgraph.query.entity.EntitySearch} those with similar
 * names.
 */
package org.newsgraph.query.entity;
