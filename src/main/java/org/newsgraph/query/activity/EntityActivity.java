package org.newsgraph.query.activity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.newsgraph.query.entity.CoOccurrence;
import org.newsgraph.query.entity.EntityCount;
import org.newsgraph.query.entity.TopEntities;
import org.newsgraph.query.statement.ArticlesByDate;
import org.newsgraph.query.statement.StatementSearch;
import org.newsgraph.store.NewsStore;

/**
 * The activity of one entity: the topics it talks about, who talks about it, both over time, and
 * the entities mentioned in the same articles. Of a frequent entity, only the latest statements are
 * counted, and articles up to a limit, so that its page is as fast as others.
 *
 * @param countedBy number of counted statements by it
 * @param countedAbout number of counted statements about it
 * @param totalBy number of all statements by it; equal to {@code countedBy} if the total is not
 *     known
 * @param totalAbout number of all statements about it; equal to {@code countedAbout} if the total
 *     is not known
 * @param topics the entities that it talks about most
 * @param discussedBy the speakers who talk about it most
 * @param countsByPeriod number of statements by it per month ("2016-10"), or per year if there are
 *     many months
 * @param countsAboutByPeriod number of statements about it, for the same periods
 * @param topicsByPeriod its main topics, with the number of statements per period
 * @param articles the articles that mention it, the latest first
 * @param moreArticles true if the maximum number of articles was reached, so that there may be more
 * @param coMentioned the entities that its articles mention as well
 */
public record EntityActivity(
    int countedBy,
    int countedAbout,
    long totalBy,
    long totalAbout,
    List<EntityCount> topics,
    List<EntityCount> discussedBy,
    Map<String, Integer> countsByPeriod,
    Map<String, Integer> countsAboutByPeriod,
    Map<EntityCount, Map<String, Integer>> topicsByPeriod,
    List<ArticlesByDate.ArticleEntry> articles,
    boolean moreArticles,
    CoOccurrence coMentioned) {

  /** Maximum number of statements that are counted, the latest first. */
  public static final int MAX_STATEMENTS = TopEntities.MIN_TOTAL;

  /**
   * Reads the activity of an entity.
   *
   * @param dataset the store's dataset, in a read transaction
   * @param rankings totals of frequent entities; empty while they are being counted
   */
  public static EntityActivity of(
      NewsStore store,
      DatasetGraph dataset,
      StatementSearch statements,
      Optional<TopEntities.Rankings> rankings,
      Node entity) {
    return new ActivityReader(store, dataset, statements, rankings, entity).read();
  }
}
