package org.newsgraph.extract.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.newsgraph.article.Layout;
import org.newsgraph.article.Layout.Paragraph;
import org.newsgraph.article.Layout.Part;
import org.newsgraph.article.Span;
import org.newsgraph.article.Text;
import org.newsgraph.article.layout.Letters;
import org.newsgraph.article.layout.Signature;

/**
 * A letter to the editor that opens with a salutation, "SIR – ", and names its writer. Letters
 * without a salutation have the form of any article by their writer.
 *
 * @param parts ranges of the letter's paragraphs, without heading and salutation
 * @param writer range of the writer's name in the signature
 */
public record SignedLetter(List<Span> parts, Span writer) {
  public SignedLetter {
    parts = List.copyOf(parts);
  }

  /** Returns the letters of an article whose writers are named, in reading order. */
  public static List<SignedLetter> find(Text text, Layout layout) {
    List<SignedLetter> found = new ArrayList<>();
    List<Span> parts = new ArrayList<>();
    boolean isOpen = false;
    for (Paragraph paragraph : layout.paragraphs()) {
      Span span = paragraph.span();
      String string = text.substring(span);
      if (paragraph.part() == Part.SIGNATURE) {
        Optional<Signature> signature = Signature.of(string);
        if (isOpen && !parts.isEmpty()) {
          signature
              .flatMap(Signature::name)
              .ifPresent(name -> found.add(new SignedLetter(parts, spanOf(text, span, name))));
        }
        isOpen &= signature.isEmpty();
      } else if (paragraph.part() == Part.BODY) {
        int salutation = Letters.salutationLength(string);
        if (salutation > 0) {
          isOpen = true;
          parts.clear();
        }
        if (isOpen && !string.substring(salutation).isBlank()) {
          parts.add(spanOf(text, span, string.substring(salutation).strip()));
        }
      }
    }
    return List.copyOf(found);
  }

  private static Span spanOf(Text text, Span paragraph, String part) {
    int begin = text.toUtf16Offset(paragraph.begin()) + text.substring(paragraph).indexOf(part);
    return text.span(begin, begin + part.length());
  }
}
