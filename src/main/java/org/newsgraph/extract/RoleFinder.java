package org.newsgraph.extract;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.newsgraph.article.Span;
import org.newsgraph.text.Tag;
import org.newsgraph.text.Token;

/** Finds what an article says that its people are: "Labour spin doctor Seumas Milne". */
final class RoleFinder {
  private static final Set<Tag> PHRASE =
      EnumSet.of(
          Tag.NOUN, Tag.PROPER_NOUN, Tag.ADJECTIVE, Tag.GENITIVE, Tag.PARTICIPLE, Tag.NUMBER);

  /** Dashes that set a part of a sentence off; not the hyphen inside a word. */
  private static final Set<String> DASHES = Set.of("–", "—");

  private static final Pattern BROKEN_HYPHEN = Pattern.compile("(?<=\\p{L})-\\s+(?=\\p{L})");
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern FELLOW = Pattern.compile("^[Ff]ellow ");

  private static final Pattern PLURAL = Pattern.compile("s$");
  private static final Set<Tag> NOT_IN_ROLE =
      EnumSet.of(Tag.DETERMINER, Tag.POSSESSIVE, Tag.NUMBER);

  private final Reading reading;
  private final List<Mention> mentions;
  private final List<Role> roles = new ArrayList<>();

  /** The mention that a word is part of, by the word's index. */
  private final Map<Integer, Mention> mentionAt = new HashMap<>();

  private RoleFinder(Reading reading, List<Mention> mentions) {
    this.reading = reading;
    this.mentions = mentions;
    for (Mention mention : mentions) {
      int end = reading.firstFrom(mention.span().end());
      for (int at = reading.firstFrom(mention.span().begin()); at < end; at++) {
        mentionAt.put(at, mention);
      }
    }
  }

  /** In the order of the mentions that they stand beside. */
  static List<Role> find(Reading reading, List<Mention> mentions) {
    RoleFinder finder = new RoleFinder(reading, mentions);
    for (Mention mention : mentions) {
      if (mention.entity().type() == EntityType.PERSON) {
        finder.before(mention);
        finder.after(mention);
      }
    }
    return finder.roles;
  }

  private Token token(int at) {
    return reading.word(at).token();
  }

  /** "Russian president Vladimir Putin", "Its vice- chairman Chris Nineham". */
  private void before(Mention mention) {
    int end = reading.firstFrom(mention.span().begin());
    int begin = end;
    while (begin > 0 && inSameSentence(begin - 1, end) && isInPhrase(begin - 1)) {
      begin--;
    }
    if (begin < end && token(begin).tag() != Tag.GENITIVE) {
      int owner = begin > 0 && isItsOwn(begin - 1, end) ? begin - 1 : -1;
      Span span = token(begin).span().to(token(end - 1).span());
      add(mention, text(span), span, owner);
    }
  }

  private boolean inSameSentence(int at, int other) {
    return other < reading.size() && reading.word(at).sentence() == reading.word(other).sentence();
  }

  private boolean isInPhrase(int at) {
    Token token = token(at);
    if (DASHES.contains(token.word()) || isPerson(at)) {
      return false;
    }
    return PHRASE.contains(token.tag()) || isHyphen(at) || (isOf(at) && isOffice(at - 1));
  }

  /** Inside a word: with no space before it. */
  private boolean isHyphen(int at) {
    return at > 0
        && token(at).word().equals("-")
        && token(at - 1).span().end() == token(at).span().begin();
  }

  private boolean isItsOwn(int at, int end) {
    return inSameSentence(at, end) && token(at).word().equalsIgnoreCase("its");
  }

  private boolean isOf(int at) {
    return at > 0 && token(at).word().equals("of");
  }

  /** "Secretary of State John Kerry", but not "husband of campaigner Jo". */
  private boolean isOffice(int at) {
    Optional<String> role = RoleNouns.classOf(token(at).word());
    return role.isPresent() && !role.get().equals("kin");
  }

  private boolean isPerson(int at) {
    Mention mention = mentionAt.get(at);
    return mention != null && mention.entity().type() == EntityType.PERSON;
  }

  /** "Jo, the Labour MP who", "Pablo Marco, of Doctors Without Borders,", "one of 66 MPs". */
  private void after(Mention mention) {
    int at = reading.firstFrom(mention.span().end());
    if (at + 1 >= reading.size()
        || !inSameSentence(at, reading.firstFrom(mention.span().begin()))
        || !Set.of(",", "–", "—", "-").contains(token(at).word())) {
      return;
    }
    int begin = at + 1;
    boolean oneOfMany = token(begin).word().equals("one") && isOf(begin + 1);
    begin += oneOfMany ? 2 : 0;
    while (begin < reading.size() && NOT_IN_ROLE.contains(token(begin).tag())) {
      begin++;
    }
    int end = begin;
    while (end < reading.size() && inSameSentence(at, end) && isInApposition(begin, end)) {
      end++;
    }
    if (begin < end) {
      Span span = token(begin).span().to(token(end - 1).span());
      String text = text(span);
      add(mention, oneOfMany ? PLURAL.matcher(text).replaceFirst("") : text, span, -1);
    }
  }

  private boolean isInApposition(int begin, int at) {
    Token token = token(at);
    boolean joins = Set.of("of", "at", "for").contains(token.word());
    boolean theOrganisation = token.tag() == Tag.DETERMINER && at > begin;
    boolean inName = mentionAt.containsKey(at);
    boolean dash = DASHES.contains(token.word());
    boolean inPhrase = PHRASE.contains(token.tag()) || isHyphen(at);
    return !dash && (inPhrase || joins || theOrganisation || inName);
  }

  private void add(Mention mention, String text, Span span, int owner) {
    Optional<Entity> organisation =
        organisationIn(span).or(() -> owner < 0 ? Optional.empty() : lastOrganisation(span));
    boolean member = text.startsWith("of ") && organisation.isPresent();
    if (!member && RoleNouns.classOf(headPhrase(text)).isEmpty()) {
      return;
    }
    Span whole = owner < 0 ? span : token(owner).span().to(span);
    roles.add(new Role(mention.entity(), text, organisation, whole));
  }

  /** "vice-chairman of the Coalition": the part before the preposition holds the role's noun. */
  private static String headPhrase(String text) {
    int of = indexOfPreposition(text);
    return of < 0 ? text : text.substring(0, of);
  }

  private static int indexOfPreposition(String text) {
    int first = -1;
    for (String preposition : List.of(" of ", " at ", " for ")) {
      int at = text.indexOf(preposition);
      first = at >= 0 && (first < 0 || at < first) ? at : first;
    }
    return first;
  }

  private String text(Span span) {
    String mended = BROKEN_HYPHEN.matcher(reading.text().at(span)).replaceAll("-");
    return FELLOW.matcher(SPACE.matcher(mended).replaceAll(" ")).replaceFirst("");
  }

  private Optional<Entity> organisationIn(Span span) {
    return IntStream.range(reading.firstFrom(span.begin()), reading.firstFrom(span.end()))
        .mapToObj(mentionAt::get)
        .filter(Objects::nonNull)
        .map(Mention::entity)
        .filter(entity -> entity.type() == EntityType.ORGANISATION)
        .findFirst();
  }

  /** What "its" stands for: the organisation named last. */
  private Optional<Entity> lastOrganisation(Span before) {
    return mentions.stream()
        .filter(m -> m.span().end() <= before.begin())
        .map(Mention::entity)
        .filter(entity -> entity.type() == EntityType.ORGANISATION)
        .reduce((first, second) -> second);
  }
}
