/**
 * Entities: look-up by name, profiles, rankings and relations. Records for pages, the API and the
 * command line, without HTML.
 *
 * <ul>
 *   <li>{@link org.newsgraph.query.entity.EntityLookup} finds the entities that a name or an IRI
 *       refers to, {@link org.newsgraph.query.entity.EntitySearch} those with similar names.
 *   <li>{@link org.newsgraph.query.entity.EntityProfile} is what is known about one entity: names,
 *       types, roles, facts. {@link org.newsgraph.query.entity.EntityCounts}, {@link
 *       org.newsgraph.query.entity.MentionReason} and {@link
 *       org.newsgraph.query.entity.EntityLinks} add what not every reader needs.
 *   <li>{@link org.newsgraph.query.entity.TopEntities} ranks all entities, {@link
 *       org.newsgraph.query.entity.CoOccurrence} those that the articles of one entity mention,
 *       {@link org.newsgraph.query.entity.Neighbours} those that are linked to one.
 *   <li>The name to show of an entity is the label from which its IRI was made, otherwise the first
 *       in alphabetical order ({@link org.newsgraph.query.entity.EntityLabels}).
 * </ul>
 *
 * <p>An entity can be in ten thousands of articles: readers compare ids ({@link
 * org.newsgraph.store.NodeIdQuads}) and read a limited number of terms. Uses {@code query}, {@code
 * store} and {@code graph}.
 */
package org.newsgraph.query.entity;
