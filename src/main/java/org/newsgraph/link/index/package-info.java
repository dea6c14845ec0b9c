/**
 * Knowledge bases on disk: a folder each, read-only once it is there, memory-mapped by Lucene.
 *
 * <p>A folder holds {@code kb.properties} ({@link org.newsgraph.link.index.KnowledgeBaseInfo}: what
 * it is, where it came from, how much it holds) and {@code index}. In the index, a document is an
 * item. Its names are terms: the name's key ({@link org.newsgraph.link.NameKey}), a zero, and the
 * name as written, so that one seek finds all spellings of a name side by side; how much a name
 * counts is the term's frequency. The item itself and its popularity are columns; its facts are
 * stored apart, compressed, since looking up names never needs them.
 *
 * <p>{@link org.newsgraph.link.index.KnowledgeBaseBuilder} makes such a folder of {@link
 * org.newsgraph.link.index.KnowledgeBaseEntry}s, wherever they come from; {@link
 * org.newsgraph.link.index.IndexedKnowledgeBase} opens one, {@link
 * org.newsgraph.link.index.KnowledgeBases} all that lie in one place.
 */
package org.newsgraph.link.index;
