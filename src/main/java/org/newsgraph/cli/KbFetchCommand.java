package org.newsgraph.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.newsgraph.extract.EntityType;
import org.newsgraph.io.NumberText;
import org.newsgraph.io.ProgramVersion;
import org.newsgraph.link.fetch.WikidataFetch;
import org.newsgraph.link.fetch.WikidataFetch.Options;
import org.newsgraph.link.online.RequestPolicy;
import org.newsgraph.link.online.WaitingClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Fetches a knowledge base from Wikidata's query service. */
@Command(
    name = "fetch",
    description = {
      "Fetches a knowledge base of well-known people, organisations and places from Wikidata's"
          + " query service, or from another SPARQL endpoint that holds Wikidata.",
      "Sends one request at a time. Interrupt it at any time; run the same command again to"
          + " resume."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {
      "",
      "Example: newsgraph kb fetch --min-sitelinks 20 --contact desk@example.org",
    })
final class KbFetchCommand implements Callable<Integer> {
  /** Name of the knowledge base, unless another folder is given. */
  private static final Path NAME = Path.of("wikidata");

  /** Maximum time for a response: the minute that the service has, and the transfer. */
  private static final Duration TIMEOUT = Duration.ofMinutes(3);

  /** Maximum time for retries: a service may be down for a while. */
  private static final Duration RETRY_TIMEOUT = Duration.ofMinutes(30);

  @Option(
      names = "--min-sitelinks",
      paramLabel = "N",
      description =
          "Fetch items with at least N links to Wikipedias and other sites (default: "
              + Options.DEFAULT_SITELINKS
              + "). The number of items about halves if N doubles.")
  private Integer minSitelinks;

  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      description =
          "The SPARQL endpoint (default: https://query.wikidata.org/sparql, Wikidata's own).")
  private URI endpoint;

  @Option(
      names = "--contact",
      paramLabel = "ADDRESS",
      description =
          "Your mail or web address, sent to the service in the User-Agent header, so that its"
              + " operators can contact you instead of blocking you.")
  private String contact = "";

  @Option(names = "--estimate", description = "Print the number of items, and fetch nothing.")
  private boolean estimateOnly;

  @Option(
      names = "--update",
      description =
          "Fetch only what has changed since the knowledge base was fetched, with the options of"
              + " that fetch. Items that were deleted, redirected or have lost their site links"
              + " drop out.")
  private boolean update;

  @Mixin private ItemSelectionOptions selection;
  @Mixin private KbFolderOption folder;
  @ParentCommand private KbCommand kb;
  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    Path into = folder.folder(NAME);
    Options options = options(into);
    WikidataFetch fetch =
        new WikidataFetch(
            into,
            options,
            RequestPolicy.of(RequestPolicy.userAgent(ProgramVersion.number(), contact))
                .withTimeouts(TIMEOUT, RETRY_TIMEOUT),
            WaitingClock.REAL);
    Terminal terminal = kb.newsgraph().terminal();
    if (estimateOnly) {
      terminal.printMessage(FetchProgress.format(fetch.estimate()));
      return Newsgraph.OK;
    }
    WikidataFetch.Result result = fetch.run(new FetchProgress(terminal));
    terminal.printMessage(KbListCommand.summary(into, result.description()));
    terminal.printMessage(
        "fetched %s, with %s"
            .formatted(
                NumberText.of(result.fetched(), "item", "items"),
                NumberText.of(result.requests(), "request", "requests")));
    return Newsgraph.OK;
  }

  /** Returns the given options; in an update, those of the earlier fetch unless given. */
  private Options options(Path into) {
    Optional<Options> earlier = update ? WikidataFetch.optionsOf(into) : Optional.empty();
    Set<EntityType> allTypes =
        EnumSet.of(EntityType.PERSON, EntityType.ORGANISATION, EntityType.PLACE);
    if (endpoint != null && (!isWeb(endpoint) || endpoint.getHost() == null)) {
      throw wrong("--endpoint: \"" + endpoint + "\" is not a web address (https://…)");
    }
    try {
      return new Options(
          endpoint != null ? endpoint : earlier.map(Options::endpoint).orElse(Options.WIKIDATA),
          selection.hasLanguages()
              ? selection.languages()
              : earlier.map(Options::languages).orElse(selection.languages()),
          !selection.types().isEmpty()
              ? selection.types()
              : earlier.map(Options::types).orElse(allTypes),
          minSitelinks != null
              ? minSitelinks
              : earlier.map(Options::minSitelinks).orElse(Options.DEFAULT_SITELINKS),
          update);
    } catch (IllegalArgumentException e) {
      throw wrong("--min-sitelinks: " + e.getMessage());
    }
  }

  private static boolean isWeb(URI address) {
    return "https".equalsIgnoreCase(address.getScheme())
        || "http".equalsIgnoreCase(address.getScheme());
  }

  private ParameterException wrong(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
