/**
 * Roles and relations: the office, party, family, origin and age that an article states.
 *
 * <p>{@link org.newsgraph.extract.role.RoleFinder} finds roles in titles ("Prime Minister David
 * Cameron"), appositions ("Seumas Milne, the columnist") and predicates ("Milne is a columnist");
 * {@code RolePhrases} parses the noun phrase. {@link org.newsgraph.extract.role.RelationFinder}
 * finds family ties, origins and ages.
 *
 * <p>Uses {@code extract}, {@code extract.entity} and {@code extract.coref}. Begin with {@link
 * org.newsgraph.extract.role.RoleFinder}.
 */
package org.newsgraph.extract.role;
