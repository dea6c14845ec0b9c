/**
 * The import of articles into a database.
 *
 * <p>{@link org.newsgraph.ingest.ArticleProcessor} turns one article into its graph: extraction,
 * linking, corrections, mapping. {@link org.newsgraph.ingest.IngestDecision} decides, as a pure
 * function, whether an article is new, changed, known or in conflict with another. {@link
 * org.newsgraph.ingest.Ingestion} applies both to a stream of articles, or to one article that
 * arrives while the database is being served, and counts each item once in an {@link
 * org.newsgraph.ingest.IngestReport}.
 *
 * <p>{@code ingest.correction} plans the edits of the corrections file that users request, and
 * reprocesses the stored articles that they affect. {@link org.newsgraph.ingest.FeedClient} and
 * {@link org.newsgraph.ingest.ChangedFiles} find new input for a build that keeps running.
 *
 * <p>May use {@code store}, {@code graph}, {@code link}, {@code extract}, {@code text}, {@code
 * article} and {@code io}. Begin with {@link org.newsgraph.ingest.ArticleProcessor}.
 */
package org.newsgraph.ingest;
