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
 * Reader of a dictionary of names for articles of the English Wikipedia, counted in links on the
 * web (Spitkovsky and Chang, "A Cross-Lingual Dictionary for English Wikipedia Concepts", 2012).
 * Each line has a name, a title with underscores and a probability, separated by tabs. Lines with
 * the same title are adjacent.
 */
public final class NameDictionary {
  private static final int COLUMNS = 3;

  /** Substring of page titles in search results, which nobody writes as names. */
  private static final String PAGE = "ikipedia";

  /** Renamed articles, by their titles in the dictionary. */
  private static final Map<String, Moved> MOVED = new HashMap<>();

  /** Articles that the dictionary lacks. */
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
   * Reads a complete dictionary.
   *
   * @param lines uncompressed dictionary; invalid lines are skipped
   * @param entries receiver of each article with all its names
   * @return number of skipped lines
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
        emit(title, names, entries);
        title = columns[1];
        names.clear();
      }
      if (!name.get().text().contains(PAGE)) {
        names.add(name.get());
      }
    }
    emit(title, names, entries);
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

  private static void emit(
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
