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

/**
 * A gazetteer of the names in one article, with the forms in which they may recur: in full, by
 * family name, by initials.
 */
final class DocumentGazetteer {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+|[\\p{P}\\p{S}]");

  /**
   * A form of a name.
   *
   * @param words tokens of the form
   * @param type type of the name
   */
  record Form(List<String> words, EntityType type) {
    /** Tests whether the form occurs at an index of a sentence. */
    boolean occursAt(List<Token> tokens, int at) {
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

  /** Forms by their first word, the longest first. */
  private final Map<String, List<Form>> forms = new HashMap<>();

  /**
   * Creates a gazetteer of these names.
   *
   * @param names names of the article
   * @param acronyms types of the acronyms that the article explains
   */
  DocumentGazetteer(List<DetectedName> names, Map<String, EntityType> acronyms) {
    names.forEach(this::add);
    acronyms.forEach((acronym, type) -> add(words(acronym), type));
  }

  /** Returns the forms that start with a word, the longest first. */
  List<Form> formsStartingWith(String word) {
    return forms.getOrDefault(word, List.of());
  }

  private void add(DetectedName name) {
    List<String> words = words(name.text());
    switch (name.type()) {
      case PERSON -> {
        PersonName person = PersonName.of(name.text());
        if (person.isFull()) {
          add(words(person.family()), EntityType.PERSON);
          add(words(person.family().replaceFirst("^[ae]l-", "")), EntityType.PERSON);
        }
        add(words, EntityType.PERSON);
        PersonName.nickname(name.text()).ifPresent(it -> add(words(it), EntityType.PERSON));
      }
      case ORGANISATION, PLACE -> {
        add(words, name.type());
        String initials = initials(words);
        if (initials.length() > 1) {
          add(List.of(initials), name.type());
        }
      }
      case OTHER -> {}
    }
  }

  private static List<String> words(String name) {
    return WORD.matcher(name).results().map(MatchResult::group).toList();
  }

  /**
   * Returns the initials of the capitalised words: "IS" for Islamic State, "GAO" for Government
   * Accountability Office.
   */
  static String initials(List<String> words) {
    return words.stream()
        .filter(word -> Character.isUpperCase(word.codePointAt(0)))
        .map(word -> word.substring(0, 1))
        .collect(Collectors.joining());
  }

  private void add(List<String> words, EntityType type) {
    if (words.isEmpty()
        || !Character.isUpperCase(words.get(0).codePointAt(0))
        || words.get(0).length() < 2) {
      return;
    }
    List<Form> known = forms.computeIfAbsent(words.get(0), first -> new ArrayList<>());
    if (known.stream().noneMatch(form -> form.words.equals(words))) {
      known.add(new Form(words, type));
      known.sort((left, right) -> Integer.compare(right.words.size(), left.words.size()));
    }
  }
}
