package org.newsgraph.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.newsgraph.extract.EntityType;
import org.newsgraph.link.Candidate;
import org.newsgraph.link.Fact;
import org.newsgraph.link.Item;
import org.newsgraph.link.KnowledgeBaseException;
import org.newsgraph.link.index.IndexedKnowledgeBase;
import org.newsgraph.link.index.KnowledgeBases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Shows whom or what a name may stand for. */
@Command(
    name = "show",
    description = {
      "Shows whom or what a name may stand for, and how likely it is, whatever the article; and"
          + " what is known of the likeliest."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    footer = {"", "Example: newsgraph kb show \"Douglas Adams\""})
final class KbShowCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "NAME",
      description = "A name as a text writes it, or a Wikidata number.")
  private String name;

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "10",
      description = "Show N candidates of each knowledge base at most (default: 10).")
  private int most;

  @Mixin private DatabaseOption database;
  @ParentCommand private KbCommand kb;

  @Override
  public Integer call() throws IOException {
    var place = KnowledgeBases.of(database.folder());
    List<IndexedKnowledgeBase> all = KnowledgeBases.open(KnowledgeBases.folders(place));
    if (all.isEmpty()) {
      throw new KnowledgeBaseException(
          place + ": no knowledge base lies here; make one with \"kb build\" or \"kb add\"");
    }
    boolean found = false;
    try {
      for (IndexedKnowledgeBase each : all) {
        found |= show(each, kb.newsgraph().terminal().results());
      }
    } finally {
      all.forEach(IndexedKnowledgeBase::close);
    }
    if (!found) {
      kb.newsgraph().terminal().say("\"" + name + "\" stands for nothing that is known");
    }
    return Newsgraph.OK;
  }

  private boolean show(IndexedKnowledgeBase base, Writer out) throws IOException {
    List<Candidate> candidates = new ArrayList<>();
    if (name.matches("Q[1-9]\\d*")) {
      base.item(Item.WIKIDATA + name).ifPresent(item -> candidates.add(new Candidate(item, 1)));
    }
    candidates.addAll(base.candidates(name));
    if (candidates.isEmpty()) {
      return false;
    }
    out.write(base.folder().getFileName() + "\n");
    for (Candidate each : candidates.subList(0, Math.min(most, candidates.size()))) {
      out.write(line(each));
    }
    for (Fact fact : base.facts(candidates.get(0).item())) {
      out.write("    " + words(fact.property()) + ": " + told(fact.value()) + "\n");
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
        item.type().map(type -> " (" + word(type) + ")").orElse(""),
        item.description().map(text -> ": " + text).orElse(""));
  }

  private static String word(EntityType type) {
    return type.name().toLowerCase(Locale.ROOT);
  }

  private static String words(Fact.Property property) {
    return property.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String told(Fact.Value value) {
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
