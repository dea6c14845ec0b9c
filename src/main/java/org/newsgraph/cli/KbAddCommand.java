package org.newsgraph.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.newsgraph.article.Problems;
import org.newsgraph.link.KnowledgeBaseException;
import org.newsgraph.link.index.KnowledgeBaseBuilder;
import org.newsgraph.link.index.KnowledgeBaseEntry;
import org.newsgraph.link.index.KnowledgeBaseInfo;
import org.newsgraph.link.index.KnowledgeBaseInfo.Origin;
import org.newsgraph.link.index.KnowledgeBaseInfo.Priors;
import org.newsgraph.link.index.NameDictionary;
import org.newsgraph.link.index.NameListFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Creates a knowledge base from a user's list of names, or from CoreNLP's name dictionary. */
@Command(
    name = "add",
    description = {
      "Creates a knowledge base from your own list of names.",
      "The list is a CSV table with the columns id (a Wikidata number or an IRI of your own),"
          + " label, aliases (separated by |), type (Person, Organisation, Place or Other) and"
          + " description; the last three are optional.",
      "Adding the same file again replaces its previous contents.",
      "With \"wikidict\" instead of a file: 15 million English names for Wikipedia articles, from"
          + " Stanford CoreNLP, for linking without a dump. They are under the GPL and not part of"
          + " this program: Maven downloads them (227 MB) on request."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {"", "Example: newsgraph kb add names.csv"})
final class KbAddCommand implements Callable<Integer> {
  private static final String WIKIDICT = "wikidict";

  @Parameters(index = "0", paramLabel = "WHAT", description = "A CSV file, or \"wikidict\".")
  private String what;

  @Option(
      names = "--jar",
      paramLabel = "FILE",
      description = "For wikidict: the jar that contains it, if you have downloaded it yourself.")
  private Path jar;

  @Mixin private KbFolderOption folder;
  @ParentCommand private KbCommand kb;

  @Override
  public Integer call() throws IOException {
    return what.equals(WIKIDICT) ? addWikidict() : addList(Path.of(what));
  }

  private int addWikidict() throws IOException {
    Path into = folder.folder(Path.of(WIKIDICT));
    Path fetched = into.toAbsolutePath().resolveSibling(WIKIDICT + ".fetched");
    try {
      Path pack = jar != null ? jar : Wikidict.fetch(fetched);
      Wikidict.verifyChecksum(pack);
      Progress progress = kb.newsgraph().terminal().progress();
      try (KnowledgeBaseBuilder builder = KnowledgeBaseBuilder.create(into)) {
        AtomicLong articles = new AtomicLong();
        Wikidict.read(
            pack,
            lines ->
                NameDictionary.read(
                    lines,
                    entry -> {
                      builder.add(entry);
                      progress.show(() -> articles.get() + " of about 6.3 million articles");
                      articles.incrementAndGet();
                    }));
        progress.clear();
        KnowledgeBaseInfo made =
            builder.finish(
                Origin.PACK,
                Priors.GIVEN,
                pack.toAbsolutePath().getFileName().toString(),
                LocalDate.now(Clock.systemUTC()),
                List.of("en"));
        kb.newsgraph().terminal().printMessage(KbListCommand.summary(into, made));
      }
    } finally {
      Wikidict.deleteFolder(fetched);
    }
    return Newsgraph.OK;
  }

  private int addList(Path list) {
    Problems problems = kb.newsgraph().problems();
    List<KnowledgeBaseEntry> entries = new NameListFile(list).read(problems);
    if (problems.errorCount() > 0) {
      throw new KnowledgeBaseException(
          list
              + ": nothing was added, because of the invalid lines above; correct them and try"
              + " again");
    }
    if (entries.isEmpty()) {
      throw new KnowledgeBaseException(list + ": nothing to add; the file has no entries");
    }
    Path into = folder.folder(list);
    try (KnowledgeBaseBuilder builder = KnowledgeBaseBuilder.create(into)) {
      entries.forEach(builder::add);
      KnowledgeBaseInfo made =
          builder.finish(
              Origin.LIST,
              Priors.POPULARITY,
              list.toAbsolutePath().getFileName().toString(),
              LocalDate.now(Clock.systemUTC()),
              List.of("en"));
      kb.newsgraph().terminal().printMessage(KbListCommand.summary(into, made));
    }
    return Newsgraph.OK;
  }
}
