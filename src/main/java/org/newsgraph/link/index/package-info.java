/**
 * Knowledge bases on disk: one folder each, read-only once finished, memory-mapped by Lucene.
 *
 * <p>A folder holds {@code kb.properties} ({@link org.newsgraph.link.index.KnowledgeBaseInfo}:
 * kind, origin, size) and {@code index}. In the index, a document is an item. Its names are terms:
 * the {@link org.newsgraph.link.NameKey}, a zero, and the name as written, so that one seek finds
 * all spellings of a name side by side. The weight of a name is the term's frequency. The item and
 * its popularity are columns; its facts are stored separately, compressed, because looking up names
 * never needs them.
 *
 * <p>{@link org.newsgraph.link.index.KnowledgeBaseBuilder} builds such a folder from {@link
 * org.newsgraph.link.index.KnowledgeBaseEntry}s, {@link
 * org.newsgraph.link.index.IndexedKnowledgeBase} opens one, {@link
 * org.newsgraph.link.index.KnowledgeBases} opens all in one folder. Begin with {@link
 * org.newsgraph.link.index.IndexedKnowledgeBase}.
 */
package org.newsgraph.link.index;
