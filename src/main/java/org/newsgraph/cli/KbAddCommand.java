package org.newsgraph.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.newsgraph.article.Problems;
import org.newsgraph.link.KnowledgeBaseException;
import org.newsgraph.link.index.Description;
import org.newsgraph.link.index.Description.Kind;
import org.newsgraph.link.index.Description.Priors;
import org.newsgraph.link.index.Entry;
import org.newsgraph.link.index.KnowledgeBaseBuilder;
import org.newsgraph.link.index.NamesFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Makes a knowledge base of people's own names. */
@Command(
    name = "add",
    description = {
      "Makes a knowledge base of a list of your own: a table in CSV, with the columns id (a"
          + " Wikidata number or an IRI of your own), label, aliases (with | between), type"
          + " (Person, Organisation, Place or Other) and description; the last three may be"
          + " missing.",
      "The same file again replaces what was made of it before."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {"", "Example: newsgraph kb add names.csv"})
final class KbAddCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "WHAT", description = "A file that ends in .csv.")
  private String what;

  @Mixin private KbFolderOption folder;
  @ParentCommand private KbCommand kb;

  @Override
  public Integer call() {
    return addList(Path.of(what));
  }

  private int addList(Path list) {
    Problems problems = new Problems(kb.newsgraph()::tell);
    List<Entry> entries = new NamesFile(list).read(problems);
    if (problems.failures() > 0) {
      throw new KnowledgeBaseException(
          list + ": nothing is added while any line is wrong; mend those named above");
    }
    if (entries.isEmpty()) {
      throw new KnowledgeBaseException(list + ": no line says anything; there is nothing to add");
    }
    Path into = folder.folder(list);
    try (KnowledgeBaseBuilder builder = KnowledgeBaseBuilder.anew(into)) {
      entries.forEach(builder::add);
      Description made =
          builder.finish(
              Kind.LIST,
              Priors.POPULARITY,
              list.toAbsolutePath().getFileName().toString(),
              LocalDate.now(Clock.systemUTC()),
              List.of("en"));
      kb.newsgraph().terminal().say(KbListCommand.told(into, made));
    }
    return Newsgraph.OK;
  }
}
