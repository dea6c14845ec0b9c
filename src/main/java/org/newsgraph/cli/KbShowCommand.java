package org.newsgraph.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.newsgraph.extract.EntityType;
import org.newsgraph.link.Candidate;
import org.newsgraph.link.Fact;
import org.newsgraph.link.Item;
import org.newsgraph.link.KnowledgeBase;
import org.newsgraph.link.builtin.BuiltInKnowledgeBase;
import org.newsgraph.link.index.IndexedKnowledgeBase;
import org.newsgraph.link.index.KnowledgeBases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Shows the candidates for a name in the knowledge bases. */
@Command(
    name = "show",
    description = {
      "Shows the candidates for a name.",
      "It prints each candidate with its prior, the probability that the name refers to it,"
          + " whatever the article, and the facts on the likeliest candidate."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {"", "Example: newsgraph kb show \"Douglas Adams\""})
final class KbShowCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "NAME",
      description = "A name as it appears in text, or a Wikidata number.")
  private String name;

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "10",
      description = "Show at most N candidates per knowledge base (default: 10).")
  private int maxCandidates;

  @Mixin private DatabaseOption database;
  @ParentCommand private KbCommand kb;

  @Override
  public Integer call() throws IOException {
    List<IndexedKnowledgeBase> onDisk =
        KnowledgeBases.open(KnowledgeBases.folders(KnowledgeBases.of(database.folder())));
    Writer out = kb.newsgraph().terminal().results();
    boolean found = false;
    try (BuiltInKnowledgeBase builtIn = new BuiltInKnowledgeBase()) {
      for (IndexedKnowledgeBase each : onDisk) {
        found |= show(each.folder().getFileName().toString(), each, each::item, out);
      }
      found |= show(BuiltInKnowledgeBase.NAME, builtIn, builtIn::item, out);
    } finally {
      onDisk.forEach(IndexedKnowledgeBase::close);
    }
    if (!found) {
      kb.newsgraph().terminal().printMessage("no knowledge base has the name \"" + name + "\"");
    }
    return Newsgraph.OK;
  }

  private boolean show(
      String title, KnowledgeBase base, Function<String, Optional<Item>> items, Writer out)
      throws IOException {
    List<Candidate> candidates = new ArrayList<>();
    if (name.matches("Q[1-9]\\d*")) {
      items.apply(Item.WIKIDATA + name).ifPresent(item -> candidates.add(new Candidate(item, 1)));
    }
    candidates.addAll(base.candidates(name));
    if (candidates.isEmpty()) {
      return false;
    }
    out.write(title + "\n");
    for (Candidate each : candidates.subList(0, Math.min(maxCandidates, candidates.size()))) {
      out.write(line(each));
    }
    for (Fact fact : base.facts(candidates.get(0).item())) {
      out.write("    " + propertyName(fact.property()) + ": " + text(fact.value()) + "\n");
    }
    return true;
  }

  private static String line(Candidate candidate) {
    Item item = candidate.item();
    return String.format(
        Locale.ROOT,
        "  %.3f  %s  %s%s%s%n",
        candidate.prior(),
        item.wikidata().orElse(item.iri()),
        item.label(),
        item.type().map(type -> " (" + typeName(type) + ")").orElse(""),
        item.description().map(text -> ": " + text).orElse(""));
  }

  private static String typeName(EntityType type) {
    return type.name().toLowerCase(Locale.ROOT);
  }

  private static String propertyName(Fact.Property property) {
    return property.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String text(Fact.Value value) {
    if (value instanceof Fact.Thing thing) {
      return thing.label();
    }
    if (value instanceof Fact.Date date) {
      return date.iso();
    }
    if (value instanceof Fact.Point point) {
      return point.latitude() + ", " + point.longitude();
    }
    return ((Fact.Address) value).url();
  }
}
