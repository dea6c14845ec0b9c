package org.newsgraph.extract.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.newsgraph.article.Layout.Part;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;
import org.newsgraph.article.layout.Signature;
import org.newsgraph.extract.ConfidenceCalibration;
import org.newsgraph.extract.EntityType;
import org.newsgraph.extract.RoleNouns;
import org.newsgraph.text.AnalysedText;
import org.newsgraph.text.EntityLabel;
import org.newsgraph.text.Token;

/** The names in the signatures of letters: the writer is a person, the line below a place. */
final class SignatureNames {
  /** Network probability assumed for these names. */
  private static final double PROBABILITY = 0.95;

  private static final Pattern PIECE = Pattern.compile("[^,;]+");
  private static final Pattern WORD = Pattern.compile("\\p{L}+");

  private final AnalysedText analysed;
  private final Text text;
  private final List<DetectedName> names = new ArrayList<>();

  private SignatureNames(AnalysedText analysed) {
    this.analysed = analysed;
    this.text = analysed.article().text();
  }

  /** Returns the names of writers and of their places. */
  static List<DetectedName> find(AnalysedText analysed) {
    SignatureNames finder = new SignatureNames(analysed);
    boolean isNamed = false;
    for (var paragraph : analysed.layout().paragraphs()) {
      if (paragraph.part() != Part.SIGNATURE) {
        isNamed = false;
      } else if (isNamed) {
        finder.addPlaces(paragraph.span());
      } else {
        isNamed = finder.addWriter(paragraph.span());
      }
    }
    return finder.names;
  }

  private boolean addWriter(Span line) {
    Optional<Signature> signature = Signature.of(text.substring(line));
    signature.flatMap(Signature::name).ifPresent(name -> add(line, name, EntityType.PERSON));
    signature.flatMap(Signature::place).ifPresent(place -> addPlaces(spanOf(line, place)));
    return signature.isPresent();
  }

  /** Adds the places of a line, "Little Marsden, Dorset", unless it gives an office. */
  private void addPlaces(Span line) {
    String words = text.substring(line);
    boolean isOffice =
        WORD.matcher(words).results().anyMatch(it -> RoleNouns.classOf(it.group()).isPresent());
    if (isOffice || !Signature.isPlace(words)) {
      return;
    }
    PIECE
        .matcher(words)
        .results()
        .map(MatchResult::group)
        .map(String::strip)
        .filter(piece -> !piece.isEmpty() && !isOrganisation(line, piece))
        .forEach(piece -> add(line, piece, EntityType.PLACE));
  }

  /**
   * Tests whether a part of a line is an organisation's name: it is labelled as one, and has no
   * place after it unless it ends with a word such as "School".
   */
  private boolean isOrganisation(Span line, String part) {
    Span name = spanOf(line, part);
    String last = part.substring(part.lastIndexOf(' ') + 1);
    List<EntityLabel> labels =
        analysed.sentences().stream()
            .flatMap(sentence -> sentence.tokens().stream())
            .filter(token -> name.overlaps(token.span()))
            .map(Token::label)
            .toList();
    return labels.size() > 1
        && labels.stream().allMatch(label -> label == EntityLabel.ORGANISATION)
        && (name.end() == line.end() || ShortForms.isBody(last));
  }

  private void add(Span line, String name, EntityType type) {
    names.add(
        new DetectedName(
            spanOf(line, name),
            name.replaceAll("[\\s\\p{Z}]+", " "),
            type,
            ConfidenceCalibration.ofName(PROBABILITY)));
  }

  private Span spanOf(Span line, String part) {
    int begin = text.toUtf16Offset(line.begin()) + text.substring(line).indexOf(part);
    return text.span(begin, begin + part.length());
  }
}
