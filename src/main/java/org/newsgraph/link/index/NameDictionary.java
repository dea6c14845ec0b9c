package org.newsgraph.link.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.newsgraph.article.WordLists;
import org.newsgraph.link.Item;
import org.newsgraph.link.KnowledgeBase;

/**
 * Names that lead to articles of the English Wikipedia, counted in the links of the web (Spitkovsky
 * and Chang, "A Cross-Lingual Dictionary for English Wikipedia Concepts", 2012): lines of a name, a
 * title with underscores and a probability, with tabs between; those of a title stand together.
 */
public final class NameDictionary {
  private static final int COLUMNS = 3;

  /** Names of pages in search results; nobody writes them. */
  private static final String PAGE = "ikipedia";

  /** What is done with a pack's articles since they were counted. */
  private static final Map<String, Moved> MOVED = new HashMap<>();

  private static final List<Moved> NEW = new ArrayList<>();

  static {
    for (List<String> row : WordLists.rows(KnowledgeBase.class, "moved-titles.tsv")) {
      List<String> names = row.size() > 2 ? List.of(row.get(2).split("\\|", -1)) : List.of();
      if (row.get(0).equals("-")) {
        NEW.add(new Moved(row.get(1), names));
      } else {
        MOVED.put(row.get(0), new Moved(row.get(1), names));
      }
    }
  }

  private record Moved(String title, List<String> names) {
    KnowledgeBaseEntry entry() {
      return new KnowledgeBaseEntry(
          item(title, names.size()),
          names.stream().map(KnowledgeBaseEntry.Name::label).toList(),
          List.of());
    }
  }

  private NameDictionary() {}

  /**
   * Reads a pack to its end.
   *
   * @param lines unpacked; a line that is none of a pack is skipped
   * @param entries takes each article with all its names
   * @return how many lines were skipped
   */
  public static long read(InputStream lines, Consumer<KnowledgeBaseEntry> entries)
      throws IOException {
    long skipped = 0;
    String title = "";
    List<KnowledgeBaseEntry.Name> names = new ArrayList<>();
    BufferedReader reader = new BufferedReader(new InputStreamReader(lines, UTF_8), 1 << 16);
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      String[] columns = line.split("\t", -1);
      Optional<KnowledgeBaseEntry.Name> name =
          columns.length == COLUMNS ? name(columns) : Optional.empty();
      if (name.isEmpty()) {
        skipped++;
        continue;
      }
      if (!columns[1].equals(title)) {
        article(title, names, entries);
        title = columns[1];
        names.clear();
      }
      if (!name.get().text().contains(PAGE)) {
        names.add(name.get());
      }
    }
    article(title, names, entries);
    NEW.forEach(article -> entries.accept(article.entry()));
    return skipped;
  }

  private static Optional<KnowledgeBaseEntry.Name> name(String[] columns) {
    try {
      double probability = Double.parseDouble(columns[2]);
      return columns[0].isBlank() || columns[1].isBlank() || !(probability > 0 && probability <= 1)
          ? Optional.empty()
          : Optional.of(new KnowledgeBaseEntry.Name(columns[0], probability));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static void article(
      String page, List<KnowledgeBaseEntry.Name> names, Consumer<KnowledgeBaseEntry> entries) {
    if (names.isEmpty()) {
      return;
    }
    String title = page.replace('_', ' ');
    Moved moved = MOVED.getOrDefault(title, new Moved(title, List.of()));
    List<KnowledgeBaseEntry.Name> all = new ArrayList<>(names);
    moved.names().forEach(name -> all.add(KnowledgeBaseEntry.Name.label(name)));
    entries.accept(new KnowledgeBaseEntry(item(moved.title(), all.size()), all, List.of()));
  }

  private static Item item(String title, int names) {
    String label = title.replaceFirst(" \\([^()]*\\)$", "");
    return new Item(
        Item.WIKIPEDIA + title.replace(' ', '_'),
        label.isBlank() ? title : label,
        Optional.of(title),
        Optional.empty(),
        Optional.empty(),
        Math.log10(1 + names));
  }
}
