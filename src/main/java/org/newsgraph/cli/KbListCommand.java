package org.newsgraph.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.newsgraph.io.NumberText;
import org.newsgraph.link.builtin.BuiltInKnowledgeBase;
import org.newsgraph.link.index.KnowledgeBaseInfo;
import org.newsgraph.link.index.KnowledgeBases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Lists the knowledge bases of a database. */
@Command(
    name = "list",
    description = "Lists the knowledge bases of the database, in order of precedence.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {"", "Example: newsgraph kb list"})
final class KbListCommand implements Callable<Integer> {
  private static final List<String> HEADINGS =
      List.of("name", "kind", "items", "names", "languages", "built", "from", "size");

  @Mixin private DatabaseOption database;
  @ParentCommand private KbCommand kb;

  private record Listed(Path folder, KnowledgeBaseInfo description) {}

  @Override
  public Integer call() throws IOException {
    Terminal terminal = kb.newsgraph().terminal();
    List<Path> folders = KnowledgeBases.folders(KnowledgeBases.of(database.folder()));
    List<Listed> listed = new ArrayList<>();
    folders.forEach(folder -> listed.add(new Listed(folder, KnowledgeBaseInfo.read(folder))));
    listed.sort(Comparator.comparing(each -> each.description().kind()));
    List<List<String>> rows = new ArrayList<>();
    listed.forEach(each -> rows.add(row(each)));
    rows.add(builtIn());
    ByteArrayOutputStream table = new ByteArrayOutputStream();
    new Table(HEADINGS, rows).print(new PrintStream(table, true, UTF_8), OptionalInt.empty());
    terminal.results().write(table.toString(UTF_8));
    return Newsgraph.OK;
  }

  private static List<String> row(Listed each) {
    KnowledgeBaseInfo it = each.description();
    return List.of(
        each.folder().getFileName().toString(),
        it.kind().name().toLowerCase(Locale.ROOT),
        number(it.items()),
        number(it.names()),
        String.join(",", it.languages()),
        it.date().toString(),
        it.source(),
        megabytes(each.folder()));
  }

  private static List<String> builtIn() {
    try (BuiltInKnowledgeBase it = new BuiltInKnowledgeBase()) {
      return List.of(
          BuiltInKnowledgeBase.NAME,
          BuiltInKnowledgeBase.NAME,
          number(it.items()),
          number(it.names()),
          BuiltInKnowledgeBase.LANGUAGE,
          BuiltInKnowledgeBase.DATE.toString(),
          BuiltInKnowledgeBase.SOURCE,
          "");
    }
  }

  /** Returns a one-line summary of a new knowledge base. */
  static String summary(Path folder, KnowledgeBaseInfo made) {
    return "%s: %s %s, %s %s, %s"
        .formatted(
            folder,
            number(made.items()),
            made.items() == 1 ? "item" : "items",
            number(made.names()),
            made.names() == 1 ? "name" : "names",
            megabytes(folder));
  }

  private static String number(long number) {
    return NumberText.of(number);
  }

  private static String megabytes(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      long bytes = files.mapToLong(file -> file.toFile().length()).sum();
      return String.format(Locale.ROOT, "%,.1f MB", bytes / 1e6);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
