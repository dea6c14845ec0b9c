package org.newsgraph.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.newsgraph.io.ProgramVersion;
import org.newsgraph.link.KnowledgeBase;
import org.newsgraph.link.KnowledgeBaseException;
import org.newsgraph.link.index.IndexedKnowledgeBase;
import org.newsgraph.link.index.KnowledgeBases;
import org.newsgraph.link.online.ReconciliationService;
import org.newsgraph.link.online.RequestPolicy;
import org.newsgraph.link.online.WikidataService;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options shared by the commands that look up names in knowledge bases. */
final class KnowledgeBaseOptions {
  /** Name of the folder of cached service responses, inside the database's folder. */
  static final String CACHE_FOLDER = "answers";

  @Option(
      names = "--kb",
      paramLabel = "DIR",
      arity = "1",
      description = {
        "Look up names in this knowledge base; may be given several times (default: all knowledge"
            + " bases in \"kb\" in the database's folder, none without a database).",
        "Names that no other source has are looked up in the built-in knowledge base, except with"
            + " \"--kb none\"."
      })
  private List<Path> folders = new ArrayList<>();

  @Option(
      names = "--online",
      description = {
        "Look up names in Wikidata, over the network. Only names are sent, no other part of an"
            + " article.",
        "Responses are cached in the database's folder, so that no request is sent twice."
      })
  private boolean online;

  @Option(
      names = "--wikidata",
      paramLabel = "URL",
      hidden = true,
      description = "The API of a Wikidata mirror, for --online.")
  private URI wikidata = WikidataService.ADDRESS;

  @Option(
      names = "--reconcile",
      paramLabel = "URL",
      arity = "1",
      description =
          "Look up names in this reconciliation service (protocol 0.2), over the network; may be"
              + " given several times.")
  private List<URI> services = new ArrayList<>();

  @Option(
      names = "--languages",
      paramLabel = "CODE",
      split = ",",
      arity = "1",
      description =
          "Languages of names and descriptions, in order of preference, as Wikidata codes"
              + " (default: en).")
  private List<String> languages = new ArrayList<>();

  @Option(
      names = "--refresh",
      paramLabel = "DAYS",
      description =
          "Repeat requests whose cached response is more than DAYS days old (default: never).")
  private Integer refresh;

  @Option(
      names = "--contact",
      paramLabel = "ADDRESS",
      description =
          "Your mail or web address, sent to the services in the User-Agent header, so that their"
              + " operators can contact you instead of blocking you.")
  private String contact = "";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /**
   * Opens all knowledge bases: first those on disk, then Wikidata, then the other services, then
   * the built-in one. Sends no request over the network.
   *
   * @param database folder of the database
   * @throws KnowledgeBaseException if a knowledge base cannot be opened; the others are closed then
   */
  List<KnowledgeBase> open(Path database) {
    List<String> preferred = languages();
    services.forEach(it -> checkWeb("--reconcile", it));
    checkWeb("--wikidata", wikidata);
    Instant fresh = fresh();
    RequestPolicy policy =
        RequestPolicy.of(RequestPolicy.userAgent(ProgramVersion.number(), contact));
    Path answers = database.resolve(CACHE_FOLDER);
    List<KnowledgeBase> opened = new ArrayList<>(onDisk(database));
    try {
      if (online) {
        opened.add(
            WikidataService.open(
                wikidata, preferred, answers.resolve(file("wikidata", wikidata)), fresh, policy));
      }
      for (URI service : services) {
        opened.add(
            ReconciliationService.open(
                service, answers.resolve(file("reconcile", service)), fresh, policy));
      }
      opened.addAll(KnowledgeBases.builtIn(folders));
      return List.copyOf(opened);
    } catch (KnowledgeBaseException e) {
      opened.forEach(KnowledgeBase::close);
      throw e;
    }
  }

  /** Opens the given knowledge bases on disk, for a command without a database. */
  List<KnowledgeBase> open() {
    return KnowledgeBases.openNamed(folders);
  }

  private List<IndexedKnowledgeBase> onDisk(Path database) {
    return KnowledgeBases.open(
        folders.isEmpty()
            ? KnowledgeBases.folders(KnowledgeBases.of(database))
            : folders.stream().filter(folder -> !folder.equals(KnowledgeBases.NONE)).toList());
  }

  private List<String> languages() {
    for (String language : languages) {
      if (!language.matches("[a-z]{2,12}(-[a-z0-9]{1,12})*")) {
        throw wrong("--languages: \"" + language + "\" is not a language code such as en or pt-br");
      }
    }
    return languages.isEmpty() ? List.of("en") : languages;
  }

  private Instant fresh() {
    if (refresh == null) {
      return Instant.MIN;
    }
    if (refresh < 0) {
      throw wrong("--refresh must be 0 or more, not " + refresh);
    }
    return Instant.now().minus(Duration.ofDays(refresh));
  }

  private void checkWeb(String option, URI address) {
    boolean web =
        "https".equalsIgnoreCase(address.getScheme())
            || "http".equalsIgnoreCase(address.getScheme());
    if (!web || address.getHost() == null) {
      throw wrong(option + ": \"" + address + "\" is not a web address (https://…)");
    }
  }

  /** Returns the name of a service's cache file, which is unique for each address. */
  private static String file(String kind, URI address) {
    URI anonymous = withoutUserInfo(address);
    String host = anonymous.getHost().replaceAll("[^A-Za-z0-9.-]", "_");
    return "%s-%s-%08x.jsonl".formatted(kind, host, anonymous.toString().hashCode());
  }

  private static URI withoutUserInfo(URI address) {
    try {
      // A password must not become part of a file name, not even of its hash.
      return new URI(
          address.getScheme(),
          null,
          address.getHost(),
          address.getPort(),
          address.getPath(),
          address.getQuery(),
          null);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(address + ": not a valid address", e);
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
