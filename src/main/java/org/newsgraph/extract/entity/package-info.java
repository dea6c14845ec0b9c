/**
 * Within-document coreference of names: "Seumas Milne", "Mr Milne" and "Milne" are one entity.
 *
 * <p>{@link org.newsgraph.extract.entity.EntityResolver} resolves persons ({@code PersonResolver}:
 * given names, surnames, titles, genders) and other entities ({@code NonPersonResolver}: acronyms,
 * legal forms, short forms). Each {@link org.newsgraph.extract.entity.ResolvedName} keeps the
 * reason for its resolution, which the graph states as {@code news:why}.
 *
 * <p>Uses {@code extract} and {@code extract.name}. Begin with {@link
 * org.newsgraph.extract.entity.EntityResolver}.
 */
package org.newsgraph.extract.entity;
