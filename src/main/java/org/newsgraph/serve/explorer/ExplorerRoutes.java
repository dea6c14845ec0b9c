package org.newsgraph.serve.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.newsgraph.query.SparqlRunner;
import org.newsgraph.query.statistics.StatisticsService;
import org.newsgraph.serve.api.ArticleIntake;
import org.newsgraph.serve.api.Corrector;
import org.newsgraph.serve.api.Editing;
import org.newsgraph.serve.cite.CitationFormat;
import org.newsgraph.serve.http.Route;
import org.newsgraph.serve.sparql.SparqlPolicy;

/** The routes of the explorer's pages and of the data that they load. */
public final class ExplorerRoutes {
  private ExplorerRoutes() {}

  /**
   * Returns the routes.
   *
   * @param policy what queries of the query page may contain
   * @param editing the operations of editors; if empty, nothing can be changed
   */
  public static List<Route> of(
      Explorer explorer,
      StatisticsService statistics,
      SparqlPolicy policy,
      Optional<Editing> editing) {
    SparqlRunner runner = explorer.lookup();
    Optional<ArticleIntake> intake = editing.map(Editing::intake);
    Optional<Corrector> corrector = editing.map(Editing::corrector);
    AddPage add = new AddPage(explorer, intake);
    CitePage cite = new CitePage(explorer);
    List<Route> routes =
        new ArrayList<>(
            List.of(
                Route.get("/search", new SearchPage(explorer)),
                Route.get("/suggest", new SuggestHandler(explorer)),
                Route.get("/statements", new StatementsPage(explorer)),
                Route.get("/statements.csv", new StatementDownload(explorer, ".csv")),
                Route.get("/statements.json", new StatementDownload(explorer, ".json")),
                Route.get("/statements.ttl", new StatementDownload(explorer, ".ttl")),
                Route.get("/entity", explorer.entityAddresses(explorer::entityInArticle)),
                Route.edit("GET", "/add", add),
                Route.edit("POST", "/add", add),
                Route.edit("POST", "/article-delete", new DeleteArticleHandler(explorer)),
                Route.edit("POST", "/correct", new CorrectionHandler(explorer, corrector)),
                Route.edit("GET", "/correct/link", new LinkChoicePage(explorer, corrector)),
                Route.get("/follow", new FollowPage(runner)),
                Route.get("/compare", new ComparePage(explorer)),
                Route.get("/graph-view", new NetworkPage(runner, explorer::mostQuoted)),
                Route.get("/api/graph", new NetworkData(runner)),
                Route.get("/map", new MapPage(runner)),
                Route.get(
                    "/timeline",
                    new TimelinePage(runner, explorer.statements(), explorer::mostDiscussed)),
                Route.get("/query", new QueryPage(explorer)),
                Route.get("/query/terms.json", new QueryCompletions(statistics)),
                Route.get("/cite", cite),
                Route.query("/query/check", new QueryCheck(policy))));
    for (CitationFormat format : CitationFormat.values()) {
      routes.add(Route.get("/statements." + format.extension(), cite.download(format)));
    }
    return List.copyOf(routes);
  }
}
