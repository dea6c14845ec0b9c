package org.newsgraph.extract.name;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.PersonName;
import org.newsgraph.text.Token;

/** The forms under which an article's names may come again: whole, by surname, by initials. */
final class DocumentGazetteer {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+|[\\p{P}\\p{S}]");

  /** A form of a name: its words, cut as tokens are. */
  record Form(List<String> words, EntityType type) {
    /** Whether these tokens are its words. */
    boolean standsAt(List<Token> tokens, int at) {
      if (at + words.size() > tokens.size()) {
        return false;
      }
      for (int i = 0; i < words.size(); i++) {
        if (!tokens.get(at + i).word().equals(words.get(i))) {
          return false;
        }
      }
      return true;
    }
  }

  /** By its first word, the longest first. */
  private final Map<String, List<Form>> forms = new HashMap<>();

  /**
   * Collects the forms of these names.
   *
   * @param acronyms the types of acronyms that the article explains
   */
  DocumentGazetteer(List<DetectedName> names, Map<String, EntityType> acronyms) {
    names.forEach(this::learn);
    acronyms.forEach((acronym, type) -> learn(words(acronym), type));
  }

  /** The longest first. */
  List<Form> formsBeginningWith(String word) {
    return forms.getOrDefault(word, List.of());
  }

  private void learn(DetectedName name) {
    List<String> words = words(name.text());
    switch (name.type()) {
      case PERSON -> {
        PersonName person = PersonName.of(name.text());
        if (person.isFull()) {
          learn(words(person.family()), EntityType.PERSON);
          learn(words(person.family().replaceFirst("^[ae]l-", "")), EntityType.PERSON);
        }
        learn(words, EntityType.PERSON);
      }
      case ORGANISATION, PLACE -> {
        learn(words, name.type());
        String initials = initials(words);
        if (initials.length() > 1) {
          learn(List.of(initials), name.type());
        }
      }
      case OTHER -> {}
    }
  }

  private static List<String> words(String name) {
    return WORD.matcher(name).results().map(MatchResult::group).toList();
  }

  /** "IS" of Islamic State, "GAO" of Government Accountability Office. */
  static String initials(List<String> words) {
    return words.stream()
        .filter(word -> Character.isUpperCase(word.codePointAt(0)))
        .map(word -> word.substring(0, 1))
        .collect(Collectors.joining());
  }

  private void learn(List<String> words, EntityType type) {
    if (words.isEmpty()
        || !Character.isUpperCase(words.get(0).codePointAt(0))
        || words.get(0).length() < 2) {
      return;
    }
    List<Form> known = forms.computeIfAbsent(words.get(0), first -> new ArrayList<>());
    if (known.stream().noneMatch(form -> form.words.equals(words))) {
      known.add(new Form(words, type));
      known.sort((one, other) -> Integer.compare(other.words.size(), one.words.size()));
    }
  }
}
