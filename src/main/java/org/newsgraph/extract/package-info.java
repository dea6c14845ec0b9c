/**
 * Who and what an article names, who said what, and who "he" is.
 *
 * <p>{@link org.newsgraph.extract.Extraction} holds all that was found: {@link
 * org.newsgraph.extract.Mention}, {@link org.newsgraph.extract.Entity}, {@link
 * org.newsgraph.extract.Statement} and {@link org.newsgraph.extract.Role}, plain records that know
 * nothing of RDF.
 *
 * <p>May use {@code article} and {@code text}. Begin with {@link org.newsgraph.extract.Extraction}.
 */
package org.newsgraph.extract;
