package org.newsgraph.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.newsgraph.link.KnowledgeBase;
import org.newsgraph.link.KnowledgeBaseException;
import org.newsgraph.link.index.KnowledgeBases;
import org.newsgraph.link.online.ReconciliationService;
import org.newsgraph.link.online.RequestPolicy;
import org.newsgraph.link.online.WikidataService;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which knowledge bases names are looked up in; the same for every command that does so. */
final class KnowledgeBaseOptions {
  /** Where the answers of services are kept, inside the database's folder. */
  static final String ANSWERS = "answers";

  @Option(
      names = "--kb",
      paramLabel = "DIR",
      arity = "1",
      description =
          "Look names up in this knowledge base; several may be given. By default in all that lie in"
              + " the folder \"kb\" of the database's.")
  private List<Path> folders = new ArrayList<>();

  @Option(
      names = "--online",
      description = {
        "Look names up in Wikidata, over the network. Names leave this machine, and nothing else of"
            + " an article.",
        "Answers are kept in the database's folder, so that none is asked for twice."
      })
  private boolean online;

  @Option(
      names = "--wikidata",
      paramLabel = "URL",
      hidden = true,
      description = "The API of a mirror of Wikidata, for --online.")
  private URI wikidata = WikidataService.ADDRESS;

  @Option(
      names = "--reconcile",
      paramLabel = "URL",
      arity = "1",
      description =
          "Look names up in this reconciliation service (protocol 0.2), over the network; several"
              + " may be given.")
  private List<URI> services = new ArrayList<>();

  @Option(
      names = "--languages",
      paramLabel = "CODE",
      split = ",",
      arity = "1",
      description =
          "The languages of names and descriptions, the most wanted first (default: en); as"
              + " Wikidata codes them.")
  private List<String> languages = new ArrayList<>();

  @Option(
      names = "--refresh",
      paramLabel = "DAYS",
      description =
          "Ask again for what a service answered more than DAYS days ago (default: never).")
  private Integer refresh;

  @Option(
      names = "--contact",
      paramLabel = "ADDRESS",
      description =
          "Your mail or web address, told to the services that are asked: they can then write"
              + " instead of shutting you out.")
  private String contact = "";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /**
   * Opens them all: first those on disk, then Wikidata, then the other services. Nothing is asked
   * over the network yet.
   *
   * @param database its folder
   * @throws KnowledgeBaseException where one cannot be opened; the others are closed again
   */
  List<KnowledgeBase> open(Path database) {
    List<String> wanted = languages();
    services.forEach(it -> checkWeb("--reconcile", it));
    checkWeb("--wikidata", wikidata);
    Instant fresh = fresh();
    RequestPolicy manners = RequestPolicy.of(RequestPolicy.agent(Version.number(), contact));
    Path answers = database.resolve(ANSWERS);
    List<KnowledgeBase> opened =
        new ArrayList<>(onDisk(KnowledgeBases.folders(KnowledgeBases.of(database))));
    try {
      if (online) {
        opened.add(
            WikidataService.open(
                wikidata, wanted, answers.resolve(file("wikidata", wikidata)), fresh, manners));
      }
      for (URI service : services) {
        opened.add(
            ReconciliationService.open(
                service, answers.resolve(file("reconcile", service)), fresh, manners));
      }
      return List.copyOf(opened);
    } catch (KnowledgeBaseException e) {
      opened.forEach(KnowledgeBase::close);
      throw e;
    }
  }

  /** Opens those on disk that are given, for a command that works on no database. */
  List<KnowledgeBase> open() {
    return onDisk(List.of());
  }

  private List<KnowledgeBase> onDisk(List<Path> usual) {
    return List.copyOf(KnowledgeBases.open(folders.isEmpty() ? usual : folders));
  }

  private List<String> languages() {
    for (String language : languages) {
      if (!language.matches("[a-z]{2,12}(-[a-z0-9]{1,12})*")) {
        throw wrong("--languages: \"" + language + "\" is no language code, such as en or pt-br");
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
      throw wrong(option + ": \"" + address + "\" is no address of the web (https://…)");
    }
  }

  /** A file's name for the answers of a service; another one for each address. */
  private static String file(String kind, URI address) {
    URI plain = plain(address);
    String host = plain.getHost().replaceAll("[^A-Za-z0-9.-]", "_");
    return "%s-%s-%08x.jsonl".formatted(kind, host, plain.toString().hashCode());
  }

  private static URI plain(URI address) {
    try {
      // No password in a file's name, not even as a number.
      return new URI(
          address.getScheme(),
          null,
          address.getHost(),
          address.getPort(),
          address.getPath(),
          address.getQuery(),
          null);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(address + ": no address", e);
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
