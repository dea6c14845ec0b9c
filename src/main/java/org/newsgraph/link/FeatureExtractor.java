package org.newsgraph.link;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;

/** Computes the features of an entity's candidates. */
final class FeatureExtractor {
  private static final double MIN_PRIOR = 1e-3;
  private static final double MIN_SURE_PRIOR = 0.8;
  private static final double MIN_KNOWN_POPULARITY = 1;
  private static final double MAX_RARE_POPULARITY = 0.5;

  private final Entity entity;
  private final Set<String> common;

  /** Minimum popularity of an item that is known all over the world. */
  private static final double MIN_WIDELY_KNOWN = 1.5;

  private static final Pattern PROPER_NOUN = Pattern.compile("\\b\\p{Lu}[\\p{L}'-]+");

  private final Set<String> context;
  private final double highestPrior;

  /**
   * Creates an extractor for one entity.
   *
   * @param entity the entity to link
   * @param common IRIs of the items that the entity's name denotes in lower case
   * @param context words of the article and of the items that it is known to mention
   * @param highestPrior the highest prior of all candidates of the entity
   */
  FeatureExtractor(Entity entity, Set<String> common, Set<String> context, double highestPrior) {
    this.entity = entity;
    this.common = common;
    this.context = context;
    this.highestPrior = highestPrior;
  }

  /**
   * Tests whether an item may be linked: a town or a company of a small knowledge base, which may
   * lack the right item, only if it is widely known, or if the context has a proper noun of its
   * description, such as its country.
   */
  boolean isSupported(Item item) {
    return !item.distinct()
        || (item.popularity() >= MIN_WIDELY_KNOWN && !isParty(item))
        || PROPER_NOUN
            .matcher(item.description().orElse(""))
            .results()
            .flatMap(word -> NameWords.of(word.group()).stream())
            .anyMatch(context::contains);
  }

  /** Tests whether an item is a party: parties of several countries have the same acronyms. */
  private static boolean isParty(Item item) {
    return item.description().orElse("").startsWith("political party");
  }

  Map<Feature, Double> of(CandidateEvidence evidence) {
    Item item = evidence.item();
    Title title = Title.of(item);
    Set<String> titleWords = NameWords.ofName(title.name());
    Set<String> nameWords = NameWords.ofName(NameVariant.withoutTicker(entity.name()));
    NameLikeness likeness = NameLikeness.of(entity, evidence);
    Optional<EntityType> type = TitleKind.of(item).type();
    boolean word = nameWords.size() == 1;
    Map<Feature, Double> features = new EnumMap<>(Feature.class);
    put(features, Feature.BIAS, true);
    features.put(Feature.PRIOR, Math.log(Math.max(evidence.prior(), MIN_PRIOR)));
    put(features, Feature.EXACT, evidence.isExact());
    boolean sure = evidence.isExact() && evidence.prior() >= MIN_SURE_PRIOR;
    put(features, Feature.SURE, sure);
    features.put(Feature.SURE_POPULARITY, sure ? item.popularity() : 0);
    put(features, Feature.RARE, item.popularity() < MAX_RARE_POPULARITY);
    put(features, Feature.WRITTEN, evidence.isInArticle());
    features.put(Feature.POPULARITY, item.popularity());
    put(features, Feature.SAME_NAME, likeness.same());
    features.put(Feature.ALIKE, likeness.shared());
    put(features, Feature.BEGINNING, likeness.beginning());
    put(features, Feature.SAME_TYPE, type.equals(Optional.of(entity.type())));
    put(features, Feature.OTHER_TYPE, type.isPresent() && type.get() != entity.type());
    put(features, Feature.FIRST, evidence.prior() >= highestPrior);
    put(features, Feature.WORD, word);
    put(features, Feature.PERSON, entity.type() == EntityType.PERSON);
    put(features, Feature.ORGANISATION, entity.type() == EntityType.ORGANISATION);
    put(features, Feature.PLACE, entity.type() == EntityType.PLACE);
    put(features, Feature.PERSON_WORD, word && entity.type() == EntityType.PERSON);
    put(features, Feature.BY_NAME, evidence.isByMainName());
    put(features, Feature.WITH_PLACE, evidence.isWithPlace());
    features.put(Feature.COMPLETED, evidence.contextPrior());
    put(features, Feature.QUALIFIED, title.qualifier().isPresent());
    put(features, Feature.PART, isPart(titleWords, nameWords) && !evidence.isByMainName());
    features.put(Feature.CONTEXT, contextOverlap(item));
    boolean sameCapitals = isAcronym(entity.name()) && title.name().equals(entity.name());
    put(features, Feature.SAME_CAPITALS, sameCapitals);
    put(features, Feature.RARE_CAPITALS, sameCapitals && item.popularity() < MIN_KNOWN_POPULARITY);
    put(features, Feature.CONCEPT, title.isConcept());
    put(features, Feature.COMMON, common.contains(item.iri()));
    return features;
  }

  private static void put(Map<Feature, Double> features, Feature feature, boolean value) {
    features.put(feature, value ? 1.0 : 0.0);
  }

  private static boolean isAcronym(String name) {
    return name.length() > 1
        && name.codePoints().noneMatch(Character::isLowerCase)
        && !name.contains(" ");
  }

  /** Tests whether all of some words are among others, which are more. */
  private static boolean isPart(Set<String> part, Set<String> whole) {
    return part.size() < whole.size() && whole.containsAll(part);
  }

  /** Returns the share of the item's distinguishing words that occur in the context. */
  private double contextOverlap(Item item) {
    Set<String> distinguishing = new HashSet<>();
    distinguishingWords(item).forEach(word -> distinguishing.addAll(NameWords.of(word)));
    if (distinguishing.isEmpty()) {
      return 0;
    }
    long found = distinguishing.stream().filter(context::contains).count();
    return (double) found / distinguishing.size();
  }

  /** Returns the item's distinguishing words that occur in the context, as they are written. */
  List<String> sharedWords(Item item) {
    return distinguishingWords(item).stream()
        .filter(word -> NameWords.of(word).stream().anyMatch(context::contains))
        .toList();
  }

  /** Returns the words of the qualifier and the description that are not in the title itself. */
  private static Set<String> distinguishingWords(Item item) {
    Title title = Title.of(item);
    Set<String> inTitle = NameWords.of(title.name());
    Set<String> words = new LinkedHashSet<>();
    Stream.concat(title.qualifier().stream(), item.description().stream())
        .flatMap(text -> Stream.of(text.split("[^\\p{L}\\p{N}.'’]+", -1)))
        .filter(word -> !inTitle.containsAll(NameWords.of(word)))
        .forEach(words::add);
    return words;
  }
}
