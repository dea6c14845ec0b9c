package org.newsgraph.link.fetch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.io.file.PathUtils;
import org.newsgraph.extract.EntityType;
import org.newsgraph.io.IoErrors;
import org.newsgraph.link.KnowledgeBaseException;
import org.newsgraph.link.index.KnowledgeBaseBuilder;
import org.newsgraph.link.index.KnowledgeBaseInfo;
import org.newsgraph.link.index.KnowledgeBaseInfo.Origin;
import org.newsgraph.link.index.KnowledgeBaseInfo.Priors;
import org.newsgraph.link.online.RequestPolicy;
import org.newsgraph.link.online.WaitingClock;
import org.newsgraph.link.wikidata.ClassHierarchy;
import org.newsgraph.link.wikidata.LanguagePreference;

/**
 * Fetch of a knowledge base from a SPARQL endpoint that holds Wikidata. An interrupted fetch
 * resumes.
 *
 * @param folder folder of the finished knowledge base
 * @param options selection of the items
 * @param policy rate and time limits of the requests
 * @param clock clock for waiting and for the date of the fetch
 */
public record WikidataFetch(
    Path folder, Options options, RequestPolicy policy, WaitingClock clock) {
  /** Folder of the files for updates, inside the knowledge base's folder. */
  private static final String KEPT = "fetched";

  /**
   * Selection of the items to fetch.
   *
   * @param endpoint address of the SPARQL endpoint
   * @param languages languages of labels, aliases and descriptions, in descending order of
   *     preference
   * @param types types of items to fetch
   * @param minSitelinks minimum number of links to Wikipedias and other sites, from 1
   * @param update whether to keep the items of the earlier knowledge base that have not changed
   */
  public record Options(
      URI endpoint,
      List<String> languages,
      Set<EntityType> types,
      int minSitelinks,
      boolean update) {
    /** Wikidata's own query service. */
    public static final URI WIKIDATA = URI.create("https://query.wikidata.org/sparql");

    /** Default minimum number of site links. */
    public static final int DEFAULT_SITELINKS = 8;

    public Options {
      languages = List.copyOf(languages);
      types = Set.copyOf(types);
      if (minSitelinks < 1 || minSitelinks > LinkCounts.MAX_LINKS) {
        throw new IllegalArgumentException(
            "the minimum number of site links must be from 1 to " + LinkCounts.MAX_LINKS);
      }
    }

    FetchPlan plan() {
      return new FetchPlan(endpoint, languages, types, minSitelinks, update);
    }
  }

  /** The phases of a fetch after the estimate. */
  public enum Stage {
    FINDING,
    CLASSES,
    ITEMS,
    LABELS,
    INDEXING
  }

  /** A receiver of progress reports. */
  public interface Listener {
    /** Reports the estimate, before the first item is fetched. */
    void estimated(FetchEstimate estimate);

    /**
     * Reports progress.
     *
     * @param stage current phase
     * @param items number of items so far
     * @param share completed share of the phase, from 0 to 1
     */
    void progress(Stage stage, long items, double share);
  }

  /**
   * Result of a fetch.
   *
   * @param description description of the knowledge base
   * @param requests number of requests sent in this run
   * @param fetched number of items whose data was requested, in this and interrupted runs
   */
  public record Result(KnowledgeBaseInfo description, long requests, long fetched) {}

  /**
   * Estimates the size of the fetch by a few requests, and fetches nothing.
   *
   * @throws KnowledgeBaseException if the service cannot be reached or refuses the requests
   */
  public FetchEstimate estimate() {
    try {
      Path temporary = Files.createTempDirectory("newsgraph");
      try {
        SparqlClient client = new SparqlClient(options.endpoint(), temporary, policy, clock);
        return new FetchEstimate(
            LinkCounts.fetch(client, new SliceStore(temporary), options.minSitelinks()).total());
      } finally {
        PathUtils.delete(temporary);
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /**
   * Runs the fetch.
   *
   * @throws KnowledgeBaseException if the service cannot be reached or has no such items, the disk
   *     is full, or another process is building there; finished slices are kept, and the next fetch
   *     resumes with them
   */
  public Result run(Listener listener) {
    try (KnowledgeBaseBuilder builder = createOrResume()) {
      Path work = builder.workFolder();
      SliceStore store = new SliceStore(work.resolve("slices"));
      SparqlClient client = new SparqlClient(options.endpoint(), work, policy, clock);
      LinkCounts counts = LinkCounts.fetch(client, store, options.minSitelinks());
      if (counts.total() == 0) {
        builder.discard();
        throw new KnowledgeBaseException(
            options.endpoint()
                + ": the service has no items with "
                + options.minSitelinks()
                + " or more site links (wikibase:sitelinks); check --endpoint");
      }
      listener.estimated(new FetchEstimate(counts.total()));
      new FindPhase(client, store, counts, options.minSitelinks()).run(listener);
      ClassHierarchy classes = new ClassPhase(client, store).run(listener);
      Optional<FetchedItems> earlier = earlier();
      ItemSelection selection = ItemSelection.of(store, classes, options.types(), earlier);
      LanguagePreference languages = new LanguagePreference(options.languages());
      new ItemPhase(client, store, languages, Stage.ITEMS).run(selection.changed(), listener);
      FetchIndexPhase index =
          new FetchIndexPhase(store, earlier, selection, classes, options.types());
      BitSet references = index.references();
      new ItemPhase(client, store, languages, Stage.LABELS).run(references, listener);
      Path kept = Files.createDirectories(builder.companionFolder(KEPT));
      options.plan().write(kept);
      index.run(builder, new FetchedItems(kept), listener);
      if (builder.itemCount() == 0) {
        builder.discard();
        throw new KnowledgeBaseException(
            options.endpoint()
                + ": no selected item has a name in "
                + String.join(", ", options.languages())
                + "; change --languages or --only");
      }
      KnowledgeBaseInfo description =
          builder.finish(
              Origin.FETCH,
              Priors.POPULARITY,
              options.endpoint().getHost() + ", " + options.minSitelinks() + "+ site links",
              LocalDate.ofInstant(clock.now(), ZoneOffset.UTC),
              options.languages());
      return new Result(description, client.requests(), selection.changed().cardinality());
    } catch (IOException e) {
      throw failed(e);
    } catch (UncheckedIOException e) {
      throw failed(e.getCause());
    }
  }

  private Optional<FetchedItems> earlier() {
    return options.update()
        ? Optional.of(new FetchedItems(folder.resolve(KEPT)))
        : Optional.empty();
  }

  /** Returns the options with which the knowledge base in a folder was fetched. */
  public static Optional<Options> optionsOf(Path folder) {
    try {
      return FetchPlan.read(folder.resolve(KEPT))
          .map(
              it ->
                  new Options(
                      it.endpoint(), it.languages(), it.types(), it.minSitelinks(), it.update()));
    } catch (IOException | IllegalArgumentException e) {
      throw new KnowledgeBaseException(
          folder.resolve(KEPT) + ": the description of the fetch is damaged; fetch it again", e);
    }
  }

  /** Resumes a fetch that was started here with the same options, or starts a new one. */
  private KnowledgeBaseBuilder createOrResume() throws IOException {
    FetchPlan plan = options.plan();
    if (options.update()) {
      FetchPlan earlier =
          FetchPlan.read(folder.resolve(KEPT))
              .orElseThrow(
                  () ->
                      new KnowledgeBaseException(
                          folder
                              + ": no fetched knowledge base lies here; run \"kb fetch\" without"
                              + " --update first"));
      plan.checkUpdatable(earlier, folder);
    }
    KnowledgeBaseBuilder builder = KnowledgeBaseBuilder.resume(folder);
    try {
      Optional<FetchPlan> unfinished = FetchPlan.read(builder.workFolder());
      if (unfinished.isPresent()) {
        plan.checkResumable(unfinished.get(), builder.workFolder().getParent());
      } else {
        builder.requireWithout(KnowledgeBaseBuilder.DUMP_PLAN, "kb build");
        builder.close();
        builder = KnowledgeBaseBuilder.create(folder);
      }
      plan.write(builder.workFolder());
      return builder;
    } catch (IOException | KnowledgeBaseException e) {
      builder.close();
      throw e;
    }
  }

  private KnowledgeBaseException failed(IOException e) {
    return new KnowledgeBaseException(
        folder
            + ": the knowledge base cannot be fetched ("
            + IoErrors.describe(e)
            + "); run the same command again to resume",
        e);
  }
}
