package org.newsgraph.extract.coref;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.newsgraph.article.Span;
import org.newsgraph.extract.DocumentTokens;
import org.newsgraph.extract.Entity;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.Mention;
import org.newsgraph.extract.PersonName.Gender;
import org.newsgraph.extract.RoleNouns;
import org.newsgraph.extract.Speaker;
import org.newsgraph.text.PartOfSpeech;
import org.newsgraph.text.Token;

/** Collects the candidates for the speaker of a source, with the evidence for each. */
final class CandidateFeatures {
  private static final Pattern INDEFINITE =
      Pattern.compile("^(?:a|an|one|another|some) .*", Pattern.CASE_INSENSITIVE);
  private static final Pattern DEFINITE =
      Pattern.compile("^(?:the|this|that) .*", Pattern.CASE_INSENSITIVE);
  private static final Pattern POSSESSIVE =
      Pattern.compile("^(?:his|her|its|their) .*|.+[’']s? .+", Pattern.CASE_INSENSITIVE);
  private static final Pattern GENITIVE = Pattern.compile(".+[’']s? .+");
  private static final Pattern ARTICLE =
      Pattern.compile("^(?:the|a|an|this|that|his|her|their|its) ", Pattern.CASE_INSENSITIVE);

  /** Role nouns that also denote organisations. */
  private static final Set<String> NOT_ALWAYS_PERSONS =
      Set.of("publisher", "organiser", "organizer", "broadcaster", "developer", "owner", "producer",
          "investor", "rival", "opponent", "critic", "champion", "winner");

  private final Discourse discourse;
  private final DocumentTokens tokens;
  private final DescriptionIndex descriptions;

  CandidateFeatures(Discourse discourse) {
    this.discourse = discourse;
    this.tokens = discourse.tokens();
    this.descriptions = discourse.descriptions();
  }

  /** The evidence for one source, computed for all its candidates together. */
  private final class Evidence {
    final Span source;
    final String words;
    final SourceKind kind;
    final Speaker byRules;
    final int sentence;
    final int paragraph;
    final String head;
    final Optional<String> roleClass;
    final Set<String> content = new HashSet<>();
    final Set<String> proper = new HashSet<>();
    final Gender gender;
    final List<Entity> recent = new ArrayList<>();
    final Map<SpeakerCandidate, Map<CandidateFeature, Double>> found = new LinkedHashMap<>();

    Evidence(Span source, String words, Speaker byRules) {
      this.source = source;
      this.words = words;
      this.kind = SourceKind.of(words);
      this.byRules = byRules;
      int first = tokens.indexAtOrAfter(source.begin());
      this.sentence = tokens.word(first).sentence();
      this.paragraph = tokens.word(first).paragraph();
      this.head = NounPhraseNumber.headNoun(words).orElse("");
      this.roleClass =
          RoleNouns.classOf(head).or(() -> RoleNouns.classOf(head.toUpperCase(Locale.ROOT)));
      this.gender = gender();
      for (int at = first; at < tokens.size() && token(at).span().begin() < source.end(); at++) {
        Token token = token(at);
        String word = token.word().toLowerCase(Locale.ROOT);
        if ((token.pos().isNoun() || token.pos() == PartOfSpeech.ADJECTIVE) && !word.equals(head)) {
          boolean capital = Character.isUpperCase(token.word().codePointAt(0));
          (capital && (at > first || token.pos() == PartOfSpeech.PROPER_NOUN) ? proper : content)
              .add(word);
        }
      }
    }

    private boolean isPersonal() {
      return kind == SourceKind.PERSON && !NOT_ALWAYS_PERSONS.contains(head);
    }

    private Gender gender() {
      String lowerCase = words.toLowerCase(Locale.ROOT);
      if (kind == SourceKind.PERSON_PRONOUN) {
        return lowerCase.startsWith("s") || lowerCase.startsWith("her")
            ? Gender.FEMALE
            : Gender.MALE;
      }
      return head.endsWith("woman") || head.endsWith("ess")
          ? Gender.FEMALE
          : head.endsWith("man") ? Gender.MALE : Gender.UNKNOWN;
    }
  }

  /** Returns the candidates for a source with their evidence. */
  Map<SpeakerCandidate, Map<CandidateFeature, Double>> of(
      Span source, String words, Speaker byRules) {
    Evidence evidence = new Evidence(source, words, byRules);
    collectRecent(evidence);
    Set<Entity> entities = new LinkedHashSet<>();
    discourse.mentions().forEach(it -> entities.add(it.entity()));
    for (Entity entity : entities) {
      boolean personal = evidence.kind == SourceKind.PERSON_PRONOUN;
      if (personal
          && (entity.type() != EntityType.PERSON
              || !discourse.genders().of(entity).fits(evidence.gender))) {
        continue;
      }
      if (entity.type() == EntityType.PERSON && evidence.kind == SourceKind.ORGANISATION
          || entity.type() != EntityType.PERSON && evidence.isPersonal()) {
        continue;
      }
      if (evidence.gender != Gender.UNKNOWN
          && entity.type() == EntityType.PERSON
          && !discourse.genders().of(entity).fits(evidence.gender)) {
        continue;
      }
      if (personal && !isInPost(entity, evidence)) {
        continue;
      }
      Map<CandidateFeature, Double> features = named(entity, evidence);
      // "The prime minister's spokesman" is no other spokesman.
      boolean another =
          features.containsKey(CandidateFeature.POSSESSED_AND_UNFIT)
              && features.containsKey(CandidateFeature.SPOKESPERSON_AND_UNFIT)
              && !evidence.proper.isEmpty()
              && evidence.proper.stream().noneMatch(descriptions.beside(entity)::contains);
      if (!another) {
        evidence.found.put(new SpeakerCandidate.Named(entity), features);
      }
    }
    Set<Span> seen = new HashSet<>();
    List<Speaker> spoken = discourse.spoken();
    for (int i = spoken.size() - 1; i >= 0; i--) {
      if (evidence.kind == SourceKind.PERSON_PRONOUN && !isInPost(spoken.get(i).span(), evidence)) {
        break;
      }
      if (spoken.get(i) instanceof Speaker.Described described
          && seen.add(described.description())) {
        evidence.found.put(
            new SpeakerCandidate.Earlier(described), earlier(described, evidence));
      }
    }
    SpeakerCandidate none = new SpeakerCandidate.New();
    evidence.found.put(none, none(evidence, none));
    relative(evidence);
    return evidence.found;
  }

  /** Tests whether an entity is mentioned in the post of a live blog that contains the source. */
  private boolean isInPost(Entity entity, Evidence evidence) {
    return discourse.mentions().stream()
        .filter(it -> it.entity().equals(entity))
        .anyMatch(it -> isInPost(it.span(), evidence));
  }

  private boolean isInPost(Span span, Evidence evidence) {
    return tokens.areInSamePost(
        tokens.indexAtOrAfter(span.begin()), tokens.indexAtOrAfter(evidence.source.begin()));
  }

  private void collectRecent(Evidence evidence) {
    Set<Entity> recent = new LinkedHashSet<>();
    for (int i = discourse.mentionsBefore(evidence.source) - 1; i >= 0; i--) {
      Mention mention = discourse.mentions().get(i);
      if (discourse.distance(mention.span(), evidence.sentence) > 6) {
        break;
      }
      if (!tokens.inQuotation(mention.span().begin())) {
        recent.add(mention.entity());
      }
    }
    evidence.recent.addAll(recent);
  }

  private Map<CandidateFeature, Double> named(Entity entity, Evidence evidence) {
    Map<CandidateFeature, Double> features = new EnumMap<>(CandidateFeature.class);
    set(
        features,
        switch (entity.type()) {
          case PERSON -> CandidateFeature.PERSON;
          case ORGANISATION -> CandidateFeature.ORGANISATION;
          case PLACE -> CandidateFeature.PLACE;
          default -> CandidateFeature.OTHER;
        });
    if (entity.type() == EntityType.PERSON && evidence.gender != Gender.UNKNOWN) {
      set(
          features,
          discourse.genders().of(entity) == evidence.gender
              ? CandidateFeature.GENDER_AGREES
              : CandidateFeature.GENDER_UNKNOWN);
    }
    places(entity, evidence, features);
    spoke(entity, evidence, features);
    if (evidence.kind.ordinal() >= SourceKind.PERSON.ordinal()) {
      fits(entity, evidence, features);
      boolean later = features.containsKey(CandidateFeature.LATER);
      boolean definite =
          DEFINITE.matcher(evidence.words).matches()
              || POSSESSIVE.matcher(evidence.words).matches();
      boolean indefinite = INDEFINITE.matcher(evidence.words).matches();
      if (indefinite) {
        set(
            features,
            later ? CandidateFeature.INDEFINITE_LATER : CandidateFeature.INDEFINITE_BEFORE);
      } else if (definite) {
        set(features, later ? CandidateFeature.DEFINITE_LATER : CandidateFeature.DEFINITE_BEFORE);
      } else {
        set(features, later ? CandidateFeature.BARE_LATER : CandidateFeature.BARE_BEFORE);
      }
      if (evidence.content.isEmpty() && evidence.proper.isEmpty() && definite) {
        if (features.containsKey(CandidateFeature.LAST_SPEAKER)) {
          set(features, CandidateFeature.NOUN_ALONE_LAST_SPEAKER);
        }
        if (features.containsKey(CandidateFeature.LAST_MENTIONED)) {
          set(features, CandidateFeature.NOUN_ALONE_LAST_MENTIONED);
        }
      }
    }
    if (features.containsKey(CandidateFeature.LAST_SPEAKER)
        && features.containsKey(CandidateFeature.LAST_MENTIONED)) {
      set(features, CandidateFeature.LAST_SPEAKER_LAST_MENTIONED);
    }
    if (new SpeakerCandidate.Named(entity).is(evidence.byRules)) {
      set(features, CandidateFeature.BY_RULES);
    }
    return features;
  }

  private void places(
      Entity entity, Evidence evidence, Map<CandidateFeature, Double> features) {
    List<Mention> mentions = discourse.mentions();
    int end = discourse.mentionsBefore(evidence.source);
    int last = end - 1;
    while (last >= 0 && !mentions.get(last).entity().equals(entity)) {
      last--;
    }
    int total = 0;
    for (int i = 0; i < mentions.size(); i++) {
      Mention mention = mentions.get(i);
      if (!mention.entity().equals(entity)) {
        continue;
      }
      total++;
      if (paragraph(mention.span()) == 0) {
        set(features, CandidateFeature.IN_HEADLINE);
      }
      if (evidence.source.contains(mention.span())) {
        set(features, CandidateFeature.INSIDE_SOURCE);
        int after = tokens.indexAtOrAfter(mention.span().end());
        if (after < tokens.size() && token(after).pos() == PartOfSpeech.GENITIVE) {
          set(features, CandidateFeature.OWNER);
        }
      }
    }
    if (last < 0) {
      set(features, CandidateFeature.LATER);
      for (Mention mention : mentions) {
        if (mention.entity().equals(entity)) {
          int later = tokens.sentence(mention.span());
          if (later - evidence.sentence <= 2) {
            set(features, CandidateFeature.LATER_NEAR);
          }
          break;
        }
      }
    } else {
      int best = Integer.MAX_VALUE;
      boolean subject = false;
      boolean quoted = true;
      boolean firstInSentence = false;
      for (int i = last; i >= 0; i--) {
        Mention mention = mentions.get(i);
        int distance = discourse.distance(mention.span(), evidence.sentence);
        if (distance > best && !quoted) {
          break;
        }
        if (mention.entity().equals(entity)) {
          best = Math.min(best, Math.max(distance, 0));
          subject |= tokens.isSubject(mention.span());
          quoted &= tokens.inQuotation(mention.span().begin());
          firstInSentence |=
              i == 0
                  || tokens.sentence(mentions.get(i - 1).span())
                      != tokens.sentence(mention.span());
        }
        if (distance > 8) {
          break;
        }
      }
      set(
          features,
          best == 0
              ? CandidateFeature.SAME_SENTENCE
              : best == 1
                  ? CandidateFeature.ONE_SENTENCE
                  : best == 2
                      ? CandidateFeature.TWO_SENTENCES
                      : best <= 4
                          ? CandidateFeature.FOUR_SENTENCES
                          : best <= 8 ? CandidateFeature.EIGHT_SENTENCES : CandidateFeature.FAR);
      if (subject) {
        set(features, CandidateFeature.SUBJECT);
      }
      if (firstInSentence) {
        set(features, CandidateFeature.FIRST_IN_SENTENCE);
        if (subject) {
          set(features, CandidateFeature.FIRST_SUBJECT);
        }
      }
      if (paragraph(mentions.get(last).span()) == evidence.paragraph) {
        set(features, CandidateFeature.SAME_PARAGRAPH);
      }
      if (quoted) {
        set(features, CandidateFeature.QUOTED);
      }
      if (best == 0 && tokens.followsPreposition(mentions.get(last).span())) {
        set(features, CandidateFeature.GOVERNED);
      }
      features.put(CandidateFeature.MENTIONS, Math.log(1 + discourse.count(last)));
    }
    features.put(CandidateFeature.MOST_MENTIONED, (double) total);
    List<Entity> alike =
        evidence.recent.stream()
            .filter(it -> it.type() == entity.type())
            .filter(
                it ->
                    it.type() != EntityType.PERSON
                        || discourse.genders().of(it).fits(evidence.gender))
            .toList();
    int rank = alike.indexOf(entity);
    if (rank == 0) {
      set(features, CandidateFeature.LAST_MENTIONED);
      if (alike.size() == 1) {
        set(features, CandidateFeature.ONLY_NEARBY);
      }
    } else if (rank == 1) {
      set(features, CandidateFeature.SECOND_LAST_MENTIONED);
    }
  }

  private void spoke(Entity entity, Evidence evidence, Map<CandidateFeature, Double> features) {
    SpeakerCandidate candidate = new SpeakerCandidate.Named(entity);
    spoke(candidate, evidence, features);
    List<Speaker> spoken = discourse.spoken();
    for (Speaker speaker : spoken) {
      if (candidate.is(speaker)) {
        if (withoutArticle(speaker.text()).equals(withoutArticle(evidence.words))) {
          set(features, CandidateFeature.DESCRIBED_SO_BEFORE);
        } else if (!evidence.head.isEmpty()
            && NounPhraseNumber.headNoun(speaker.text()).equals(Optional.of(evidence.head))) {
          set(features, CandidateFeature.SAME_HEAD_BEFORE);
        }
      }
    }
  }

  private void spoke(
      SpeakerCandidate candidate, Evidence evidence, Map<CandidateFeature, Double> features) {
    List<Speaker> spoken = discourse.spoken();
    long times = spoken.stream().filter(candidate::is).count();
    if (times > 0) {
      features.put(CandidateFeature.TIMES_SPOKEN, Math.log(1 + times));
      if (times == spoken.size()) {
        set(features, CandidateFeature.ONLY_SPEAKER);
      }
    }
    if (spoken.isEmpty()) {
      return;
    }
    for (int i = spoken.size() - 1; i >= 0; i--) {
      if (SourceKind.of(spoken.get(i).text()) == evidence.kind) {
        if (candidate.is(spoken.get(i))) {
          set(features, CandidateFeature.LAST_OF_KIND);
        }
        break;
      }
    }
    Speaker last = spoken.get(spoken.size() - 1);
    if (candidate.is(last)) {
      set(features, CandidateFeature.LAST_SPEAKER);
      int paragraph = paragraph(last.span());
      if (paragraph == evidence.paragraph) {
        set(features, CandidateFeature.LAST_SPEAKER_IN_PARAGRAPH);
      } else if (paragraph == evidence.paragraph - 1) {
        set(features, CandidateFeature.LAST_SPEAKER_IN_PARAGRAPH_BEFORE);
      }
    } else {
      for (int i = spoken.size() - 2; i >= 0; i--) {
        if (!spoken.get(i).name().equals(last.name())) {
          if (candidate.is(spoken.get(i))) {
            set(features, CandidateFeature.SECOND_LAST_SPEAKER);
          }
          break;
        }
      }
    }
  }

  private void fits(Entity entity, Evidence evidence, Map<CandidateFeature, Double> features) {
    Set<String> beside = descriptions.beside(entity);
    Set<String> near = descriptions.near(entity);
    if (beside.contains(evidence.head)) {
      set(features, CandidateFeature.HEAD_BESIDE);
    } else if (near.contains(evidence.head)) {
      set(features, CandidateFeature.HEAD_NEAR);
    }
    if (!evidence.content.isEmpty()) {
      double share =
          evidence.content.stream().filter(beside::contains).count()
              / (double) evidence.content.size();
      features.put(CandidateFeature.WORDS_BESIDE, share);
      if (evidence.content.stream().noneMatch(near::contains)) {
        set(features, CandidateFeature.WORDS_MISSING);
      }
    }
    if (!evidence.proper.isEmpty()) {
      boolean some =
          evidence.proper.stream().anyMatch(it -> near.contains(it) || beside.contains(it));
      set(features, some ? CandidateFeature.PROPER_NEAR : CandidateFeature.PROPER_MISSING);
    }
    if (evidence.roleClass.isPresent()) {
      if (descriptions.hasClass(entity, evidence.roleClass.get())) {
        set(features, CandidateFeature.CLASS_BESIDE);
      } else if (descriptions.hasAnyClass(entity)) {
        set(features, CandidateFeature.OTHER_CLASS_BESIDE);
      }
    }
    Set<String> all = new HashSet<>(evidence.content);
    all.addAll(evidence.proper);
    all.add(evidence.head);
    double fit = all.stream().filter(beside::contains).count() / (double) all.size();
    features.put(CandidateFeature.FIT, fit);
    if (all.size() > 1) {
      boolean genitive = GENITIVE.matcher(evidence.words).matches();
      if (fit == 1) {
        set(features, CandidateFeature.FIT_ALL);
      } else {
        set(
            features,
            genitive ? CandidateFeature.POSSESSED_AND_UNFIT : CandidateFeature.MODIFIED_AND_UNFIT);
        if (evidence.roleClass.filter("voice"::equals).isPresent()) {
          set(features, CandidateFeature.SPOKESPERSON_AND_UNFIT);
        }
      }
    }
    if (!evidence.head.isEmpty()
        && List.of(entity.name().toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1))
            .contains(evidence.head)) {
      set(features, CandidateFeature.HEAD_IN_NAME);
    }
  }

  private Map<CandidateFeature, Double> earlier(Speaker.Described described, Evidence evidence) {
    Map<CandidateFeature, Double> features = new EnumMap<>(CandidateFeature.class);
    set(features, CandidateFeature.EARLIER);
    SpeakerCandidate candidate = new SpeakerCandidate.Earlier(described);
    spoke(candidate, evidence, features);
    String name = described.name();
    if (NounPhraseNumber.isOnePerson(name)) {
      set(features, CandidateFeature.EARLIER_ONE_PERSON);
    } else if (NounPhraseNumber.isThing(name)) {
      set(features, CandidateFeature.EARLIER_THING);
    } else if (NounPhraseNumber.isMany(name)) {
      set(features, CandidateFeature.EARLIER_MANY);
    }
    Optional<String> head = NounPhraseNumber.headNoun(name);
    if (head.isPresent() && head.get().equals(evidence.head)) {
      set(features, CandidateFeature.EARLIER_SAME_HEAD);
    } else if (head.isPresent()
        && evidence.roleClass.isPresent()
        && RoleNouns.classOf(head.get()).equals(evidence.roleClass)) {
      set(features, CandidateFeature.EARLIER_CLASS);
    }
    String own = withoutArticle(evidence.words);
    if (withoutArticle(name).equals(own)) {
      set(features, CandidateFeature.EARLIER_SAME_WORDS);
    } else if (withoutArticle(name).contains(own)) {
      set(features, CandidateFeature.EARLIER_WORDS_WITHIN);
    }
    int distance = Math.max(0, discourse.distance(described.span(), evidence.sentence));
    set(
        features,
        distance == 0
            ? CandidateFeature.SAME_SENTENCE
            : distance == 1
                ? CandidateFeature.ONE_SENTENCE
                : distance == 2
                    ? CandidateFeature.TWO_SENTENCES
                    : distance <= 4
                        ? CandidateFeature.FOUR_SENTENCES
                        : distance <= 8
                            ? CandidateFeature.EIGHT_SENTENCES
                            : CandidateFeature.FAR);
    if (candidate.is(evidence.byRules)) {
      set(features, CandidateFeature.BY_RULES);
    }
    return features;
  }

  private Map<CandidateFeature, Double> none(Evidence evidence, SpeakerCandidate none) {
    Map<CandidateFeature, Double> features = new EnumMap<>(CandidateFeature.class);
    set(features, CandidateFeature.NEW);
    if (none.is(evidence.byRules)) {
      set(features, CandidateFeature.NEW_BY_RULES);
    }
    if (discourse.spoken().isEmpty()) {
      set(features, CandidateFeature.NEW_FIRST);
    }
    if (evidence.kind.ordinal() < SourceKind.PERSON.ordinal()) {
      return features;
    }
    if (INDEFINITE.matcher(evidence.words).matches()) {
      set(features, CandidateFeature.NEW_INDEFINITE);
    } else if (POSSESSIVE.matcher(evidence.words).matches()) {
      set(features, CandidateFeature.NEW_POSSESSIVE);
    } else if (DEFINITE.matcher(evidence.words).matches()) {
      set(features, CandidateFeature.NEW_DEFINITE);
    }
    int modifiers = evidence.content.size() + evidence.proper.size();
    features.put(CandidateFeature.NEW_MODIFIERS, (double) Math.min(modifiers, 4));
    if (modifiers == 0) {
      set(features, CandidateFeature.NEW_BARE_NOUN);
    }
    if (evidence.words.contains(" of ") || evidence.words.contains(" for ")) {
      set(features, CandidateFeature.NEW_OBJECT);
    }
    return features;
  }

  /** Adds the features that compare the candidates with one another. */
  private static void relative(Evidence evidence) {
    only(evidence, CandidateFeature.HEAD_BESIDE, CandidateFeature.HEAD_BESIDE_ONLY);
    only(evidence, CandidateFeature.CLASS_BESIDE, CandidateFeature.CLASS_BESIDE_ONLY);
    only(evidence, CandidateFeature.HEAD_IN_NAME, CandidateFeature.HEAD_IN_NAME_ONLY);
    evidence.recent.stream()
        .map(SpeakerCandidate.Named::new)
        .map(evidence.found::get)
        .filter(it -> it != null && it.containsKey(CandidateFeature.CLASS_BESIDE))
        .findFirst()
        .ifPresent(it -> set(it, CandidateFeature.CLASS_BESIDE_LAST));
    double bestFit =
        evidence.found.values().stream()
            .mapToDouble(it -> it.getOrDefault(CandidateFeature.FIT, 0.0))
            .max()
            .orElse(0);
    List<Map<CandidateFeature, Double>> fitting =
        evidence.found.values().stream()
            .filter(it -> it.getOrDefault(CandidateFeature.FIT, 0.0) == bestFit)
            .toList();
    if (bestFit > 0 && fitting.size() == 1) {
      set(fitting.get(0), CandidateFeature.FIT_BEST);
    }
    double most =
        evidence.found.values().stream()
            .mapToDouble(it -> it.getOrDefault(CandidateFeature.MOST_MENTIONED, 0.0))
            .max()
            .orElse(0);
    for (Map<CandidateFeature, Double> features : evidence.found.values()) {
      Double total = features.remove(CandidateFeature.MOST_MENTIONED);
      if (total != null && total == most) {
        set(features, CandidateFeature.MOST_MENTIONED);
      }
    }
  }

  private static void only(Evidence evidence, CandidateFeature of, CandidateFeature only) {
    List<Map<CandidateFeature, Double>> having =
        evidence.found.values().stream().filter(it -> it.containsKey(of)).toList();
    if (having.size() == 1) {
      set(having.get(0), only);
    }
  }

  private static void set(Map<CandidateFeature, Double> features, CandidateFeature feature) {
    features.put(feature, 1.0);
  }

  private static String withoutArticle(String words) {
    return ARTICLE.matcher(words).replaceFirst("").toLowerCase(Locale.ROOT);
  }

  private int paragraph(Span span) {
    return tokens
        .word(Math.min(tokens.size() - 1, tokens.indexAtOrAfter(span.begin())))
        .paragraph();
  }

  private Token token(int at) {
    return tokens.word(at).token();
  }
}
