package org.newsgraph.article.press;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsgraph.article.DatePatterns;
import org.newsgraph.article.MetadataBuilder;
import org.newsgraph.article.NoTextException;
import org.newsgraph.article.press.FieldTable.Field;

/** A document of ProQuest or Gale, with a label before each field and before the text. */
final class LabelledDocument {
  private static final FieldTable PROQUEST = FieldTable.of("proquest-fields.tsv");
  private static final FieldTable GALE = FieldTable.of("gale-fields.tsv");

  private static final Pattern NO_TEXT =
      Pattern.compile("(?i)\\(?(?:full text )?(?:is )?(?:not available|unavailable)\\.?\\)?");

  /** A name in the order of an index: "Roe, Jane". */
  private static final Pattern INVERTED_NAME =
      Pattern.compile("(\\p{Lu}[\\p{L}'’ -]*), (\\p{Lu}[\\p{L}'’. -]*?)\\.?");

  /** Place or issue after the name of a newspaper: "Echo; London", "Echo(Issue 12)". */
  private static final Pattern AFTER_PUBLISHER =
      Pattern.compile("\\s*;.*|\\s*\\((?:Issue|Vol)\\b.*");

  private final LabelledLines document;
  private final FieldTable fields;
  private final String idPrefix;
  private final MetadataBuilder metadata = new MetadataBuilder();
  private Optional<String> id = Optional.empty();

  private LabelledDocument(List<String> lines, FieldTable fields, String idPrefix) {
    this.document = new LabelledLines(lines, fields);
    this.fields = fields;
    this.idPrefix = idPrefix;
  }

  static Optional<PressArticle> parseProQuest(List<String> lines) throws NoTextException {
    return new LabelledDocument(lines, PROQUEST, "proquest-").parse();
  }

  static Optional<PressArticle> parseGale(List<String> lines, Optional<String> id)
      throws NoTextException {
    LabelledDocument document = new LabelledDocument(lines, GALE, "gale-");
    document.readField("id", id.orElse(""));
    return document.parse();
  }

  private Optional<PressArticle> parse() throws NoTextException {
    int size = document.lines().size();
    int head = 0;
    while (head < size && headField(head).isEmpty()) {
      head++;
    }
    if (head == size) {
      return Optional.empty();
    }
    List<String> blocks = document.blocks(0, head);
    String heading = blocks.isEmpty() ? "" : blocks.get(blocks.size() - 1);
    int body = head;
    for (; body < size; body++) {
      Optional<Field> field = headField(body);
      if (field.isPresent() && field.get().field().equals("body")) {
        break;
      }
      field.ifPresent(it -> readField(it.field(), it.value()));
    }
    String first = body < size ? headField(body).map(Field::value).orElse("") : "";
    if (body == size || NO_TEXT.matcher(first).matches()) {
      throw NoTextException.headlineOnly(heading);
    }
    int start = readFieldsInText(body + 1);
    int tail = document.tailStart(start);
    document.readTail(tail, this::readField);
    metadata.title(heading);
    String text = LabelledLines.text(List.of(first, document.text(start, tail)));
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(new PressArticle(id, text, metadata.build()));
  }

  /** Reads fields between the label of the text and the text: "Byline: Jane Roe". */
  private int readFieldsInText(int from) {
    int at = document.skipBlank(from);
    while (at < document.lines().size() && headField(at).isPresent()) {
      headField(at).ifPresent(it -> readField(it.field(), it.value()));
      at = document.skipBlank(at + 1);
    }
    return at;
  }

  private Optional<Field> headField(int at) {
    return fields.head(document.lines().get(at));
  }

  private void readField(String name, String value) {
    switch (name) {
      case "id" ->
          id =
              Optional.of(value.replaceAll(".*\\|", ""))
                  .filter(it -> !it.isBlank())
                  .map(it -> idPrefix + it);
      case "title" -> metadata.title(value);
      case "author" ->
          metadata.authors(
              List.of(value.split("\\s*;\\s*", -1)).stream()
                  .map(LabelledDocument::inReadingOrder)
                  .toList());
      case "publisher" -> metadata.publisher(AFTER_PUBLISHER.matcher(value).replaceFirst(""));
      case "source" -> readSource(value);
      case "published" -> metadata.published(ArchiveDates.toIso(value).orElse(value));
      case "section" -> metadata.section(value);
      case "language" -> metadata.language(value.split("[;,]", -1)[0]);
      case "rights" -> metadata.rights(value);
      case "url" -> metadata.url(ArchiveLinks.ofArticle(value));
      default -> {}
    }
  }

  /** Reads newspaper and date: "Echo (London, England). (May 6, 2024): News: p4." */
  private void readSource(String value) {
    Matcher date = Pattern.compile(DatePatterns.DATE).matcher(value);
    boolean isDated = date.find();
    String publisher = isDated ? value.substring(0, date.start()) : value;
    metadata.publisher(publisher.replaceFirst("\\s\\(.*", "").replaceFirst("[\\s,.;:]+$", ""));
    metadata.published(isDated ? date.group() : null);
  }

  private static String inReadingOrder(String name) {
    Matcher inverted = INVERTED_NAME.matcher(name.strip());
    return inverted.matches() ? inverted.group(2) + " " + inverted.group(1) : name;
  }
}
